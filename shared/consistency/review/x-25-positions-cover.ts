import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, RuleProblem } from '../../rubric/rule';
import { NUMBER_WORDS } from '../../text/number-words';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import { agenda, consensus, seats } from './example-review';

const POSITIONS = ['consent', 'consent-with-reservation', 'disagree-and-commit', 'object', 'abstain'];
const WORDS = ['no', ...NUMBER_WORDS.slice(1)];

/**
 * X-25. That every voter has a position, and nobody else, is CON-02's finding: it counts here and is not repeated, and the counts are compared once
 * the table is whole. A count that all texts quote alike, but the table does not have, is told once: the table may be what is wrong.
 */
export const positionsCover: ConsistencyRule = {
  id: 'X-25',
  severity: 'must',
  title: 'Positions cover the voters, and quoted counts equal the table',
  failTitle: 'The positions are counted otherwise than they were taken',
  why: 'The count is what travels; a retrospective that says 12 consented where 11 did turns a recorded dissent into a rumour.',
  hint: 'Count the positions of the table and quote that number everywhere.',
  kinds: ['consensus-doc', 'review-agenda', 'support-doc'],
  check: (packet) => {
    const tables = tablesOf(packet);
    const voters = new Set(packet.facts('voter').map((voter) => voter.name));
    if (tables.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet holds no consensus document with positions' };
    if (voters.size === 0)
      return { verdict: 'not-evaluated', reason: 'The packet holds no review agenda with voters' };
    if (tables.some((rows) => !complete(rows, voters)))
      return { verdict: 'fail', problems: [], because: 'CON-02' };
    const quotes = packet.records('position-count');
    // The document's own count first: it stands beside the table.
    const beside = (quote: RecordOf) => Number(tables.some((rows) => rows[0]?.path === quote.path));
    const problems = POSITIONS.flatMap((position) => {
      const counted = tables.map((rows) => rows.filter((row) => textOf(row, 'position') === position));
      const here = quotes.filter((quote) => quote.id === position).sort((a, b) => beside(b) - beside(a));
      const wrong = here.filter((quote) => !counted.some((rows) => rows.length === quote.fields['count']));
      return wrongCounts(
        position,
        wrong,
        here,
        counted[0] as readonly RecordOf[],
        tables[0] as readonly RecordOf[],
      );
    });
    if (problems.length > 0) return { verdict: 'fail', problems };
    return {
      verdict: 'pass',
      evidence: [...tables.flat(), ...quotes].map((record) => ({ path: record.path, span: record.span })),
    };
  },
  examples: {
    pass: [
      {
        files: {
          ...agenda('', seats('Ana', 'Di')),
          ...consensus(
            ['Ana Ruiz | consent | 3', 'Di Moreau | object | −3'],
            'One consented, one objected.\n',
          ),
        },
      },
      // Counts of something else: comments, rounds, objections in another sentence.
      {
        files: {
          ...agenda('', seats('Ana', 'Di')),
          ...consensus(
            ['Ana Ruiz | consent | 3', 'Di Moreau | consent | 3'],
            'After one consent round, 3 disagree-and-commit. No consent. Two consented. One objected.\n',
          ),
        },
      },
    ],
    fail: [
      {
        files: {
          ...agenda('', seats('Ana', 'Di')),
          ...consensus(['Ana Ruiz | consent | 3', 'Di Moreau | object | −3'], 'Two consented, 1 objected.\n'),
        },
        at: [['kit/consensus-doc.md', 'Two']],
      },
      {
        files: {
          ...agenda('', seats('Ana', 'Di')),
          ...consensus(['Ana Ruiz | consent | 3', 'Di Moreau | object | −3'], 'There were 2 consent.\n'),
          'kit/notes.md': '# Notes\n\nWe had 2 consent, 1 abstain.\n',
        },
        at: [
          ['kit/consensus-doc.md', '2'],
          ['kit/notes.md', '1'],
        ],
      },
      // CON-02 says that a voter has no position.
      {
        files: {
          ...agenda('', seats('Ana', 'Di')),
          ...consensus(['Ana Ruiz | consent | 3'], '5 consent.\n'),
        },
        at: [],
      },
    ],
  },
};

/** The rows of positions, one table per consensus document. */
function tablesOf(packet: Packet): readonly (readonly RecordOf[])[] {
  const rows = packet.records('position');
  return [...new Set(rows.map((row) => row.path))].map((path) => rows.filter((row) => row.path === path));
}

function complete(rows: readonly RecordOf[], voters: ReadonlySet<string>): boolean {
  const names = new Set(rows.map((row) => row.id));
  return (
    names.size === rows.length &&
    names.size === voters.size &&
    rows.every((row) => voters.has(row.id) && POSITIONS.includes(textOf(row, 'position') ?? ''))
  );
}

function wrongCounts(
  position: string,
  wrong: readonly RecordOf[],
  quotes: readonly RecordOf[],
  counted: readonly RecordOf[],
  table: readonly RecordOf[],
): RuleProblem[] {
  const alike =
    wrong.length === quotes.length && new Set(wrong.map((quote) => quote.fields['count'])).size === 1;
  const told = alike ? wrong.slice(0, 1) : wrong;
  const row = counted[0] ?? (table[0] as RecordOf);
  return told.map((quote) => {
    const at = placeOf(quote, 'count');
    const insert = spelledLike(textOf(quote, 'written') ?? '', counted.length);
    const others = alike ? wrong.filter((other) => other !== quote) : [];
    return {
      ...at,
      message: `${quote.fields['count']} ${position}, says the text; the table has ${counted.length}`,
      related: [
        { ...placeOf(row, 'position'), message: `the table has ${counted.length} ${position}` },
        ...others.map((other) => ({ ...placeOf(other, 'count'), message: 'quoted here too' })),
      ],
      fix: { title: `Write ${insert}`, edits: [{ ...at.span, insert }] },
    };
  });
}

/** A number in the form of the one it replaces: digits, a word, a word that begins a sentence. */
function spelledLike(written: string, count: number): string {
  const word = WORDS[count];
  if (/^\d/.test(written) || word === undefined) return String(count);
  return /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import type { TableRow } from '../../../text/markdown';
import { tablesIn } from '../../../text/sections';
import { viewTable } from '../../../text/tables';
import { FILES, packet } from '../example-packet';
import type { PromoPacket } from '../model';

const LEAST = 2;
const OTHERS = { who: ['who else', 'other team', 'beyond', 'also gained', 'beneficiar', 'team'] } as const;
const NOBODY = /^(?:none|no(?: ?one|body)?|n\/a|own(?: team)?|mine|ours|my team|our team|[-–—])?\.?$/iu;

/** PP-05. */
export const influenceBeyond: AutoCriterion<PromoPacket> = {
  id: 'PP-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Two outcomes reach beyond the own team',
  failTitle: 'Outcomes stay within the own team',
  why: 'Within your team you have authority; what people did who owe you nothing is the measure of influence.',
  hint: 'Name the other team in the row: one that would confirm the outcome.',
  sources: ['DBX', 'GLAB'],
  check: ({ model, packet: kit }) => {
    const { doc, evidence } = model;
    if (!evidence) return failBecause('PP-04');
    const own = ownTeam(model, kit);
    const teams = [...new Set(kit.people.map(({ team }) => team.trim()))].filter(
      (team) => team !== '' && team !== own,
    );
    const reaching = evidence.rows.filter(
      ({ row }) =>
        namesOther(model, row, own) ||
        teams.some((team) => holds(doc.plain.slice(row.span.from, row.span.to), team)),
    );
    if (reaching.length >= LEAST) return pass(...reaching.map(({ row }) => row.span));
    return fail({
      span: evidence.header.span,
      message: `${reaching.length} rows of ${LEAST} name a team other than ${own === '' ? "the candidate's" : own}`,
    });
  },
  examples: {
    pass: [
      { source: packet({}), packet: FILES, evidence: ['14 of 14 voters'] },
      // Teams that no file of the kit knows.
      { source: packet({}).replaceAll('Ads Revenue', 'Payments') },
      {
        source: packet({
          rows: [
            '| A | [a](part1/RFC-001-a.md) | Ads Revenue moved 12 rows | |',
            '| B | [b](part1/RFC-001-a.md) | Ads Revenue kept it for 5 months | none |',
          ],
        }),
        packet: FILES,
      },
    ],
    fail: [
      {
        source: packet({}).replaceAll('Ads Revenue', 'Data Platform'),
        packet: FILES,
        at: ['| Competency | Artifact | Outcome | Who else gained |'],
      },
      {
        source: packet({}).replaceAll('Ads Revenue', 'none'),
        at: ['| Competency | Artifact | Outcome | Who else gained |'],
      },
      { source: '# Me\n', at: [] },
    ],
  },
};

function ownTeam({ header }: PromoPacket, kit: Packet): string {
  const name = header.at('candidate').text ?? header.at('owner').text;
  return (name === null ? null : kit.person(name))?.team.trim() ?? '';
}

/** A cell of a column for others that says who. */
function namesOther({ doc, section }: PromoPacket, row: TableRow, own: string): boolean {
  const within = section('evidence')?.body;
  const table = within && tablesIn(doc, within).find(({ rows }) => rows.includes(row));
  const who = table ? viewTable<'who'>(table, OTHERS).text(row, 'who').trim() : '';
  return !NOBODY.test(who) && who !== own;
}

/** Spelled as in the kit, as a word of its own. */
function holds(text: string, team: string): boolean {
  const at = text.indexOf(team);
  const letter = /[\p{L}\p{N}]/u;
  return at >= 0 && !letter.test(text[at - 1] ?? '') && !letter.test(text[at + team.length] ?? '');
}

import { type AutoCriterion, fail, notEvaluated, pass } from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import { type Match, matches } from '../../../text/quantities';
import type { Span } from '../../../text/span';
import type { SupportDoc } from '../model';

const FIRST_WORDS = 60;

const PURPOSE = '(?<!\\p{L})(?:use\\s+this|for\\s+the|so\\s+that)(?!\\p{L})';

/** DOC-02. Roles and teams are those of the packet's people. */
export const purposeFirst: AutoCriterion<SupportDoc> = {
  id: 'DOC-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'The first sentences say who uses it and for what',
  failTitle: 'The beginning does not say who uses it and for what',
  why: 'Whoever opens a paper by chance decides in ten seconds whether it is for them; without that sentence it is read by its author alone.',
  hint: 'Begin with who uses this, when and why: "Use this when …", "For the EM Streaming, so that …".',
  sources: ['BLUF'],
  check: ({ model, packet }) => {
    const { doc, title } = model;
    const opening = openingOf(model);
    const [purpose] = matches(doc.plain, PURPOSE, opening, 'i');
    const roles = rolesOf(packet);
    const [role] = rolesIn(doc.plain, roles, opening);
    const place = firstLineOf(doc.text, opening) ?? title;
    if (!purpose)
      return fail({
        span: place,
        message: `The first ${FIRST_WORDS} words hold none of "use this", "for the" and "so that"`,
      });
    if (roles.length === 0)
      return notEvaluated('Roles are those of the people of the packet, and it names none (RACI matrix)');
    if (!role)
      return fail({
        span: place,
        message: `The first ${FIRST_WORDS} words name no role or team of the packet`,
        hint: `Say for whom it is, for example the ${roles[0]}.`,
      });
    return pass(purpose, role);
  },
  examples: {
    pass: [
      {
        path: 'kit/examples/note.md',
        source: '# Note\n\nUse this when rows are missing. It is for the *Senior SRE* at night.\n',
        packet: packet(),
        evidence: ['Use this', 'Senior SRE'],
      },
      {
        path: 'kit/examples/note.md',
        source: '# Note\n\nWritten for the\nStreaming team.\n',
        packet: packet(),
        evidence: ['Streaming'],
      },
    ],
    fail: [
      {
        path: 'kit/examples/note.md',
        source: '# Note\n\nRows went missing.\n\nUse it, Senior SRE.\n',
        packet: packet(),
        at: ['Rows went missing.'],
      },
      {
        path: 'kit/examples/note.md',
        source: '# Note\n\nUse this if you like streaming.\n',
        packet: packet(),
        at: ['Use this if you like streaming.'],
      },
      {
        path: 'kit/examples/note.md',
        source: `# Note\n\n${'word '.repeat(60)}use this, Senior SRE\n`,
        packet: packet(),
      },
      { path: 'kit/examples/note.md', source: '# Note\n', packet: packet(), at: ['# Note'] },
    ],
  },
};

/** The first words below the title, as a range of the text. */
function openingOf({ doc, title }: SupportDoc): Span {
  const from = doc.headings[0]?.level === 1 ? title.to : (doc.frontMatterSpan?.to ?? 0);
  let count = 0;
  let to = from;
  for (const word of doc.plain.slice(from).matchAll(/\S+/g)) {
    if (/[\p{L}\p{N}]/u.test(word[0])) count++;
    to = from + word.index + word[0].length;
    if (count === FIRST_WORDS) break;
  }
  return { from, to };
}

function firstLineOf(text: string, opening: Span): Span | null {
  const line = /\S[^\n]*/.exec(text.slice(opening.from, opening.to));
  return line
    ? { from: opening.from + line.index, to: opening.from + line.index + line[0].trimEnd().length }
    : null;
}

function rolesOf(packet: Packet): readonly string[] {
  const names = packet.people.flatMap(({ role, team }) => [role.trim(), team.trim()]);
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Roles as they are spelled, line breaks and a plural apart; "checkout" is a verb where "Checkout" is a team. */
function rolesIn(text: string, roles: readonly string[], within: Span): Match[] {
  if (roles.length === 0) return [];
  const sources = [...roles]
    .sort((a, b) => b.length - a.length)
    .map((role) => role.split(/\s+/).map(literal).join('\\s+'));
  return matches(text, `(?<![\\p{L}\\p{N}-])(?:${sources.join('|')})s?(?![\\p{L}\\p{N}-])`, within);
}

function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function packet(): Readonly<Record<string, string>> {
  return {
    'kit/raci-matrix.yaml':
      'people:\n  - {key: TA, name: Tomasz Adeyinka, role: Senior SRE, team: Streaming, level: 1}\n',
  };
}

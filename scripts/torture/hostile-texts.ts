/** A text that grows with `length` (UTF-16 units, about) and is made to cost more than its length. */
export interface HostileText {
  readonly name: string;
  readonly make: (length: number) => string;
}

function pump(fragment: string): (length: number) => string {
  return (length) => fragment.repeat(Math.max(1, Math.ceil(length / fragment.length)));
}

function counted(line: (index: number) => string): (length: number) => string {
  return (length) => {
    const parts: string[] = [];
    for (let size = 0, i = 0; size < length; i++) {
      const part = line(i);
      parts.push(part);
      size += part.length;
    }
    return parts.join('');
  };
}

/** What sentences of the rubric's readers are made of, without an end: one sentence, one paragraph, one line. */
const WORDS = [
  'a',
  'ab ',
  ' ',
  '\t',
  '5 min ',
  '1,',
  '1.5 h 05 ',
  '$5,000 ',
  '$1.2M to $3.4M ',
  '99.95% ',
  '5 of 7 ',
  '5 for, 2 against ',
  'R-03 ',
  'ADR-001, ',
  'RFC-042 §4 ',
  'Ana Ruiz ',
  'Ana Ruiz (Staff Engineer), ',
  '2024-03-12T09:05Z ',
  '14:20 ',
  'from 14:20 to 16:35 is 135 min, ',
  'between the 14:20 and ',
  '15:25, 65 min after detection, ',
  'because ',
  'if lag > 5 min for 10 min then ',
  'kafka-msk ',
  'Phase 2 ',
  'Option B ',
  'p99 < 200 ms ',
  '3 × 5 = 15 ',
  '(1 + 2) / 3 = ',
  'not a ',
  'we will ',
  'e.g. ',
  '“a” ',
  '"a" ',
  "'",
  'TODO ',
  '<placeholder> ',
  '… ',
  'a-',
  'A.',
  'no. ',
  '1',
  '-1',
  '\u00e9\u0301',
  '\u{1f600}',
  '\ud800',
  '\u0000',
] as const;

/** Marks that open, nest or almost close something in Markdown. */
const MARKS = [
  '[',
  '![',
  '](',
  '[a](',
  '[a](b.md) ',
  '[a][b] ',
  '[b]: c.md\n',
  '*a ',
  '**a** ',
  '_',
  '`',
  '``` a\n',
  '~~~\n',
  '<',
  '<a ',
  '<!-- ',
  '<?',
  '&',
  '\\',
  '|',
  '|-',
  '> ',
  '- ',
  '1. ',
  '- [ ] a\n',
  '# ',
  '# a\n',
  '###### a\n\n',
  '=\n',
  'a\n=\n',
  '---\n',
  '***\n',
  '\n',
  '\r',
  '\r\n',
  'a\r',
  '\n\n    a',
  'a.\n\n',
  'a@b.c ',
  'http://a.b/c?d ',
  'www.',
] as const;

/** Many small pieces, each of its own. */
const ROWS: readonly HostileText[] = [
  { name: 'headings', make: counted((i) => `## Part ${i}\n\nText ${i}.\n\n`) },
  { name: 'headings going down and up', make: counted((i) => `${'#'.repeat((i % 6) + 1)} Part\n`) },
  {
    name: 'one long table',
    make: counted((i) =>
      i === 0 ? '| Id | Owner | Min |\n|---|---|---|\n' : `| R-${i % 100} | Ana Ruiz | ${i} min |\n`,
    ),
  },
  { name: 'a table with one long row', make: (n) => `|${'a|'.repeat(n / 4)}\n|${'-|'.repeat(n / 4)}\n` },
  { name: 'many tables', make: counted((i) => `| Id | Min |\n|---|---|\n| R-${i % 100} | ${i} |\n\n`) },
  { name: 'links', make: counted((i) => `See [part ${i}](part-${i}.md#a) `) },
  { name: 'links to its own parts', make: counted((i) => `## Part ${i}\n\n[part](#part-${i})\n\n`) },
  { name: 'different ids', make: counted((i) => `R-${i % 10000} and ADR-${i % 1000}. `) },
  { name: 'different names', make: counted((i) => `Ana${i} Ruiz${i}, `) },
  {
    name: 'decisions',
    make: counted((i) => `### ADR-${i % 10000}: Decide\n\nStatus: Accepted\n\n- Ana Ruiz: for, 5 min\n\n`),
  },
  { name: 'key and value lines', make: counted((i) => `**Key ${i}:** value ${i}\n`) },
  { name: 'questions', make: counted((i) => `**Why did ${i} fail?** Because ${i} did.\n\n`) },
  { name: 'quotations', make: counted((i) => `> "We ${i} said so", says Ana Ruiz.\n\n`) },
  { name: 'code fences', make: counted((i) => `\`\`\`yaml\na: ${i}\n\`\`\`\n`) },
  { name: 'sums of money', make: counted((i) => `It costs $${i},000 a year, $${i}k less than ADR-001. `) },
  { name: 'nested list', make: counted((i) => `${'  '.repeat(i % 50)}- R-${i}\n`) },
];

export const PROSE_TEXTS: readonly HostileText[] = [
  ...[...WORDS, ...MARKS].map((fragment) => ({
    name: `repeated ${JSON.stringify(fragment)}`,
    make: pump(fragment),
  })),
  ...ROWS,
  { name: 'open brackets', make: (n) => `${'['.repeat(n / 2)}a${']'.repeat(n / 2)}` },
  { name: 'front matter that never ends', make: (n) => `---\n${'a: b\n'.repeat(n / 5)}` },
  { name: 'a fence that never ends', make: (n) => `\`\`\`\n${'a b\n'.repeat(n / 4)}` },
];

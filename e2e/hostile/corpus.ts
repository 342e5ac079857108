import type { DataNode } from '../../shared/text/data-tree';
import { parseJson } from '../../shared/text/json';
import { parseYaml } from '../../shared/text/yaml';
import { HOSTILE_DIAGRAMS } from './diagrams';
import { ADDRESSES, DECEITS, MARKUP, song } from './payloads';

/** One place of one file in which one hostile text stands. */
export interface HostileInput {
  /** Which kind of place, and which text. */
  readonly name: string;
  /** As it stands in the file. */
  readonly text: string;
}

type Carrier = readonly [name: string, write: (payload: string) => string];

/** Where Markdown takes a text of any kind. */
const PASSAGES: readonly Carrier[] = [
  ['a block', (p) => p],
  ['a line', (p) => `Words ${p} and words.`],
  ['a heading', (p) => `## Part ${p}`],
  ['a cell', (p) => `| Column | ${cell(p)} |\n| --- | --- |\n| ${cell(p)} | words |`],
  ['a nested item', (p) => `- one\n  - [ ] two ${p}\n    1. ${p}`],
  ['a quote', (p) => `> [!WARNING]\n> ${p}`],
  ['a note', (p) => `A note[^n].\n\n[^n]: ${p}`],
  ['a definition', (p) => `Term ${p}\n: ${p}`],
  ['the words of a link', (p) => `[${p}](notes.md "${p.replaceAll('"', "'")}")`],
  ['the words for a picture', (p) => `![${p}](missing.png '${p.replaceAll("'", '')}')`],
  ['code', (p) => `\`\`\`${p.replaceAll('`', '')}\n${p}\n\`\`\``],
  ['a formula', (p) => `$${p}$ and\n\n$$\n\\text{${p}} \\href{${p}}{x} \\class{overlay}{y}\n$$`],
];
/** Where Markdown and HTML take an address. */
const LINKS: readonly Carrier[] = [
  ['a link', (a) => `[a link](${a})`],
  ['a link in brackets', (a) => `[a link](<${a}>)`],
  ['an address as such', (a) => `<${a}>`],
  ['a reference', (a) => `[by name][ref]\n\n[ref]: <${a}> "t"`],
  ['a picture', (a) => `![a picture](<${a}>)`],
  ['HTML', (a) => `<a href="${a}" target="_top">a</a> <img src="${a}" srcset="${a} 2x"> <area href="${a}">`],
];

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const quoted = (text: string) => JSON.stringify(text);

/** Each carrier with each text, as passages with a blank line around. */
function combined(carriers: readonly Carrier[], texts: readonly string[]): HostileInput[] {
  return carriers.flatMap(([place, write]) =>
    texts.map((text) => ({ name: `${text.slice(0, 60)} in ${place}`, text: write(text) })),
  );
}

/** Text that nests so deeply that a reader which calls itself would fall over. */
const DEEP: readonly HostileInput[] = [
  ['quotes', `${'> '.repeat(400)}x`],
  ['lists', Array.from({ length: 120 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')],
  ['elements', `${'<div><b>'.repeat(400)}x`],
  ['brackets', `${'['.repeat(3000)}x${']'.repeat(3000)}`],
  ['pictures in pictures', `${'!['.repeat(400)}x${'](y)'.repeat(400)}`],
  ['emphasis', `${'*_'.repeat(3000)}x`],
  ['tables', '<table><tr><td>'.repeat(200)],
  ['entities', '&amp;#x26;amp;lt;'.repeat(500)],
  ['formulas', `$${'\\frac{1}{'.repeat(200)}x${'}'.repeat(200)}$`],
].map(([name = '', text = '']) => ({ name: `deep ${name}`, text }));

/** A header whose every value is hostile. */
function header(id: string, at: number): string {
  const payload = (step: number) => quoted(MARKUP[(at * 7 + step) % MARKUP.length] ?? '');
  return `---\nid: ${id}\ntitle: ${payload(0)}\nstatus: accepted\ndate: "2024-05-02"\nowner: ${payload(1)}\ndeciders: [${payload(2)}, ${quoted(DECEITS[at % DECEITS.length] ?? '')}]\n__proto__: {polluted: ${payload(3)}}\n${payload(4)}: x\n---\n\n# ${MARKUP[at % MARKUP.length]}\n`;
}

/** Passages as files of a kind that everything looks at: the rubric, the packet, the export. */
function decisions(inputs: readonly HostileInput[], perFile: number): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; at * perFile < inputs.length; at++) {
    const id = `ADR-${String(901 + at)}`;
    const body = inputs.slice(at * perFile, (at + 1) * perFile).map(({ text }) => text);
    files.set(`part2-adr-catalog/adr-${901 + at}-hostile.md`, `${header(id, at)}\n${body.join('\n\n')}\n`);
  }
  return files;
}

/** All values of a data file that are words. Ids, dates, words of a list and numbers stay, so that views are drawn and not refused. */
function wordsOf(node: DataNode): DataNode[] {
  if (node.kind === 'map') return [...node.members.values()].flatMap(wordsOf);
  if (node.kind === 'list') return node.items.flatMap(wordsOf);
  const isWords =
    typeof node.value === 'string' && /[a-z] \S/i.test(node.value) && node.span.to > node.span.from;
  return isWords ? [node] : [];
}

/** A worked data file in which every value of several words is hostile instead; the inputs are noted in `into`. */
export function poisoned(path: string, text: string, into: HostileInput[]): string {
  const { root } = path.endsWith('.json') ? parseJson(text) : parseYaml(text);
  if (!root) throw new Error(`${path} does not parse`);
  const payloads = [...MARKUP, ...DECEITS];
  let out = '';
  let done = 0;
  const quotes = (at: number) => (/["']/.test(text[at] ?? '') ? 1 : 0);
  for (const [index, { span }] of wordsOf(root)
    .sort((a, b) => a.span.from - b.span.from)
    .entries()) {
    const from = path.endsWith('.json') ? span.from : span.from - quotes(span.from - 1);
    const to = path.endsWith('.json') ? span.to : span.to + (from < span.from ? 1 : 0);
    // Texts over several lines stay: replacing them would need their indentation.
    if (from < done || /[\n|>]/.test(text.slice(from, to)) || /[|>]\s*$/.test(text.slice(done, from)))
      continue;
    const payload = payloads[(index + path.length * 13) % payloads.length] ?? '';
    out += text.slice(done, from) + quoted(payload);
    done = to;
    into.push({ name: `${payload.slice(0, 60)} in ${path}`, text: quoted(payload) });
  }
  return out + text.slice(done);
}

/**
 * A worked document that keeps its form, with something hostile behind each heading, item, note and cell: its views draw words of its own where the
 * preview draws Markdown.
 */
export function poisonedDocument(path: string, text: string, into: HostileInput[]): string {
  let next = path.length * 7;
  const payload = () => MARKUP[next++ % MARKUP.length] ?? '';
  const note = (hostile: string) => {
    into.push({ name: `${hostile.slice(0, 60)} in ${path}`, text: `${hostile} in ${path}` });
    return hostile;
  };
  const [, header = '', body = text] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
  const lines = body.split('\n').map((line) => {
    if (/^\s*\|.*\|\s*$/.test(line) && !/^[\s|:-]+$/.test(line))
      return line.replace(/\s*\|\s*$/, () => ` ${cell(note(payload()))} |`);
    return /^(?:#|> \S|\s*(?:[-*]|\d+\.) )/.test(line) ? `${line} ${note(payload())}` : line;
  });
  return (
    header.replace(/^(title|audience|ask): .*$/gm, (_, key: string) => `${key}: ${quoted(note(payload()))}`) +
    lines.join('\n')
  );
}

/** A decision that names all others, whose cards are asked for, and that others have looked at: their words stand beside it. */
const REVIEWED = 'part2-adr-catalog/adr-898-reviewed.md';

function reviewed(names: readonly string[]): Map<string, string> {
  const entry = (fields: Readonly<Record<string, string>>) =>
    `- ${Object.entries(fields)
      .map(([key, value]) => `${key}: ${quoted(value)}`)
      .join('\n  ')}\n`;
  const review = (by: string, date: string) => ({ path: REVIEWED, by, date });
  return new Map([
    [
      REVIEWED,
      `---\nid: ADR-898\ntitle: A decision that was looked at\nstatus: accepted\ndate: "2024-05-02"\nowner: Ada Quill\n---\n\n# ADR-898: A decision that was looked at\n\nIt is done as soon as possible: TODO\n\n## What it rests on\n\n${names.map((name) => `- ${name}\n`).join('')}`,
    ],
    [
      '.staffwright/self-assessments.yaml',
      MARKUP.map((text, at) =>
        entry({
          criterion: 'AD-14',
          answer: (['yes', 'partly', 'no'] as const)[at % 3] ?? 'no',
          note: text,
          ...review(`${text} ${at}`, '2024-05-03'),
        }),
      ).join(''),
    ],
    [
      '.staffwright/waivers.yaml',
      entry({
        finding: 'GEN-02',
        quote: 'TODO',
        reason: MARKUP[6] ?? '',
        ...review(MARKUP[0] ?? '', '2024-05-03'),
      }) +
        // Those that name nothing are findings, which say what they name.
        MARKUP.map((text) =>
          entry({ finding: text, quote: text, reason: text, ...review(text, '2024-05-03') }),
        ).join(''),
    ],
  ]);
}

/** Names of files, as hostile as a disk takes them. */
const FILE_NAMES: readonly string[] = [
  '<img src=x onerror=canary(1)>.md',
  "'onmouseover='canary(1)'.md",
  'safe\u202edm.exe.md',
  'zero\u200bwidth.md',
  '{{7*7}}${x}.md',
  '&lt;b&gt;.md',
  'javascript:canary(1).md',
  '-rf.md',
  '__proto__.md',
  'a b&c=d?e#f%41.md',
  '<script>canary(1)<.md',
];
const FOLDER_NAMES: readonly string[] = ['<svg onload=canary(1)>', 'constructor', '\u2067folder\u2069'];

export interface HostileKit {
  /** By path. */
  readonly files: ReadonlyMap<string, string>;
  readonly inputs: readonly HostileInput[];
}

/**
 * Over 500 hostile inputs of our own making as one kit: each text in each place that takes one, packed so that a story can look at all of them
 * within seconds. `worked` are files of the worked example: those of data keep their form and lose their words, documents get more.
 */
export function hostileKit(worked: ReadonlyMap<string, string>, perFile: number): HostileKit {
  const passages = [
    ...combined(
      PASSAGES,
      MARKUP.filter((_, i) => perFile < 50 || i % 3 === 0),
    ),
    ...combined(PASSAGES.slice(0, 4), DECEITS),
    ...combined(LINKS, ADDRESSES),
    ...DEEP,
  ];
  const inputs = [...passages];
  const files = decisions(passages, perFile);
  const diagrams = HOSTILE_DIAGRAMS.map((text, i) => ({ name: `diagram ${i}`, text }));
  inputs.push(...diagrams);
  files.set(
    'part2-adr-catalog/adr-899-diagrams.md',
    `${header('ADR-899', 3)}\n${diagrams.map(({ text }) => `\`\`\`mermaid\n${text}\`\`\``).join('\n\n')}\n`,
  );
  for (const [path, text] of worked)
    files.set(path, (path.endsWith('.md') ? poisonedDocument : poisoned)(path, text, inputs));
  const names = [...files.keys()].flatMap((path) => /\/adr-(\d+)-.*\.md$/.exec(path)?.[1] ?? []);
  for (const [path, text] of reviewed(names.map((number) => `ADR-${number}`))) files.set(path, text);
  for (const [i, name] of FILE_NAMES.entries()) {
    const folder = FOLDER_NAMES[i % FOLDER_NAMES.length];
    files.set(`${folder}/${name}`, `# ${name}\n\n[${song('name')}](<${name}>)\n`);
    inputs.push({ name: `the name ${name}`, text: name });
  }
  files.set(
    'kit.yaml',
    `version: 1\nname: ${quoted(MARKUP[6] ?? '')}\nauthor: ${quoted(DECEITS[0] ?? '')}\n`,
  );
  return { files, inputs };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A regular expression of ours, and where it stands or was used. */
export interface OwnPattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/** A literal: behind something that cannot end a value, so that a division is none. */
const LITERAL =
  /(?<=(?:[=(,:!&|?[{};+]|\breturn|=>|^)\s*)\/(?![*/])((?:[^\\/[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+)\/([dgimsuvy]*)(?![\w/])/gm;

/** The literals in the sources of a folder; tests and generated files are left out. */
export function literalPatterns(folder: string): OwnPattern[] {
  const found: OwnPattern[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (
      !entry.isFile() ||
      !/\.tsx?$/.test(path) ||
      /\.test(?:-support)?\.tsx?$|[\\/]generated[\\/]/.test(path)
    )
      continue;
    for (const match of readFileSync(path, 'utf8').matchAll(LITERAL)) {
      const [, source = '', flags = ''] = match;
      if (compiles(source, flags)) found.push({ source, flags, where: path });
    }
  }
  return found;
}

/** The patterns that run while `act` does, composed ones as they came to be; those of packages too. */
export function patternsUsed(act: () => void): OwnPattern[] {
  const used = new Map<string, OwnPattern>();
  const own = RegExp.prototype.exec;
  RegExp.prototype.exec = function exec(this: RegExp, text: string) {
    const key = `${this.flags}/${this.source}`;
    if (!used.has(key))
      used.set(key, { source: this.source, flags: this.flags, where: 'used on the worked kit' });
    return own.call(this, text);
  };
  try {
    act();
  } finally {
    RegExp.prototype.exec = own;
  }
  return [...used.values()];
}

function compiles(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}

/** Characters that stand for the classes patterns ask for. */
const CLASSES = [
  'a',
  'A',
  '1',
  ' ',
  '\t',
  '\n',
  '\r',
  '-',
  '.',
  ',',
  'é',
  '😀',
  '"',
  '(',
  '[',
  '<',
  '|',
  '*',
  '`',
  ':',
  '/',
  '_',
  '$',
];

/** What a pattern may be led on by: its own words and marks, by themselves and in pairs with what its classes mean. */
export function pumpsFor({ source }: OwnPattern): string[] {
  const words = [
    ...new Set(
      source
        .replace(/\\[pP]\{[^}]*\}|\(\?<?[=!:]|\\./g, ' ')
        .match(/[\p{L}\d]+|[$€£%×#>"'“”<:;,/_~`=&@-]/gu) ?? [],
    ),
  ].slice(0, 14);
  const pieces = [...CLASSES, ...words.filter((word) => !CLASSES.includes(word))];
  return [
    ...pieces,
    ...words.flatMap((word) => [`${word} `, `${word}1`, `1${word} `, `${word},`, `a${word}`]),
    'a ',
    '1 ',
    '1,',
    '1.',
    'a.',
    'a-',
    'a, ',
    ' a',
    '. ',
    '\n ',
    ' \n',
    '\na',
    '- ',
    '1 a ',
    '2024-01-01',
    'A-1',
    'A-01 ',
    '12:30 ',
    '$1',
    '$1,000 ',
    'aa ',
    'Aa Aa ',
    '(a',
    'a)',
    '[a](',
    '<a',
    '**',
    '"a" ',
  ];
}

/** Processor time of one search of a whole text, in milliseconds. */
export function searchTime({ source, flags }: OwnPattern, text: string): number {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  const start = process.cpuUsage();
  for (const _ of text.matchAll(pattern));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

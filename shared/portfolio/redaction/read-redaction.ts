import type { DataNode } from '../../text/data-tree';
import { firstLine } from '../../text/data-tree';
import { LineIndex } from '../../text/line-index';
import { Pattern, PatternError } from '../../text/pattern';
import type { Span } from '../../text/span';
import { parseYaml } from '../../text/yaml';
import {
  REDACTION_FILE,
  type RedactedPattern,
  type RedactedPerson,
  type RedactedTerm,
  type Redaction,
  type RedactionRemark,
} from './redaction';
import { Redactor } from './redactor';

const KEYS = ['version', 'terms', 'people', 'hosts', 'patterns', 'keep', 'money'] as const;

/** More entries than this are no list a person keeps. */
const MOST = 1000;
const LONGEST = 120;

/**
 * Pseudonyms go into YAML, JSON, Mermaid, links and file names as they are, so they hold no mark that means something there. One that starts with
 * a letter can't turn a text into a number, nor a line into a list.
 */
const WORDS = /^\p{L}(?:[\p{L}\p{M}\p{N} ._-]{0,78}[\p{L}\p{M}\p{N}])?$/u;
const HOST = /^(?=.*(?:[a-z]|\..*\..*\.))[a-z0-9](?:[a-z0-9.-]{0,118}[a-z0-9])?$/i;
const NUMBERED = /^\p{L}(?:[\p{L}\p{M}\p{N} ._-]|\{n\}){0,78}$/u;
/** What YAML reads as something else than text. */
const YAML_WORDS = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

export interface RedactionReading {
  /** Null when anything in the file does not hold: a mistyped entry would leave open what it was to hide. */
  readonly redaction: Redaction | null;
  readonly problems: readonly (RedactionRemark & { readonly span: Span })[];
}

const NOTHING: Redaction = { terms: [], people: [], hosts: [], patterns: [], keep: [], money: false };

/** Reads what a kit's redacted exports hide. Total; whatever does not hold is told with its line. */
export function readRedaction(text: string): RedactionReading {
  if (text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line)))
    return { redaction: NOTHING, problems: [] };
  const reader = new Reader(text);
  const redaction = reader.read();
  return reader.problems.length > 0
    ? { redaction: null, problems: reader.problems }
    : { redaction, problems: [] };
}

class Reader {
  readonly problems: (RedactionRemark & { readonly span: Span })[] = [];
  private readonly lines: LineIndex;
  private readonly pseudonyms = new Map<string, Span>();

  constructor(private readonly text: string) {
    this.lines = new LineIndex(text);
  }

  read(): Redaction {
    const tree = parseYaml(this.text);
    for (const problem of tree.problems) this.wrong(problem.span, problem.message);
    const root = tree.root;
    if (root && root.kind !== 'map')
      this.wrong(root.span, `The file is a mapping with ${KEYS.slice(1).join(', ')}`);
    const members: ReadonlyMap<string, DataNode> = root?.kind === 'map' ? root.members : new Map();
    for (const [key, node] of members) {
      if (!(KEYS as readonly string[]).includes(key))
        this.wrong(node.key ?? node.span, `"${key}" is not known here; the keys are ${KEYS.join(', ')}`);
    }
    const version = members.get('version');
    if (root?.kind === 'map' && version?.value !== 1)
      this.wrong(version?.span ?? root.span, 'Write "version: 1" at the top: this studio knows version 1');
    const terms = this.entries(members.get('terms'), ['original', 'pseudonym'], (entry) =>
      this.term(entry, WORDS),
    );
    const hosts = this.entries(members.get('hosts'), ['original', 'pseudonym'], (entry) =>
      this.term(entry, HOST),
    );
    const people = this.entries(
      members.get('people'),
      ['name', 'pseudonym', 'aliases', 'initials', 'alone'],
      (entry) => this.person(entry),
    );
    const patterns = this.entries(members.get('patterns'), ['pattern', 'pseudonym'], (entry) =>
      this.pattern(entry),
    );
    const money = members.get('money');
    if (money && typeof money.value !== 'boolean') this.wrong(money.span, '"money" is true or false');
    const keep = this.texts(members.get('keep'), 'keep');
    const redaction = { terms, people, hosts, patterns, keep, money: money?.value === true };
    this.proofPseudonyms(redaction);
    return redaction;
  }

  /** A pseudonym that holds what another entry hides would be found in the finished export. */
  private proofPseudonyms(redaction: Redaction): void {
    const redactor = new Redactor(redaction);
    for (const [pseudonym, place] of this.pseudonyms) {
      const [hit] = redactor.hits(pseudonym.replaceAll('{n}', '1'), 'prose');
      const hidden = hit === undefined ? undefined : redactor.entries[hit.entry];
      if (hidden) this.wrong(place, `"${pseudonym}" would hold what is hidden: "${hidden.original}"`);
    }
  }

  private entries<T>(
    node: DataNode | undefined,
    keys: readonly string[],
    read: (entry: Entry) => T | null,
  ): T[] {
    if (!node || node.value === null) return [];
    if (node.kind !== 'list') {
      this.wrong(node.key ?? node.span, `This is a list; each entry starts with "- ${keys[0]}:"`);
      return [];
    }
    if (node.items.length > MOST) this.wrong(node.key ?? node.span, `The list has more than ${MOST} entries`);
    return node.items.slice(0, MOST).flatMap((item) => {
      if (item.kind !== 'map') {
        this.wrong(item.span, `An entry is a mapping that starts with "${keys[0]}:"`);
        return [];
      }
      for (const [key, value] of item.members) {
        if (!keys.includes(key))
          this.wrong(value.key ?? value.span, `"${key}" is not known here; an entry has ${keys.join(', ')}`);
      }
      return read({ item, members: item.members }) ?? [];
    });
  }

  private term(entry: Entry, shape: RegExp): RedactedTerm | null {
    const original = this.original(entry, 'original');
    const pseudonym = this.pseudonym(entry, shape);
    return original === null || pseudonym === null ? null : { original, pseudonym };
  }

  private person(entry: Entry): RedactedPerson | null {
    const name = this.original(entry, 'name');
    const pseudonym = this.pseudonym(entry, WORDS);
    const initials = entry.members.get('initials');
    if (initials && !(typeof initials.value === 'string' && /^\p{L}{2,4}$/u.test(initials.value)))
      this.wrong(initials.span, '"initials" are two to four letters');
    const alone = entry.members.get('alone');
    if (alone && typeof alone.value !== 'boolean') this.wrong(alone.span, '"alone" is true or false');
    const aliases = this.texts(entry.members.get('aliases'), 'aliases');
    if (name === null || pseudonym === null) return null;
    return {
      name,
      pseudonym,
      aliases,
      initials: typeof initials?.value === 'string' ? initials.value : '',
      alone: alone?.value !== false,
    };
  }

  private pattern(entry: Entry): RedactedPattern | null {
    const source = this.original(entry, 'pattern');
    const pseudonym = this.pseudonym(entry, NUMBERED);
    if (source === null || pseudonym === null) return null;
    try {
      const pattern = new Pattern(source);
      if (pattern.test(''))
        this.wrong(this.place(entry, 'pattern'), 'This pattern fits the empty text, so it fits everywhere');
      return { pattern, pseudonym };
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      this.wrong(this.place(entry, 'pattern'), `This is no pattern: ${error.message}`);
      return null;
    }
  }

  private original(entry: Entry, key: string): string | null {
    const value = scalarText(entry.members.get(key));
    if (value.trim() === '') {
      this.wrong(this.place(entry, key), `This entry has no "${key}", so it would hide nothing`);
      return null;
    }
    if (key !== 'pattern' && !/[\p{L}\p{N}]/u.test(value)) {
      this.wrong(this.place(entry, key), 'What is hidden holds a letter or a digit');
      return null;
    }
    if (value.length <= LONGEST * (key === 'pattern' ? 5 : 1)) return value.trim();
    this.wrong(this.place(entry, key), `"${key}" is longer than anything that could be found`);
    return null;
  }

  private pseudonym(entry: Entry, shape: RegExp): string | null {
    const value = scalarText(entry.members.get('pseudonym')).trim();
    if (value !== '' && shape.test(value) && !YAML_WORDS.test(value)) {
      this.pseudonyms.set(value, this.place(entry, 'pseudonym'));
      return value;
    }
    const form =
      shape === HOST
        ? 'a name or address of a host, such as host-1.example'
        : 'a letter, then letters, digits, blanks, dots, hyphens and low lines';
    this.wrong(
      this.place(entry, 'pseudonym'),
      value === '' ? 'This entry has no "pseudonym"' : `"${value}" can't stand everywhere: write ${form}`,
    );
    return null;
  }

  private texts(node: DataNode | undefined, key: string): string[] {
    if (!node || node.value === null) return [];
    if (node.kind !== 'list') {
      this.wrong(node.key ?? node.span, `"${key}" is a list of texts`);
      return [];
    }
    return node.items.flatMap((item) => {
      const value = scalarText(item).trim();
      if (/[\p{L}\p{N}]/u.test(value) && value.length <= LONGEST) return [value];
      this.wrong(item.span, `An entry of "${key}" is a text of up to ${LONGEST} characters`);
      return [];
    });
  }

  private place(entry: Entry, key: string): Span {
    const node = entry.members.get(key);
    return node && node.span.to > node.span.from ? node.span : (node?.key ?? entry.item.span);
  }

  private wrong(span: Span, message: string): void {
    const first = firstLine(this.text, span);
    const { line } = this.lines.position(first.from);
    this.problems.push({ message, path: REDACTION_FILE, line, span: first });
  }
}

interface Entry {
  readonly item: DataNode;
  readonly members: ReadonlyMap<string, DataNode>;
}

function scalarText(node: DataNode | undefined): string {
  return typeof node?.value === 'string' || typeof node?.value === 'number' ? String(node.value) : '';
}

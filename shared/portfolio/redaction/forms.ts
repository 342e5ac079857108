import { fold } from './folded';
import type { RedactedPerson, Redaction } from './redaction';

/** One way in which something hidden is written, and what stands in its place. */
export interface Form {
  /** What it belongs to: the index of its entry among {@link entriesOf}. */
  readonly entry: number;
  /** Folded words in their order. */
  readonly words: readonly string[];
  /** The same words with capitals as the entry writes them; decides what counts as another spelling. */
  readonly cased: readonly string[];
  /** Words of the pseudonym. As many as `words` where each word has its own. */
  readonly pieces: readonly string[];
  /** Marks that may stand between two words, at most. */
  readonly gap: number;
  /** Needs a dot between its words: `I. C.` */
  readonly dotted: boolean;
  /** Only as the entry writes it, capitals included. */
  readonly exact: boolean;
}

/** An entry of the list as people know it. */
export interface Entry {
  readonly kind: 'term' | 'person' | 'host' | 'pattern';
  readonly original: string;
  readonly pseudonym: string;
}

export function entriesOf(redaction: Redaction): Entry[] {
  return [
    ...redaction.terms.map(({ original, pseudonym }): Entry => ({ kind: 'term', original, pseudonym })),
    ...redaction.people.map(({ name, pseudonym }): Entry => ({ kind: 'person', original: name, pseudonym })),
    ...redaction.hosts.map(({ original, pseudonym }): Entry => ({ kind: 'host', original, pseudonym })),
    ...redaction.patterns.map(
      ({ pattern, pseudonym }): Entry => ({ kind: 'pattern', original: pattern.source, pseudonym }),
    ),
  ];
}

/**
 * Words that are names too. Alone they are left as they are, since a text full of wrong pseudonyms hides nothing either; an alias of the person
 * says otherwise.
 */
const ALSO_WORDS = new Set(
  (
    'abbey art august autumn baker banks bell bill black bond brown buck chance chase christian church clay cliff coach cook cooper dale dawn day ' +
    'dean drew duke earl faith field fields fisher foster fox frank gene glen grace grant gray green guy harbor harper hill hope hunt hunter iris ' +
    'jack jade joy june key king lake lance lane lane law lily long love major march mark marsh mason may mercy miles mill miller moon ' +
    'north page park parks paris penny pepper pierce pike piper porter price rain ray read reed reeves rich river rob robin rock rose ruby rusty ' +
    'sage sandy shepherd singer skip small smith snow son south star sterling stone storm story strong summer summers sunny tanner taylor teller ' +
    'temple trip turner van von wade walker wall ward waters way weaver webb west white will winter wolf wood woods wright young'
  ).split(' '),
);

/** All ways in which what is hidden may be written; those with more letters first. */
export function formsOf(redaction: Redaction): Form[] {
  const forms: Form[] = [];
  let entry = 0;
  for (const { original, pseudonym } of redaction.terms) {
    forms.push(whole(entry++, original, pseudonym));
  }
  const taken = new Set<string>();
  for (const person of redaction.people) forms.push(...personForms(entry++, person, taken));
  for (const { original, pseudonym } of redaction.hosts) {
    forms.push({ ...whole(entry++, original, pseudonym), ...oneWord(original), pieces: [pseudonym] });
  }
  const length = (form: Form) => form.words.reduce((sum, word) => sum + word.length, 0);
  return forms.sort((a, b) => length(b) - length(a) || a.entry - b.entry);
}

function whole(entry: number, original: string, pseudonym: string): Form {
  return {
    entry,
    ...wordsOf(original),
    pieces: pseudonym.split(/\s+/),
    gap: 3,
    dotted: false,
    exact: false,
  };
}

/** Splits where a name may be written with other marks; `R&D` and `C++` stay whole. */
function wordsOf(original: string): Pick<Form, 'words' | 'cased'> {
  const { cased } = fold(original, { escapes: false });
  const words = cased.split(/[ _-]+/).filter(Boolean);
  return { cased: words, words: words.map((word) => fold(word, { escapes: false }).chars) };
}

function oneWord(original: string): Pick<Form, 'words' | 'cased'> {
  const { chars, cased } = fold(original, { escapes: false });
  return { words: [chars], cased: [cased] };
}

function personForms(entry: number, person: RedactedPerson, taken: Set<string>): Form[] {
  const forms = [whole(entry, person.name, person.pseudonym)];
  for (const alias of person.aliases) {
    const account = alias.lastIndexOf('@');
    // Of an address the account is the person; its host has entries of its own.
    if (account <= 0) forms.push(whole(entry, alias, person.pseudonym));
    else {
      const pieces = [person.pseudonym.toLowerCase().replace(/\s+/g, '.')];
      forms.push({ ...whole(entry, alias, ''), ...oneWord(alias.slice(0, account)), pieces });
    }
  }
  if (person.initials !== '') {
    const pieces = [initialsOf(person.pseudonym)];
    forms.push({ ...whole(entry, person.initials, person.pseudonym), pieces, exact: true });
  }
  const names = wordsOf(person.name);
  const [first, last] = [names.words[0], names.words.at(-1)];
  if (first === undefined || last === undefined || names.words.length < 2) return forms;
  const [firstCased = first, lastCased = last] = [names.cased[0], names.cased.at(-1)];
  const pieces = person.pseudonym.split(/\s+/);
  const own = pieces.length > 1;
  const [firstPiece = '', lastPiece = ''] = [pieces[0], pieces.at(-1)];
  const two = (
    words: readonly [string, string],
    cased: readonly [string, string],
    given: readonly [string, string],
    gap: number,
    dotted = false,
  ): void => {
    forms.push({ entry, words, cased, pieces: own ? given : pieces, gap, dotted, exact: false });
  };
  const letter = (word: string) => String.fromCodePoint(word.codePointAt(0) ?? 0);
  if (names.words.length > 2) two([first, last], [firstCased, lastCased], [firstPiece, lastPiece], 3);
  two([last, first], [lastCased, firstCased], [lastPiece, firstPiece], 3);
  if (last.length > 2) {
    two([letter(first), last], [letter(firstCased), lastCased], [letter(firstPiece), lastPiece], 2);
    two([last, letter(first)], [lastCased, letter(firstCased)], [lastPiece, letter(firstPiece)], 0);
  }
  if (first.length > 2)
    two([first, letter(last)], [firstCased, letter(lastCased)], [firstPiece, letter(lastPiece)], 0);
  two(
    [letter(first), letter(last)],
    [letter(firstCased), letter(lastCased)],
    [letter(firstPiece), letter(lastPiece)],
    2,
    true,
  );
  if (!person.alone) return forms;
  for (const [word, cased, piece] of [
    [first, firstCased, firstPiece],
    [last, lastCased, lastPiece],
  ] as const) {
    // A name that two people share goes to the first of them: one of the two would be named wrongly otherwise as well.
    if (word.length < 2 || taken.has(word) || standsForMore(word)) continue;
    taken.add(word);
    forms.push({
      entry,
      words: [word],
      cased: [cased],
      pieces: own ? [piece] : pieces,
      gap: 0,
      dotted: false,
      exact: false,
    });
  }
  return forms;
}

/** True for names that are left as they are when they stand alone. */
export function standsForMore(name: string): boolean {
  return ALSO_WORDS.has(name) || (name.length < 3 && /^\p{Script=Latin}+$/u.test(name));
}

function initialsOf(pseudonym: string): string {
  const words = pseudonym.split(/\s+/);
  return words.length < 2 ? pseudonym : words.map((word) => word[0] ?? '').join('');
}

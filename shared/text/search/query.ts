/** What is looked for, as a person asks for it. */
export interface TextQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** The text is a regular expression; each line has a `^` and a `$` of its own. */
  readonly regex: boolean;
}

export type CompiledQuery =
  | { readonly ok: true; readonly expression: RegExp }
  | { readonly ok: false; readonly reason: string };

const WORD = '[\\p{L}\\p{N}\\p{M}_]';

/** The expression that finds what is asked for, letters of all scripts taken as letters; or why there is none. */
export function compileQuery({ text, matchCase, wholeWord, regex }: TextQuery): CompiledQuery {
  const source = regex ? text : escaped(text);
  try {
    // On its own first: a part that is wrong must not become right by what is put around it.
    new RegExp(source, 'u');
    return {
      ok: true,
      expression: new RegExp(wholeWord ? bounded(source, text, regex) : source, matchCase ? 'gmu' : 'gimu'),
    };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** An edge that is no letter bounds itself: looking for `(a)` as a word finds it in `f(a)`. */
function bounded(source: string, text: string, regex: boolean): string {
  const edge = new RegExp(WORD, 'u');
  const characters = [...text];
  const before = regex || edge.test(characters[0] ?? '') ? `(?<!${WORD})` : '';
  const after = regex || edge.test(characters.at(-1) ?? '') ? `(?!${WORD})` : '';
  return `${before}(?:${source})${after}`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The engine's own words without its preamble, which repeats the expression. */
function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.slice(words.lastIndexOf(': ') + 2).trim() || 'This is no regular expression';
}

/**
 * Finds the line of the user's text that a parser complains about. Mermaid hands its parsers a shortened text: front matter, directives,
 * comment lines and leading blank lines are gone, so their line numbers have to be counted back.
 */
export function sourceLine(source: string, reported: number): number {
  const normalised = source.replace(/\r\n?/g, '\n');
  const front = /^-{3}\s*\n(?:[\s\S]*?)\n-{3}\s*\n+/.exec(normalised)?.[0] ?? '';
  const skipped = front.split('\n').length - 1;
  const kept: number[] = [];
  normalised
    .slice(front.length)
    .split('\n')
    .forEach((text, index) => {
      if (/^\s*%%(?!\{)./.test(text)) return;
      if (kept.length === 0 && /^\s*(?:%%\{.*\}%%\s*)?$/.test(text)) return;
      kept.push(skipped + index + 1);
    });
  return kept[reported - 1] ?? kept.at(-1) ?? 1;
}

/** What Mermaid's parsers throw, read without trusting it to be an Error. `line` counts from 1 in `source`; null when none is told. */
export function describeFailure(
  error: unknown,
  source: string,
): { readonly message: string; readonly line: number | null } {
  const text = error instanceof Error ? error.message : String(error);
  const reported = reportedLine(error, text);
  return { message: plainMessage(text), line: reported === null ? null : sourceLine(source, reported) };
}

function reportedLine(error: unknown, text: string): number | null {
  const hash = property(error, 'hash');
  const first = property(property(hash, 'loc'), 'first_line');
  const last = property(property(hash, 'loc'), 'last_line');
  if (typeof last === 'number' && Number.isInteger(last) && last > 0) return last;
  if (typeof first === 'number' && Number.isInteger(first) && first > 0) return first;
  const parserErrors = property(property(error, 'result'), 'parserErrors');
  if (Array.isArray(parserErrors)) {
    const token = property(property(parserErrors[0], 'token'), 'startLine');
    if (typeof token === 'number' && Number.isInteger(token) && token > 0) return token;
  }
  const named = /\bline:? (\d+)/i.exec(text)?.[1];
  return named === undefined ? null : Number(named);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The sentence of a parser's report, without the excerpt and arrow that only make sense in a fixed-width console. */
function plainMessage(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^-*\^$/.test(line) && !line.startsWith('...'));
  const expecting = lines.find((line) => line.startsWith('Expecting'));
  const got = expecting === undefined ? undefined : /got '([^']*)'/.exec(expecting)?.[1];
  if (got !== undefined) return `The diagram does not parse here: "${got}" is not expected`;
  const first =
    lines.find((line) => !/^(?:Parse|Lexical) error on line \d+:?$/.test(line)) ??
    lines[0] ??
    'The diagram does not parse';
  const sentence = first
    .replace(/^Error:\s*/, '')
    .replace(/^(?:Parse|Lexical) error on line \d+\.?:?\s*/, '');
  const readable = sentence === '' ? 'The diagram does not parse here' : sentence;
  return readable.length > 300 ? `${readable.slice(0, 297)}…` : readable;
}

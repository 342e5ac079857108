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
  return {
    message: plainMessage(error, text),
    line: reported === null ? null : sourceLine(source, reported),
  };
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
function plainMessage(error: unknown, text: string): string {
  if (/No diagram type detected/.test(text))
    return 'The text does not start with a diagram type such as `flowchart LR`';
  if (/^Expecting /m.test(text)) {
    const found = property(property(error, 'hash'), 'text');
    const shown = typeof found === 'string' ? found.trim() : '';
    return shown === ''
      ? 'The diagram does not parse: something is missing at the end of this line'
      : `The diagram does not parse: ${JSON.stringify(shown.slice(0, 60))} is not expected here`;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const told = lines.find(
    (line) => line !== '' && !/^-*\^$|^\.\.\.|^(?:Parse|Lexical) error on line \d+:?$/.test(line),
  );
  const sentence = (told ?? '')
    .replace(/^(?:Error|Parsing failed):\s*/, '')
    .replace(/^(?:Parse|Lexical|Lexer) error on line \d+(?:, column \d+)?[.:]*\s*/, '');
  const readable = sentence === '' ? 'it cannot be read here' : sentence;
  return `The diagram does not parse: ${readable.length > 240 ? `${readable.slice(0, 237)}…` : readable}`;
}

import type { Span } from '../span';
import { type BodyReader, cleanLabel, type DiagramParts } from './parts';

/** States and transitions of a state diagram. `[*]` stands for start and end and is no state. */
export function stateReader(parts: DiagramParts): BodyReader {
  let inNote = false;
  return {
    line: (text, span) => {
      if (inNote) inNote = !/^end note\b/i.test(text);
      else if (/^note\s/i.test(text)) inNote = !text.includes(':');
      else readLine(parts, text, span);
    },
    finish: () => parts.finishBlocks('}'),
  };
}

function readLine(parts: DiagramParts, line: string, span: Span): void {
  if (line === '}') {
    parts.closeBlock(span, '}');
    return;
  }
  if (/^classDef\s/.test(line)) {
    parts.classDef(line, span);
    return;
  }
  if (/^(?:class|style|direction|hide|scale|accTitle|accDescr)(?=\s|:)/.test(line) || line === '--') return;
  const arrow = line.indexOf('-->');
  if (arrow >= 0) {
    const rest = line.slice(arrow + 3);
    const colon = rest.search(/(?<!:):(?!:)/);
    const ends = [line.slice(0, arrow), colon < 0 ? rest : rest.slice(0, colon)].map((s) =>
      s.replace(/:::[\w-]+/, '').trim(),
    );
    for (const id of ends) if (id !== '[*]' && id !== '') parts.node(id, '', span);
    parts.edge(
      ends[0] as string,
      ends[1] as string,
      colon < 0 ? '' : cleanLabel(rest.slice(colon + 1)),
      span,
    );
    parts.rows.push(span);
    return;
  }
  const opens = line.endsWith('{');
  const head = (opens ? line.slice(0, -1) : line)
    .replace(/^state\s+/, '')
    .replace(/<<\w+>>/, '')
    .trim();
  const quoted = /^"([^"]*)"(?:\s+as\s+(\S+))?/.exec(head);
  const colon = head.indexOf(' :');
  const id = quoted
    ? (quoted[2] ?? (quoted[1] as string))
    : (colon < 0 ? head : head.slice(0, colon)).replace(/:::[\w-]+/, '').trim();
  const label = quoted ? (quoted[1] as string) : colon < 0 ? '' : head.slice(colon + 2);
  if (id === '') return;
  parts.node(id, cleanLabel(label), span);
  if (opens) {
    parts.openBlock('{', span);
    parts.subgraphs.push({ id, label: cleanLabel(label) || id, span });
  }
}

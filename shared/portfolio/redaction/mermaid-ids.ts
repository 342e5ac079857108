/**
 * Tells for an offset of a Mermaid text whether it stands in an identifier, where a blank would break the diagram: outside of quotes, brackets and
 * labels of edges, and not behind the colon of a message.
 */
export function mermaidIds(text: string): (offset: number) => boolean {
  return (offset) => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    let depth = 0;
    let quoted = false;
    let piped = false;
    const line = text.slice(start, offset);
    if (/^\s*%%/.test(line) || /^\s*(?:title|section|accTitle|accDescr)\b/.test(line)) return false;
    if (/^\s*subgraph\s+$/.test(line)) return /^[^\n]*\[/.test(text.slice(offset));
    for (const mark of line) {
      if (mark === '"') quoted = !quoted;
      else if (quoted) continue;
      else if (mark === '|') piped = !piped;
      else if ('[({'.includes(mark)) depth++;
      else if ('])}'.includes(mark)) depth = Math.max(0, depth - 1);
      else if (mark === ':' && depth === 0) return false;
    }
    return !quoted && !piped && depth === 0 && !/\bas\s+$/.test(line);
  };
}

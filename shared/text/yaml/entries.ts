import { EVENT_ALIAS, EVENT_MAPPING, EVENT_POP, EVENT_SCALAR } from 'js-yaml';
import type { Event } from './events';

/** A top-level entry of a mapping: from its key, which opens a line, to the next one. */
export interface Entry {
  readonly from: number;
  /** How many nodes it has, its key being one. */
  readonly nodes: number;
}

const PLAIN = 1;

/**
 * The top-level entries of a text, if each of them says what it says whatever the others are: the document is a mapping in block style with a plain
 * or quoted key at the start of a line for each entry, and nothing in it has an anchor or a tag, which others may need. Null otherwise.
 */
export function entriesOf(source: string, events: readonly Event[]): readonly Entry[] | null {
  const root = events[1];
  if (root?.type !== EVENT_MAPPING || root.anchorStart >= 0 || root.tagStart >= 0) return null;
  const entries: { from: number; nodes: number }[] = [];
  let depth = 0;
  let isKey = true;
  for (let i = 2; i < events.length; i++) {
    const event = events[i] as Event;
    if (event.type === EVENT_POP) {
      if (depth === 0) break;
      if (--depth === 0) isKey = true;
      continue;
    }
    if (event.type === EVENT_ALIAS) return null;
    if (('anchorStart' in event && event.anchorStart >= 0) || ('tagStart' in event && event.tagStart >= 0))
      return null;
    if (depth === 0 && isKey) {
      const from = keyStart(source, event);
      if (from === null) return null;
      entries.push({ from, nodes: 0 });
    }
    const entry = entries.at(-1);
    if (entry) entry.nodes++;
    if (event.type === EVENT_SCALAR) isKey = depth === 0 ? !isKey : isKey;
    else depth++;
  }
  // A mapping in brackets starts before its first key.
  return entries[0]?.from === root.start ? entries : null;
}

/** Where the line of a key starts; null when the key is no plain or quoted text, or does not open its line. */
function keyStart(source: string, event: Event): number | null {
  if (event.type !== EVENT_SCALAR || event.valueStart < 0) return null;
  const from = event.style === PLAIN ? event.valueStart : event.valueStart - 1;
  const before = source[from - 1];
  return before === undefined || before === '\n' || before === '\r' ? from : null;
}

import { EVENT_ALIAS, EVENT_DOCUMENT, EVENT_MAPPING, EVENT_POP, EVENT_SEQUENCE } from 'js-yaml';
import type { Event } from './events';

/** Limits of a YAML file (security requirements C2 and the limits list); each has its own located message. */
export const YAML_LIMITS = { length: 2 * 1024 * 1024, depth: 64, aliases: 100, nodes: 100_000 } as const;

/** Why a text is not read any further, though it parses, and where. */
export function limitProblem(events: readonly Event[]): { message: string; at: number } | null {
  const sizes = new Map<string, number>();
  const open: { size: number; anchor: string | null }[] = [];
  let aliases = 0;
  let total = 0;
  let at = 0;
  const anchors: string[] = [];
  for (const e of events) {
    if (e.type === EVENT_DOCUMENT) continue;
    if (e.type === EVENT_POP) {
      const done = open.pop();
      if (!done) continue;
      if (done.anchor !== null) sizes.set(done.anchor, done.size);
      const parent = open.at(-1);
      if (parent) parent.size += done.size;
      else total += done.size;
      continue;
    }
    if (e.type === EVENT_MAPPING || e.type === EVENT_SEQUENCE) {
      at = e.start;
      open.push({ size: 1, anchor: e.anchorStart >= 0 ? `${e.anchorStart}` : null });
      if (open.length > YAML_LIMITS.depth)
        return { message: `The nesting is deeper than ${YAML_LIMITS.depth} levels`, at };
      if (e.anchorStart >= 0) anchors.push(`${e.anchorStart}`);
      continue;
    }
    let size = 1;
    if (e.type === EVENT_ALIAS) {
      at = e.anchorStart;
      if (++aliases > YAML_LIMITS.aliases)
        return { message: `The file uses more than ${YAML_LIMITS.aliases} aliases`, at };
      // An alias may repeat any anchor that came before it: the largest one bounds its expansion from above.
      for (const anchor of anchors) size = Math.max(size, sizes.get(anchor) ?? 1);
    }
    const parent = open.at(-1);
    if (parent) {
      parent.size += size;
      if (parent.size > YAML_LIMITS.nodes) {
        return {
          message: `The file holds more than ${YAML_LIMITS.nodes.toLocaleString('en-US')} values, aliases expanded`,
          at,
        };
      }
    } else total += size;
  }
  return total > YAML_LIMITS.nodes
    ? {
        message: `The file holds more than ${YAML_LIMITS.nodes.toLocaleString('en-US')} values, aliases expanded`,
        at,
      }
    : null;
}

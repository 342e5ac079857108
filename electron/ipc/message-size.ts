import type { CallChannel, TaskChannel } from '../../shared/ipc/contract';
import { MAX_ASSET_TEXT, MAX_TEXT } from '../../shared/ipc/payloads';

const SMALL = 64 * 1024;

/** Channels whose requests may be larger than 64 KB, in UTF-16 units. */
const LARGER: Partial<Readonly<Record<CallChannel | TaskChannel, number>>> = {
  'artifact.save': MAX_TEXT + SMALL,
  'artifact.create': MAX_TEXT + SMALL,
  'artifact.saveAsset': MAX_ASSET_TEXT + SMALL,
  'history.discarded': MAX_TEXT + SMALL,
  'journal.put': MAX_TEXT + SMALL,
  'journal.piece': MAX_TEXT + SMALL,
  // A paste may be as long as a text.
  'journal.change': MAX_TEXT + 4 * SMALL,
  // 20,000 paths of a kit.
  'kit.readMany': 4 * 1024 * 1024,
  // Schemas and rubrics that a kit brings.
  'kit.standardChoice': 9 * 1024 * 1024,
  'kit.chooseStandard': 9 * 1024 * 1024,
  'session.write': 512 * 1024,
  'portfolio.export': 512 * 1024,
  'portfolio.preflight': 512 * 1024,
  'portfolio.pages': MAX_TEXT + SMALL,
};

/** True when a request is no larger than its channel allows. Stops counting at the limit; values that are no plain data count as too large. */
export function isWithinLimit(channel: CallChannel | TaskChannel, request: unknown): boolean {
  return remaining(request, LARGER[channel] ?? SMALL, 0) >= 0;
}

/** Deeper than any payload of the contract. */
const MAX_DEPTH = 8;
/** What a number, a key or an empty list counts. */
const CELL = 8;

function remaining(value: unknown, budget: number, depth: number): number {
  if (budget < 0 || depth > MAX_DEPTH) return -1;
  if (typeof value === 'string') return budget - value.length;
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined) {
    return budget - CELL;
  }
  if (typeof value !== 'object') return -1;
  let left = budget - CELL;
  if (Array.isArray(value)) {
    for (const item of value) {
      left = remaining(item, left, depth + 1);
      if (left < 0) return -1;
    }
    return left;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return -1;
  for (const [key, item] of Object.entries(value)) {
    left = remaining(item, left - key.length - CELL, depth + 1);
    if (left < 0) return -1;
  }
  return left;
}

import type { Contribution } from './packet';
import { compare, type News, type Topic } from './topics';

/** What files say otherwise since the packet was made. */
export class PacketNews implements News {
  /** The new contributions by path; null for files that are gone. */
  readonly changes = new Map<string, Contribution | null>();
  readonly said = new Set<Topic>();
  readonly moved = new Set<Topic>();
  /** Files that say something otherwise or in another place: what points at them may point beside it. */
  readonly movedFiles = new Set<string>();

  get any(): boolean {
    return this.changes.size > 0;
  }

  /** Takes note of what one file said before and says now. */
  add(path: string, before: Contribution | null, after: Contribution | null): void {
    const own = { said: new Set<Topic>(), moved: new Set<Topic>() };
    compare(before, after, own);
    if (own.said.size === 0 && own.moved.size === 0) return;
    for (const topic of own.said) this.said.add(topic);
    for (const topic of own.moved) this.moved.add(topic);
    this.changes.set(path, after);
    this.movedFiles.add(path);
  }
}

import { randomUUID } from 'node:crypto';

/** How many values of a kind a session remembers: chosen folders and zips, finished exports. */
const MOST = 100;

/** What a page may name without knowing it: values under random ids; the oldest go when there are many. */
export class Remembered<T> {
  private readonly values = new Map<string, T>();

  add(value: T): string {
    const id = randomUUID();
    this.values.set(id, value);
    const [oldest] = this.values.keys();
    if (this.values.size > MOST && oldest !== undefined) this.values.delete(oldest);
    return id;
  }

  get(id: string): T | undefined {
    return this.values.get(id);
  }
}

/** Runs jobs of one name one after the other; jobs of different names run side by side. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `job` when all earlier jobs of this name are done, whatever became of them. */
  async take<T>(name: string, job: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const run = before.then(job, job);
    this.last.set(name, run);
    try {
      return await run;
    } finally {
      if (this.last.get(name) === run) this.last.delete(name);
    }
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.last.size > 0) await Promise.allSettled([...this.last.values()]);
  }
}

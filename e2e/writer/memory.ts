import type { CDPSession, ElectronApplication, Page } from '@playwright/test';

const MIB = 1024 * 1024;

/** Sizes in MiB, after the garbage was collected. */
export interface MemorySample {
  readonly minute: number;
  /** Living objects of the page's own thread. */
  readonly heap: number;
  /** Memory of the window's process, with its workers. */
  readonly window: number;
  readonly main: number;
  /** All processes of the studio. */
  readonly all: number;
  /** Elements and listeners that are alive, shown or not. */
  readonly nodes: number;
  readonly listeners: number;
}

/** Reads how much memory the studio takes. */
export class Memory {
  readonly samples: MemorySample[] = [];
  private readonly startedAt = Date.now();

  private constructor(
    private readonly app: ElectronApplication,
    private readonly devtools: CDPSession,
  ) {}

  static async of(app: ElectronApplication, page: Page): Promise<Memory> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('HeapProfiler.enable');
    await devtools.send('Performance.enable');
    return new Memory(app, devtools);
  }

  async sample(): Promise<MemorySample> {
    for (let times = 0; times < 2; times++) await this.devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.devtools.send('Runtime.getHeapUsage');
    const { metrics } = await this.devtools.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
    const processes = await this.app.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, memory }) => ({ type: String(type), size: memory.workingSetSize })),
    );
    const sizeOf = (names: readonly string[]) =>
      processes
        .filter(({ type }) => names.length === 0 || names.includes(type))
        .reduce((sum, { size }) => sum + size / 1024, 0);
    const sample = {
      minute: (Date.now() - this.startedAt) / 60_000,
      heap: usedSize / MIB,
      window: sizeOf(['Tab']),
      main: sizeOf(['Browser']),
      all: sizeOf([]),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
    };
    this.samples.push(sample);
    return sample;
  }
}

export type Measured = Exclude<keyof MemorySample, 'minute'>;

export interface Growth {
  readonly early: number;
  readonly late: number;
  /** Per minute, by least squares over the second half: what a long day would add. */
  readonly slope: number;
}

/** How a size changed: medians of the first and last third, and its slope once the window has warmed up. */
export function growth(samples: readonly MemorySample[], name: Measured): Growth {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const values = samples.map((sample) => sample[name]);
  const half = samples.slice(Math.floor(samples.length / 2));
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const [x, y] = [mean(half.map(({ minute }) => minute)), mean(half.map((sample) => sample[name]))];
  const over = half.reduce((sum, sample) => sum + (sample.minute - x) ** 2, 0);
  const along = half.reduce((sum, sample) => sum + (sample.minute - x) * (sample[name] - y), 0);
  return {
    early: median(values.slice(0, third)),
    late: median(values.slice(-third)),
    slope: over === 0 ? 0 : along / over,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

import { STEPS, type Step } from './cycling.test-support';

/** What the program was in the middle of when it was killed; `opening` is what comes before its first round. */
export type Middle = Step | 'opening';

/** The steps that kills are aimed at: a thousand in the middle of each are asked for. The others are hit on the way. */
export const AIMED = ['save', 'snapshot', 'move', 'merge', 'export'] as const;

/** What a killed program had printed, by step. */
export class Acknowledged {
  constructor(private readonly lines: readonly string[]) {}

  /** The step that was begun and not acknowledged. */
  get middle(): Middle {
    return this.lines.length === 0 ? 'opening' : (STEPS[this.lines.length % STEPS.length] as Step);
  }

  /** The number of the last step of a kind that was acknowledged. */
  last(step: Step): number | null {
    const line = this.line(step);
    return line === undefined ? null : Number(line.split(' ')[1]);
  }

  /** Where the file was moved to that moves to and fro. */
  get movedTo(): string | null {
    return this.line('move')?.split(' ')[3] ?? null;
  }

  /** Each step that was acknowledged, with the milliseconds it took. */
  get took(): readonly (readonly [Step, number])[] {
    return this.lines.map((line) => {
      const [step = '', , milliseconds = ''] = line.split(' ');
      return [step as Step, Number(milliseconds)];
    });
  }

  private line(step: Step): string | undefined {
    return this.lines.findLast((one) => one.startsWith(`${step} `));
  }
}

/** When to kill: after so many printed lines, and so many milliseconds. */
export interface Aim {
  readonly lines: number;
  readonly wait: number;
}

/**
 * Aims kills so that each of the steps that were asked for is hit as often as any other, however short it is, and counts what they hit. Every twentieth falls while
 * the kit is being opened, when what the kill before it left is put in order.
 */
export class KillAim {
  /** Kills in the middle of each kind of step. */
  readonly hit = new Map<Middle, number>(['opening' as const, ...STEPS].map((step) => [step, 0]));
  /** Steps of each kind that were done and acknowledged. */
  readonly done = new Map<Step, number>(STEPS.map((step) => [step, 0]));
  private readonly took = new Map<Step, number>();

  constructor(private readonly next: () => number) {}

  aim(): Aim {
    const chance = this.next();
    if (chance < 0.05) return { lines: 0, wait: this.next() * 150 };
    // Most at the step that was hit least; some at any, so that one that is hard to hit does not take them all.
    const at = STEPS.indexOf(
      chance < 0.75 ? this.rarest() : (AIMED[Math.floor(this.next() * AIMED.length)] as Step),
    );
    const lines = at === 0 ? STEPS.length : at;
    const usual = (step: number) => this.took.get(STEPS[step % STEPS.length] as Step) ?? 4;
    // On a busy machine what was printed is read late, and the kill comes late: half of them are sent off a step before.
    return lines > 1 && this.next() < 0.5
      ? { lines: lines - 1, wait: this.next() * usual(lines - 1) }
      : { lines, wait: this.next() * usual(lines) * 1.2 };
  }

  note(acknowledged: Acknowledged): void {
    const { middle } = acknowledged;
    this.hit.set(middle, (this.hit.get(middle) ?? 0) + 1);
    for (const [step, took] of acknowledged.took) {
      this.done.set(step, (this.done.get(step) ?? 0) + 1);
      // The pace of the machine changes: later steps say more about it than earlier ones.
      this.took.set(step, (this.took.get(step) ?? took) * 0.95 + took * 0.05);
    }
  }

  private rarest(): Step {
    const hits = AIMED.map((step) => this.hit.get(step) ?? 0);
    return AIMED[hits.indexOf(Math.min(...hits))] as Step;
  }
}

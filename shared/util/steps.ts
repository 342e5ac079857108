/** Work that is done in steps: it can be put down between two of them, and taken up again. */
export type Steps<T> = Generator<void, T>;

/** So much text, in UTF-16 units, is looked through in one step: a few milliseconds. */
export const STEP = 32 * 1024;

/** Does all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

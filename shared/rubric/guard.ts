import type { Steps } from '../util/steps';

/** What broke while a file was read: a fault of the program, not of the file. */
export interface Broke {
  /** What was being done, as in "while … it": "reading". */
  readonly doing: string;
  readonly message: string;
}

/**
 * Runs the pieces that read one file. A piece that throws says nothing, and the others still speak: one broken kind must not take the check of
 * the whole kit with it.
 */
export class Guard {
  private first: Broke | null = null;

  /** The first piece that broke, or null. */
  get broke(): Broke | null {
    return this.first;
  }

  run<T>(doing: string, act: () => T, otherwise: T): T {
    try {
      return act();
    } catch (error) {
      this.first ??= { doing, message: messageOf(error) };
      return otherwise;
    }
  }

  /** The same for work in steps. */
  *steps<T>(doing: string, act: () => Steps<T>, otherwise: T): Steps<T> {
    try {
      return yield* act();
    } catch (error) {
      this.first ??= { doing, message: messageOf(error) };
      return otherwise;
    }
  }
}

/** What an error says; anything can be thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === 'string' ? error : 'an error without a message';
}

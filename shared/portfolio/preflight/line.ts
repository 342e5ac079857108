/** One thing that a preflight found, with its place in the kit where it has one. Structurally the line of the contract. */
export interface Line {
  readonly level: 'ok' | 'warning' | 'problem';
  readonly message: string;
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
}

/** Messages are one line on a screen; longer ones are quotes of somebody's text. */
const LONGEST = 900;

export function clipped(message: string): string {
  return message.length <= LONGEST ? message : `${message.slice(0, LONGEST)} …`;
}

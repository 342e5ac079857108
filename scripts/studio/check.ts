import type { CheckOptions, ExitCode } from './check-outcome';
import { runCheck } from './check-run';
import { engine } from './engine';

/** `check` with the engine at hand; the launcher gives it one that is loaded when it is needed. */
export function check(
  args: readonly string[],
  write: (text: string) => void,
  complain: (text: string) => void,
  options: CheckOptions = {},
): Promise<ExitCode> {
  return runCheck(args, write, complain, { ...options, engine: () => engine });
}

import { OUTPUTS, type Output } from '../shared/portfolio/outputs';

/** What a start of the program asks for. */
export type StartRequest =
  | { readonly kind: 'window'; readonly open: string | null; readonly welcome: boolean }
  | { readonly kind: 'export'; readonly job: HeadlessJob }
  /** Tries whether the program works here; reads and writes nothing of the user's. */
  | { readonly kind: 'self-check' }
  | { readonly kind: 'refused'; readonly message: string };

/** An export without a window; folders as they were typed. */
export interface HeadlessJob {
  readonly kit: string;
  readonly out: string;
  /** Null: as the kit says, else A4. */
  readonly paper: 'A4' | 'Letter' | null;
  /** Null: as the kit says, else all. */
  readonly outputs: readonly Output[] | null;
  readonly overwrite: boolean;
  /** Whether what the kit's list names is hidden; null: as the kit says. */
  readonly redact: boolean | null;
}

export const HEADLESS_USAGE =
  'Usage: --headless-export --kit <folder> --out <folder> [--paper A4|Letter] [--outputs pdf,briefing,html,zip] [--redact | --no-redact] [--overwrite]';

/** Longer than any path a system takes. */
const MAX_ARGUMENT = 4096;

/**
 * Reads the arguments after the program (and, in development, the application folder). They are untrusted: whatever is not known is ignored,
 * since Chromium's own switches come along; a folder is only a wish, checked when it is opened. Both `--open DIR` and `--open=DIR` work.
 * `positional` allows a folder without a switch, as a file manager passes it.
 */
export function readArguments(args: readonly string[], positional: boolean): StartRequest {
  const usable = args.filter((arg) => arg.length <= MAX_ARGUMENT && !arg.includes('\0'));
  if (usable.includes('--headless-export')) return headless(usable);
  if (usable.includes('--self-check')) return { kind: 'self-check' };
  const loose = positional ? (usable.find((arg) => !arg.startsWith('-')) ?? null) : null;
  return {
    kind: 'window',
    open: switchValue(usable, 'open') ?? loose,
    welcome: usable.includes('--welcome'),
  };
}

function headless(args: readonly string[]): StartRequest {
  const kit = switchValue(args, 'kit');
  const out = switchValue(args, 'out');
  const paper = switchValue(args, 'paper');
  if (kit === null || out === null) return { kind: 'refused', message: HEADLESS_USAGE };
  if (paper !== null && paper !== 'A4' && paper !== 'Letter') {
    return { kind: 'refused', message: `The paper is A4 or Letter.\n${HEADLESS_USAGE}` };
  }
  const named = switchValue(args, 'outputs');
  const outputs = named === null ? null : outputsOf(named);
  if (named !== null && outputs === null) {
    return {
      kind: 'refused',
      message: `The outputs are any of ${OUTPUTS.join(', ')}, with commas between.\n${HEADLESS_USAGE}`,
    };
  }
  return {
    kind: 'export',
    job: {
      kit,
      out,
      paper,
      outputs,
      overwrite: args.includes('--overwrite'),
      redact: args.includes('--redact') ? true : args.includes('--no-redact') ? false : null,
    },
  };
}

function switchValue(args: readonly string[], name: string): string | null {
  const joined = args.find((arg) => arg.startsWith(`--${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 3) || null;
  const at = args.indexOf(`--${name}`);
  const value = at < 0 ? undefined : args[at + 1];
  return value === undefined || value === '' || value.startsWith('--') ? null : value;
}

/** In the order they are made, whatever the order they were named in; null when one is not known. */
function outputsOf(value: string): Output[] | null {
  const named = value.split(',').map((name) => name.trim());
  const known = OUTPUTS.filter((output) => named.includes(output));
  return named.every((name) => OUTPUTS.some((output) => output === name)) ? known : null;
}

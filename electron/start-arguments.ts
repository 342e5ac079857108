/** What a start of the program asks for. */
export type StartRequest =
  | { readonly kind: 'window'; readonly open: string | null; readonly welcome: boolean }
  | { readonly kind: 'export'; readonly job: HeadlessJob }
  | { readonly kind: 'refused'; readonly message: string };

/** An export without a window; folders as they were typed. */
export interface HeadlessJob {
  readonly kit: string;
  readonly out: string;
  readonly paper: 'A4' | 'Letter';
  readonly overwrite: boolean;
}

export const HEADLESS_USAGE =
  'Usage: --headless-export --kit <folder> --out <folder> [--paper A4|Letter] [--overwrite]';

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
  const paper = switchValue(args, 'paper') ?? 'A4';
  if (kit === null || out === null) return { kind: 'refused', message: HEADLESS_USAGE };
  if (paper !== 'A4' && paper !== 'Letter') {
    return { kind: 'refused', message: `The paper is A4 or Letter.\n${HEADLESS_USAGE}` };
  }
  return { kind: 'export', job: { kit, out, paper, overwrite: args.includes('--overwrite') } };
}

function switchValue(args: readonly string[], name: string): string | null {
  const joined = args.find((arg) => arg.startsWith(`--${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 3) || null;
  const at = args.indexOf(`--${name}`);
  const value = at < 0 ? undefined : args[at + 1];
  return value === undefined || value === '' || value.startsWith('--') ? null : value;
}

import { parseArgs } from 'node:util';

export const CHECK_USAGE = `Usage: npm run studio -- check [kit] [--format text|json|sarif|github] [--severity must|should|could|info] [--kind <kind>] [--watch] [--no-cache] [--no-colour]

Checks every artifact of a kit folder (default: the current folder) by the rubric. A folder below that has its own kit.yaml is a kit of its
own: it is checked by itself, and all of them make one report.
  --format    text (default); json, the public contract; sarif 2.1.0; github, annotations for a workflow
  --severity  leaves out findings below it (json always holds all)
  --kind      only artifacts of one kind; the exit code is then about those
  --watch     checks again whenever a file changes, until stopped (text only)
  --no-cache  judges everything anew and keeps nothing for the next run
Exit code: 0 no failing must, 1 a must fails or a criterion broke, 2 the check could not run,
or not on every kit.`;

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
const SEVERITIES = ['must', 'should', 'could', 'info'] as const;

export type CheckFormat = (typeof FORMATS)[number];

export interface CheckArguments {
  readonly folder: string;
  readonly format: CheckFormat;
  readonly least: (typeof SEVERITIES)[number];
  readonly kind: string | undefined;
  readonly watch: boolean;
  /** Whether what earlier runs found may be used, and this one's kept. */
  readonly cache: boolean;
  readonly colour: boolean;
}

/** Reads the switches of `check`; throws with a sentence for the user when they make no sense. */
export function checkArguments(args: readonly string[]): CheckArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      severity: { type: 'string', default: 'info' },
      kind: { type: 'string' },
      watch: { type: 'boolean', default: false },
      'no-cache': { type: 'boolean', default: false },
      'no-colour': { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 1) throw new Error('One kit folder at a time');
  const format = oneOf('--format', FORMATS, values.format);
  if (values.watch && format !== 'text') throw new Error('--watch goes with the text format only');
  return {
    folder: positionals[0] ?? '.',
    format,
    least: oneOf('--severity', SEVERITIES, values.severity),
    kind: values.kind,
    watch: values.watch,
    cache: !values['no-cache'],
    colour: !values['no-colour'] && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  };
}

function oneOf<T extends string>(name: string, known: readonly T[], given: string): T {
  const found = known.find((value) => value === given);
  if (found === undefined)
    throw new Error(`${name} must be ${known.slice(0, -1).join(', ')} or ${known.at(-1)}, not "${given}"`);
  return found;
}

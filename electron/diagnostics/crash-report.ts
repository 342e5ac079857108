import type { TSchema } from '@sinclair/typebox';
import { type Settings, Settings as SettingsSchema } from '../../shared/ipc/payloads';

/** What a report is made of; nothing in it is a text, a name of a file or of a person. */
export interface ReportParts {
  readonly now: number;
  readonly versions: Readonly<Record<'app' | 'electron' | 'chrome' | 'node', string>>;
  readonly packaged: boolean;
  readonly system: {
    readonly platform: string;
    readonly release: string;
    readonly arch: string;
    readonly memoryGb: number;
    readonly processors: number;
  };
  readonly counts: Readonly<Record<string, number>>;
  readonly settings: Settings;
  readonly log: readonly string[];
}

/** How many lines of the log go along. */
export const REPORT_LINES = 400;

/** The file a user may send to somebody, by themselves: readable, so that they can look before. */
export function crashReport({ now, settings, ...parts }: ReportParts): string {
  const report = {
    about:
      'Made by Staffwright on the wish of its user, and sent nowhere. It holds versions, settings and the log of the program; no text, no name of a file or folder, no word of a dictionary.',
    format: 'staffwright-crash-report',
    version: 1,
    made: new Date(now).toISOString(),
    ...parts,
    settings: wordless(settings),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Numbers, yes and no, and choices out of a fixed list as they are; of everything else how many there are. */
export function wordless(settings: Settings): Record<string, string | number | boolean> {
  const told: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(settings)) {
    if (typeof value === 'number' || typeof value === 'boolean') told[key] = value;
    else if (typeof value !== 'string') told[`${key}.count`] = Object.keys(value).length;
    else if (choicesOf(key).includes(value)) told[key] = value;
  }
  return told;
}

/** The fixed list a setting is chosen from; none for one that takes any text. */
function choicesOf(key: string): unknown[] {
  const schema: TSchema | undefined = SettingsSchema.properties[key as keyof Settings];
  return ((schema?.['anyOf'] ?? []) as TSchema[]).map((choice) => choice['const']);
}

/** A timeline for the examples, one entry per line such as `09:05 impact-start First row lost`, on 2024-03-12, with more YAML after it. */
export function timeline(lines: readonly string[], rest = ''): string {
  const entries = lines.map((line) => {
    const [, clock = '', kind = '', text = ''] = /^(\S+) (\S+) ?(.*)$/.exec(line) ?? [];
    return `  - {t: "2024-03-12T${clock}Z", kind: ${kind}, text: "${text}"}\n`;
  });
  return `entries:\n${entries.join('')}${rest}`;
}

/** The five moments of a small incident. */
export const MOMENT_LINES = [
  '09:05 impact-start First row lost',
  '09:45 detection Finance asks',
  '09:50 declaration Declared',
  '10:15 mitigation Rolled back',
  '11:00 resolution Closed',
] as const;

/** Small files for the examples of the rules that count from a scenario: three windows of 5 min, the last two of them with losses. */
export const IMPACT = 'kit/impact-assessment.yaml';
export const POSTMORTEM = 'kit/INC-2031-0102-postmortem.md';
export const SCENARIO = 'kit/incident_scenario.json';

/** 2 filtered before the impact, then 42 and 52: 90 dropped of 300 received beyond the baseline. */
export function scenario(): string {
  const rows = [
    ['09:00', 152, 2],
    ['09:05', 152, 42],
    ['09:10', 152, 52],
    ['09:15', 152, 2],
  ] as const;
  const windows = rows.map(([clock, received, filtered]) => ({
    ref: `CNT-${clock.replace(':', '')}`,
    t: `2031-01-02T${clock}:00Z`,
    window_start: `2031-01-02T${clock}:00Z`,
    records_in: received,
    records_out: received - filtered,
    records_filtered: filtered,
    records_dlq: 0,
  }));
  return JSON.stringify({ metadata: { incident_id: 'INC-2031-0102' }, pipeline_counters: windows });
}

export function assessment(events: number, lines: number): string {
  return (
    'measures:\n' +
    `  - {id: IM-01, name: Events dropped, value: ${events}, unit: events, method: "Sum of records_filtered less the baseline of 2"}\n` +
    `  - {id: IM-02, name: Lines missing, value: ${lines}, unit: lines, method: "IM-01 divided by ten events per line"}\n`
  );
}

export function report(events: string, lines: string): string {
  const header = `---\nid: INC-2031-0102\ndate: "2031-01-02"\nstart: "2031-01-02T09:05Z"\nend: "2031-01-02T09:15Z"\n---\n\n# Report\n\n`;
  const table = '## Impact\n\n| ID | Measure | Value | How it was measured |\n| --- | --- | --- | --- |\n';
  return `${header}${table}| IM-01 | Events dropped | ${events} events | Sum of \`records_filtered\` less 2 |\n| IM-02 | Lines missing | ${lines} lines | IM-01 over ten |\n`;
}

/** Words of keys that are no words of the language, as people write them. */
const SPELLED: Readonly<Record<string, string>> = {
  adr: 'ADR',
  api: 'API',
  cfs: 'CFs',
  cpu: 'CPU',
  fte: 'FTE',
  gb: 'GB',
  gmv: 'GMV',
  id: 'ID',
  ids: 'IDs',
  kpu: 'KPU',
  mbps: 'MB/s',
  npv: 'NPV',
  openslo: 'OpenSLO',
  pct: '%',
  raci: 'RACI',
  rfc: 'RFC',
  sla: 'SLA',
  slo: 'SLO',
  slos: 'SLOs',
  sql: 'SQL',
  tco: 'TCO',
  usd: 'USD',
  utc: 'UTC',
};

/** A key of a data file as a label: `x-alert-gap` is "Alert gap", `critical_weights` is "Critical weights", `hot_gb` is "Hot GB". */
export function readableKey(key: string): string {
  if (key === 't') return 'Time';
  const words = key
    .replace(/^x-/, '')
    .trim()
    .split(/[\s_-]+/);
  return capitalised(
    words
      .map((word) => (Object.hasOwn(SPELLED, word) ? SPELLED[word] : word))
      .join(' ')
      .trim(),
  );
}

/** The name of a kind within a sentence: "risk register", but "RFC" and "RACI matrix". */
export function lowered(text: string): string {
  return text.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
}

/** Text that is written small in a list and stands alone in a table. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

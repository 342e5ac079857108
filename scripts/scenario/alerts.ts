import { at } from './clock';
import type { Alert } from './scenario-shape';

interface AlertRow {
  readonly id: string;
  readonly rule: string;
  readonly severity: Alert['severity'];
  readonly fired: string;
  readonly cleared?: string;
  readonly notice?: true;
}

/** The alerts that did fire (incident fact sheet, section on the scenario file). None of them watches completeness. */
const ROWS: readonly AlertRow[] = [
  {
    id: 'ALR-disk-loader',
    rule: 'warehouse-loader: staging disk used above 70 %',
    severity: 'ticket',
    fired: '08:22:10',
  },
  {
    id: 'ALR-urp-harbor',
    rule: 'harbor: under-replicated partitions above 0 for 60 s',
    severity: 'page',
    fired: '09:31:05',
    cleared: '09:50:20',
  },
  {
    id: 'ALR-lag-clickstream',
    rule: 'clickstream.page: consumer lag above 50,000 for 2 min',
    severity: 'page',
    fired: '09:33:00',
    cleared: '09:52:30',
  },
  {
    id: 'ALR-dlq-enricher',
    rule: 'order-enricher: dead letters above 25 in 5 min',
    severity: 'ticket',
    fired: '10:12:40',
    cleared: '10:20:00',
  },
  {
    id: 'ALR-query-ledgerline',
    rule: 'ledgerline: query running above 900 s',
    severity: 'ticket',
    fired: '11:30:15',
    cleared: '11:48:05',
  },
  {
    id: 'ALR-zone-latency',
    rule: 'harbor: inter-zone fetch p99 above 150 ms for 60 s',
    severity: 'ticket',
    fired: '12:41:00',
    cleared: '12:55:00',
  },
  {
    id: 'ALR-cert-ads',
    rule: 'ads-attribution: client certificate expires in 14 days',
    severity: 'ticket',
    fired: '13:02:00',
  },
  {
    id: 'ALR-pacing-ads',
    rule: 'ads: sponsored pacing variance above 30 % for 4 h',
    severity: 'ticket',
    fired: '13:40:00',
  },
  {
    id: 'ALR-declared',
    rule: 'incident declared: INC-2024-0312',
    severity: 'info',
    fired: '14:34:10',
    notice: true,
  },
  {
    id: 'ALR-rollback',
    rule: 'deploy-controller: rollback of checkout-service complete',
    severity: 'info',
    fired: '15:11:00',
    notice: true,
  },
  {
    id: 'ALR-replay-rate',
    rule: 'order-enricher: input rate above 7-day p99 on replay group',
    severity: 'info',
    fired: '16:36:10',
    notice: true,
  },
  {
    id: 'ALR-backlog-loader',
    rule: 'warehouse-loader: files waiting above 40 for 10 min',
    severity: 'ticket',
    fired: '20:05:30',
    cleared: '21:58:00',
  },
];

/** Alerts in firing order; `t` is the time of firing. */
export function buildAlerts(): readonly Alert[] {
  return ROWS.map((row, index) => ({
    ref: `AL-${String(index + 1).padStart(2, '0')}`,
    t: at(row.fired),
    id: row.id,
    rule: row.rule,
    severity: row.severity,
    state: row.notice ? 'notice' : row.cleared === undefined ? 'open' : 'cleared',
    fired: at(row.fired),
    cleared: row.cleared === undefined ? null : at(row.cleared),
  }));
}

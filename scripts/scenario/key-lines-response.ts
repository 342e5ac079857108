/** Key log lines of the response, one for each of the timeline rows 29-34 of the incident fact sheet (6.8). */

import { at } from './clock';
import { type KeyLine, keyLine } from './key-line';

/** Key lines of rows 29 to 34 in timeline order. */
export function buildResponseKeyLines(): readonly KeyLine[] {
  const enricher = 'order-enricher';
  const controller = 'deploy-controller';
  return [
    keyLine(
      29,
      '14:58:00',
      controller,
      'INFO',
      'ROLLBACK_STARTED',
      'checkout-service rollback to 4.17.3: new fleet starting, one traffic switch when healthy',
      {
        ticket: 'CHG-7728',
        from: '4.18.0',
        to: '4.17.3',
      },
    ),
    keyLine(
      30,
      '15:10:00',
      controller,
      'INFO',
      'ROLLBACK_DONE',
      'checkout-service rollback complete, all traffic on 4.17.3',
      {
        ticket: 'CHG-7728',
        weight_pct: 100,
      },
    ),
    keyLine(31, '15:25:00', 'promo-engine', 'INFO', 'FEATURE_OFF', 'Demand Lift switched off by operator', {
      feature: 'Demand Lift',
      mode: 'manual',
      ticket: 'CHG-7729',
    }),
    keyLine(
      32,
      '15:41:30',
      controller,
      'INFO',
      'CHANGE_APPROVED',
      'CHG-7730 approved: replay commerce.order-line, checkout-service records 09:05 to 15:10',
      {
        ticket: 'CHG-7730',
        approver_role: 'EM Streaming Platform',
        precondition: 'order-enricher 2.31.1 live',
      },
    ),
    keyLine(
      33,
      '16:28:00',
      enricher,
      'INFO',
      'JOB_RUNNING',
      'job 2.31.1 running from savepoint, reads amount_cents or amount_minor',
      {
        version: '2.31.1',
        neither_present: 'dead-letter',
        ticket: 'CHG-7731',
      },
    ),
    keyLine(
      34,
      '16:35:00',
      enricher,
      'INFO',
      'REPLAY_STARTED',
      'replay group started at the offsets of 09:05',
      {
        ticket: 'CHG-7730',
        group: 'order-enricher-replay',
        until: at('15:10'),
      },
    ),
  ];
}

import { clickstreamLagAt } from './metrics';

/** Clock time, role, text. */
export type MessageRow = readonly [clockText: string, role: string, text: string];

const COMMANDER = 'Senior SRE, Data Reliability';
const ON_CALL = 'Streaming on-call';
const ANALYTICS = 'Analytics Engineering Lead';
const CHECKOUT = 'Senior Engineer, Checkout';
const STREAM_ENGINEER = 'Senior Data Engineer, Streaming Platform';

/**
 * The working channel, from declaration to close (incident fact sheet, 6.8, rows 24-25, 27-28, 35-36 and 38).
 *
 * Each message holds only what its author could know by then; theories stay in, also the ones that fell.
 */
export function incidentChannel(replayTotal: number): readonly MessageRow[] {
  const count = withCommas(replayTotal);
  return [
    [
      '14:34:05',
      COMMANDER,
      'Declaring SEV-2. Order dashboard is 40 % under settlement for 13:00-14:00, start unknown. I have command, streaming on-call has operations, support ops has comms. Scribe please join.',
    ],
    [
      '14:36:22',
      ON_CALL,
      'State of play: order-enricher on 2.31.0 and running, lag in the tens, freshness green, no errors, dead letters are the 37 from 10:12 and nothing since. First theory is the broker 3 patch at 09:30, it is the one thing that touched harbor today.',
    ],
    [
      '14:38:10',
      'Principal Engineer, Commerce',
      'Second theory to hold on to: new-basket-ui went to 10 % at 09:20. Baskets that never submit would also look like missing sales.',
    ],
    [
      '14:41:17',
      ON_CALL,
      `Ruling out broker 3. Query from 14:39: commerce.order-line lag has not left the tens all day, clickstream is at ${clickstreamLagAt(13)}. If the records were stuck on a broker they would be waiting somewhere and they are not.`,
    ],
    [
      '14:43:45',
      CHECKOUT,
      'On the flag: it changes the basket page only. Orders per minute on our side look like any Tuesday, 5xx 0.02 to 0.04 %. People are buying.',
    ],
    [
      '14:46:30',
      ANALYTICS,
      '08:00 hour agrees with settlement. 09:00 and everything after is short. Splitting by source service next.',
    ],
    [
      '14:50:12',
      ANALYTICS,
      'Split is up (14:49). subscriptions and pos-bridge move together as usual. checkout-service thins out from 09:05 and has no rows at all from 09:35.',
    ],
    [
      '14:52:20',
      COMMANDER,
      'Raising to SEV-1. It is still going on, and payouts and ads read the same table as the dashboard.',
    ],
    [
      '14:55:03',
      CHECKOUT,
      '4.18.0 rollout today: 5 % at 09:05, 25 % at 09:15, 50 % at 09:25, 100 % at 09:35. That is the shape of your split to the minute. Gate was green at each step: 5xx, p99, produce errors. I do not see yet what it does to you.',
    ],
    [
      '14:57:10',
      COMMANDER,
      'Roll back to 4.17.3 now. Nobody knows yet what 4.18.0 changes downstream, and we can read that with traffic off it.',
    ],
    [
      '15:04:35',
      CHECKOUT,
      '4.17.3 fleet is up, probes passing. It is one switch and no steps, a few minutes out. Until then all traffic is still on 4.18.0.',
    ],
    [
      '15:11:20',
      ON_CALL,
      "Switched at 15:10. enricher_filtered_per_min fell from five digits to 12. That panel is on nobody's wall, I had to search for it.",
    ],
    [
      '15:18:40',
      'Data Governance Lead',
      'Registry took order-line version 8 at 08:41, BACKWARD check passed against 7. 4.18.0 writes 8, 4.17.3 writes 7. Reading the two side by side.',
    ],
    [
      '15:26:02',
      'Ads Revenue PM',
      'Demand Lift is off as of 15:25. It had switched itself on at 10:40, rule is sales below profile. It reads order_line_facts.',
    ],
    [
      '15:36:10',
      STREAM_ENGINEER,
      'Good news from raw. 15:33 query: every checkout record is in commerce.order-line, topic keeps 7 days. subscriptions difference 0, pos-bridge 37, same 37 as the dead letters.',
    ],
    [
      '15:41:48',
      'EM Streaming Platform',
      'CHG-7730 approved: replay checkout-service records 09:05 to 15:10, once the enricher can read both shapes. The drill in February covered a 2 h window, this is six, so I would not promise a finish time yet.',
    ],
    [
      '16:14:09',
      STREAM_ENGINEER,
      '2.31.1 is through staging. It takes amount_cents or amount_minor, and a record with neither goes to the dead-letter topic where we can see it. Tested on records pulled from either side of 09:05.',
    ],
    [
      '16:36:31',
      ON_CALL,
      '2.31.1 live 16:28, replay group started 16:35. The input-rate notice at 16:36 is us.',
    ],
    [
      '17:30:00',
      'Support Operations Lead',
      'Stakeholder update: order totals for today between 09:05 and 15:10 are too low on dashboards and in payout previews. New data has been whole since 15:10. No customer order was affected. Restoring runs into the evening, next update when it is done.',
    ],
    [
      '21:55:40',
      ON_CALL,
      `Replay complete, ${count} of ${count}. Loader is working off its files, alert has been open since 20:05. Recon after that.`,
    ],
    [
      '22:41:15',
      ANALYTICS,
      'Recon from 22:40: raw minus facts is 0 for each hour. Separate matter: replayed rows from the early part came out without session_id, counts by hour are in the result. Ads has them.',
    ],
    [
      '23:20:00',
      COMMANDER,
      'Resolved 23:20. Recon is clean, live path steady since 15:10, freeze on order-line schema changes until we have met. Draft write-up by Friday.',
    ],
  ];
}

/** Thousands separated by commas, without a locale. */
export function withCommas(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

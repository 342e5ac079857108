import { type MessageRow, withCommas } from './chat-incident-channel';
import type { HourTotals } from './queries';

const FINANCE = 'Finance Analytics Manager';
const ANALYTICS = 'Analytics Engineering Lead';
const ON_CALL = 'Streaming on-call';
const COMMANDER = 'Senior SRE, Data Reliability';
const GROCER_PRODUCT = 'Product Director, Grocer Insights';
const ADS = 'Ads Revenue PM';
const ML = 'ML Platform Lead';

/** Questions from data users; the first one, at 14:20, is how the incident was noticed. */
export function dataHelpChannel(hour: HourTotals): readonly MessageRow[] {
  return [
    [
      '14:20:34',
      FINANCE,
      `Can anyone look at the order dashboard? For 13:00-14:00 it shows $${withCommas(hour.dashboard)}, settlement has $${withCommas(hour.settlement)} for the same hour. That is 40 % low. 08:00-09:00 agrees to the cent, I have not checked the hours between.`,
    ],
    [
      '14:22:10',
      GROCER_PRODUCT,
      'Grocer sales page looks thin too. I had put it down to Spring Pantry ending last night.',
    ],
    [
      '14:23:51',
      ANALYTICS,
      'Loader is green, freshness on order_line_facts about 3 min, so what is there is recent. Looking at whether rows are missing or money per row is off.',
    ],
    [
      '14:26:08',
      ON_CALL,
      "Ack, streaming on-call here, I have it. Nothing is firing on order-line. Starting from this morning's broker patch.",
    ],
    [
      '14:27:40',
      'Support Operations Lead',
      'Grocers have been writing in about sales totals since 13:10. I took them for promotion questions. Sending on-call the list.',
    ],
    [
      '14:29:15',
      ADS,
      'Sponsored pacing has been 38 % under since the morning. I read that as the promotion as well. Same thing?',
    ],
    [
      '14:31:02',
      'Batch Platform Engineer',
      "Last night's 02:30 reconciliation was clean, so it starts after that. Next one runs tonight at 02:30.",
    ],
    [
      '14:33:20',
      FINANCE,
      'Holding the 15:00 trading note. Will write it from settlement if this is still open by then.',
    ],
    [
      '14:35:30',
      COMMANDER,
      'SEV-2 declared, work is in #inc-2024-0312. Questions here please, so that channel stays readable.',
    ],
    [
      '14:44:52',
      GROCER_PRODUCT,
      'Do grocers see these numbers? Their sales page and payout preview read the same tables, so I think yes. Can support have wording?',
    ],
    [
      '15:13:05',
      COMMANDER,
      'Rows arriving since 15:10 are whole. 09:05 to 15:10 is still short. Please do not patch tables by hand, we will restore from raw.',
    ],
    [
      '16:40:18',
      ANALYTICS,
      'Restore started 16:35. Totals for today will creep up all evening, so two people can get two answers for the same hour. Do not quote any until I say so here.',
    ],
    [
      '19:05:44',
      FINANCE,
      'Noted the creep, 10:00-11:00 moved between two refreshes. Month-to-date pack goes out tomorrow instead of tonight.',
    ],
    [
      '22:48:30',
      ANALYTICS,
      'You can quote order and GMV numbers for today again, 22:40 recon shows facts equal to raw. Ads attribution for the morning is a different story, ask in #ads-revenue.',
    ],
  ];
}

/** The on-call rotation's own notes on a noisy morning. */
export const STREAMING_ON_CALL_CHANNEL: readonly MessageRow[] = [
  [
    '09:31:40',
    ON_CALL,
    'Paged for under-replicated partitions. Broker 3 is in its patch window (CHG-7715), expected while it restarts. Watching.',
  ],
  [
    '09:34:05',
    'Senior Data Engineer, Streaming Platform',
    'clickstream.page group at 184,000 since 09:30. It leads on broker 3. I would let it drain and not add readers.',
  ],
  [
    '09:53:12',
    ON_CALL,
    'Patch done 09:52, both pages cleared. order-line never noticed, lag in the tens throughout. Closing CHG-7715.',
  ],
  [
    '10:15:30',
    ON_CALL,
    '37 pos-bridge events dead-lettered at 10:12, one till vendor, broken UTF-8 in product_name. Told Commerce. They are kept, nothing for us to do.',
  ],
  [
    '12:44:20',
    ON_CALL,
    'Inter-zone fetch p99 is up, az2 to az4. No lag from it, replicas all in sync. Provider page is silent. Second look at 13:00.',
  ],
  ['13:01:10', ON_CALL, 'Zone latency went back to normal at 12:55 by itself. No action.'],
];

/** Ads people reading a pacing drop with what they knew. */
export const ADS_REVENUE_CHANNEL: readonly MessageRow[] = [
  [
    '11:05:22',
    ADS,
    'Sponsored pacing is 38 % under plan this morning. Spring Pantry ended 23:59 last night and I expected a dip, this is a deep one. Reading it as the promotion coming off for now.',
  ],
  [
    '11:12:47',
    ML,
    'Nothing odd in attribution here: batches on time, lag normal, impressions and clicks as on any Tuesday. There are just fewer order lines to attribute.',
  ],
  ['11:16:03', ADS, "Browsing and not buying, then. Leaving budgets alone, will judge on tomorrow's pacing."],
  [
    '22:52:06',
    ML,
    'Went through the 22:40 result. Replayed checkout rows have a session_id for 13:00 onwards and none before some point in the 12:00 hour. session-context holds 4 h, so there is nothing left to join those to. I cannot rebuild them from anything I have.',
  ],
];

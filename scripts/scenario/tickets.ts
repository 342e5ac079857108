import { at } from './clock';
import type { Ticket } from './scenario-shape';

type TicketRow = readonly [
  clockText: string,
  id: string,
  queue: string,
  requester: string,
  subject: string,
  text: string,
];

const GROCER = 'Independent grocer';

/** Nine of the day's tickets as customers wrote them; not all of them belong to the incident. */
const ROWS: readonly TicketRow[] = [
  [
    '13:10:26',
    'SUP-88104',
    'grocer-payouts',
    GROCER,
    'Payout preview is far too low',
    'Preview for today says about half of what my till took online. I packed 61 web orders since nine and the page counts fewer. Am I being paid for the rest?',
  ],
  [
    '13:24:51',
    'SUP-88109',
    'storefront',
    GROCER,
    'Customer says basket button moved',
    'A regular rang me, the basket button is at the bottom now and she could not find it. Is that on purpose?',
  ],
  [
    '13:37:08',
    'SUP-88117',
    'grocer-sales',
    GROCER,
    'Sales page stuck this morning',
    'My subscriptions show, my shop counter shows, the web orders nearly stop after half past nine. The orders themselves are fine, I am packing them.',
  ],
  [
    '13:52:40',
    'SUP-88126',
    'grocer-pricing',
    GROCER,
    'Why am I discounted?',
    'There is a lift discount on my bread and dairy since before lunch. I never agreed to one and I am busier than last Tuesday. Please take it off.',
  ],
  [
    '14:15:19',
    'SUP-88139',
    'grocer-sales',
    GROCER,
    'Web sales missing, Dublin',
    'Sales by channel shows no web orders today from 09:35. I have the confirmations here, can forward.',
  ],
  [
    '14:48:02',
    'SUP-88151',
    'grocer-integrations',
    GROCER,
    'Till names with accents',
    "Since the till update, products with accents do not come through. Ten o'clock sync had errors again.",
  ],
  [
    '15:32:37',
    'SUP-88168',
    'grocer-pricing',
    GROCER,
    'Lift discount gone again',
    'It vanished a few minutes ago without a word. Who pays for the baskets sold at that price?',
  ],
  [
    '16:55:13',
    'SUP-88190',
    'grocer-sales',
    GROCER,
    'Numbers going up while I watch',
    'Refreshing my sales page for this morning, the total rises each time. Which one do I give my accountant?',
  ],
  [
    '19:41:55',
    'SUP-88207',
    'ads-reporting',
    GROCER,
    'Sponsored clicks without sales',
    'Report says people clicked my ads all morning and nobody bought. From about quarter past three it looks normal. Am I charged for the clicks?',
  ],
];

/** Sample of the support queue; the first ticket came in at 13:10 (incident fact sheet, 6.8). */
export function buildTickets(): readonly Ticket[] {
  return ROWS.map(([clockText, id, queue, requester, subject, text], index) => ({
    ref: `TKT-${String(index + 1).padStart(2, '0')}`,
    t: at(clockText),
    id,
    queue,
    requester,
    subject,
    text,
  }));
}

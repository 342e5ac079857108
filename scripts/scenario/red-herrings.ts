/** A record that looks as if it mattered and does not; `source` is the system it comes from. */
export interface RedHerring {
  readonly ref: string;
  readonly source: string;
  readonly note: string;
}

/**
 * Red herrings by ref (criterion SC-06). The list lives here and never in the file, which would give them away.
 * Logs are left out where another record of the same event exists.
 */
export const RED_HERRINGS: readonly RedHerring[] = [
  { ref: 'CFG-promotion-end', source: 'promo-engine', note: 'the promotion end makes low sales plausible' },
  { ref: 'D-web-flag', source: 'storefront-web', note: 'a flag at 09:20 on 10 % of baskets' },
  { ref: 'CFG-broker-patch', source: 'harbor', note: 'the broker patch at 09:30' },
  { ref: 'MET-02', source: 'clickstream', note: 'clickstream lag of 184,000 at 09:30' },
  { ref: 'AL-04', source: 'pos-bridge', note: 'dead letters at 10:12, all of them kept' },
  { ref: 'AL-05', source: 'ledgerline', note: 'a long warehouse query from 11:30 to 11:48' },
  { ref: 'AL-06', source: 'network', note: 'zone latency from 12:41 to 12:55' },
  { ref: 'AL-07', source: 'ads-attribution', note: 'a certificate that expires in 14 days' },
  { ref: 'TKT-02', source: 'support', note: 'a ticket about the new basket button' },
];

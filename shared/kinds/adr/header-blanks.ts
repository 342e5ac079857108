import type { KeyBlanks } from '../../rubric/repairs/add-keys';

/** The header as the template has it: what a missing key is inserted with. */
export const HEADER: KeyBlanks = [
  ['id', 'ADR-<three digits>'],
  ['title', '<decision, as an imperative>'],
  ['status', 'proposed'],
  ['date', '<YYYY-MM-DD>'],
  ['owner', '<full name of the one who keeps it true>'],
  ['decision-makers', ['<full name of the captain>']],
  ['consulted', ['<full names, two-way>']],
  ['informed', ['<full names, one-way>']],
  ['reversibility', '<type-1 or type-2>'],
  ['confidence', '<low, medium or high>'],
  ['supersedes', []],
  ['superseded-by', []],
  ['related', ['<ids of RFC and neighbouring ADRs>']],
  ['revisit', ['<tripwire id or date>']],
];

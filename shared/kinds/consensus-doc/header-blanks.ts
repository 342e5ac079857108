import type { KeyBlanks } from '../../rubric/repairs/add-keys';

/** The header as the template has it: what a missing key is inserted with. */
export const HEADER: KeyBlanks = [
  ['id', 'CONSENSUS-<RFC id>'],
  ['title', 'Consensus record for <RFC id and subject>'],
  ['status', 'draft'],
  ['owner', '<full name of the captain>'],
  ['date', '<YYYY-MM-DD>'],
  ['decision_date', '<YYYY-MM-DD>'],
  ['decision_rule', 'captain'],
  ['captain', '<full name, as in the agenda>'],
  ['outcome', '<approved, approved-with-conditions, rejected or deferred>'],
  ['rfc', '<RFC id>'],
  ['adrs', ['<ADR id that this record settles>']],
];

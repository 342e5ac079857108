import type { KeyBlanks } from '../../rubric/repairs/add-keys';

/** The header as the template has it: what a missing key is inserted with. */
export const HEADER: KeyBlanks = [
  ['id', 'INC-<year>-<month and day>'],
  ['title', '<what the system did, without a name in it>'],
  ['status', 'draft'],
  ['severity', '<SEV-1 to SEV-4>'],
  ['owner', '<full name of the author>'],
  ['date', '<YYYY-MM-DD of the incident>'],
  ['authors', ['<full name, first author>']],
  ['reviewers', ['<full name, someone close to the change>', '<full name, someone outside the team>']],
  ['published', '<YYYY-MM-DD>'],
  ['start', '<first harm, UTC timestamp>'],
  ['end', '<harm stopped, UTC timestamp>'],
  ['detected', '<first person or alert knew, UTC timestamp>'],
  ['mitigated', '<same as end>'],
  ['resolved', '<data and users whole again, UTC timestamp>'],
];

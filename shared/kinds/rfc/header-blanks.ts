import type { KeyBlanks } from '../../rubric/repairs/add-keys';

/** The header as the template has it: what a missing key is inserted with. */
export const HEADER: KeyBlanks = [
  ['id', 'RFC-<three digits>'],
  ['title', '<verb and object, under ten words>'],
  ['status', 'draft'],
  ['author', '<your full name>'],
  ['captain', '<one full name, the person who decides>'],
  ['approvers', ['<full name of the first approver>', '<full name of the second approver>']],
  ['created', '<YYYY-MM-DD>'],
  ['updated', '<YYYY-MM-DD>'],
  ['decision-date', '<YYYY-MM-DD, filled on approval>'],
  ['related', ['<ids of matrix, register, plan and ADRs>']],
];

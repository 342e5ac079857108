import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Register, readRegister } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K14 · part 3 · dissent as data, so that it can be found when it turns out right. */
export const dissentRegister = defineKind<Register>({
  id: 'dissent-register',
  title: 'Dissent register',
  purpose: 'Dissent as data, so that it can be found when it turns out right.',
  part: 3,
  format: 'yaml',
  order: 50,
  files: ['dissent-register.yaml'],
  recognise: (source) =>
    source.format === 'yaml' &&
    source.data.node(['entries']) !== null &&
    source.data.node(['tripwires']) !== null,
  contrasts: [
    { senior: 'A paragraph in the minutes.', staff: 'A prediction that can be proved wrong.' },
    { senior: 'Forgotten.', staff: 'A status that is revisited, with the outcome and its date.' },
  ],
  schema,
  read: readRegister,
  rubric,
  facts: (register) => facts(register.root),
  preview,
  template: 'dissent-register-template.yaml',
});

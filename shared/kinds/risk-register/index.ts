import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Register, readRegister } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K03 · part 1 · names what can hurt, who owns it and what makes us stop. */
export const riskRegister = defineKind<Register>({
  id: 'risk-register',
  title: 'Risk register',
  purpose: 'Name what can hurt, who owns it and what makes us stop.',
  part: 1,
  format: 'json',
  order: 30,
  files: ['risk-register.json'],
  recognise: (source) => source.format === 'json' && source.data.node(['risks']) !== null,
  contrasts: [
    { senior: 'A list of worries.', staff: 'Cause, event and consequence, scored by likelihood and impact.' },
    { senior: 'A team owns it.', staff: 'One named owner.' },
    { senior: '"Monitor closely."', staff: 'A metric, a threshold and the id of the alert that fires.' },
    { senior: 'Written once.', staff: 'Residual scores, review dates, and realised risks kept in.' },
  ],
  schema,
  read: readRegister,
  rubric,
  facts,
  preview,
  template: 'risk-register-template.json',
});

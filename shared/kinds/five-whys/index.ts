import { defineKind } from '../../rubric/kind';
import { budgets } from './budgets';
import { facts } from './facts';
import { readWhys, type Whys } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';

/** K18 · part 4 · reach the causes in the system without pretending that there is only one. */
export const fiveWhys = defineKind<Whys>({
  id: 'five-whys',
  title: 'Five whys',
  purpose: 'Reach the causes in the system without pretending that there is only one.',
  part: 4,
  format: 'md',
  order: 30,
  files: ['five-whys.md'],
  contrasts: [
    { senior: 'One chain that ends at a person.', staff: 'Several chains that end at conditions.' },
    { senior: 'Assertions.', staff: 'A record cited at every step.' },
    { senior: 'Stops at five.', staff: 'Stops where something can be done.' },
  ],
  skeleton: SKELETON,
  read: readWhys,
  rubric,
  budgets,
  facts,
  preview,
  template: 'five-whys-template.md',
});

import { defineKind } from '../../rubric/kind';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { facts } from './facts';

/** K14 · part 3 · dissent as data, so that it can be found when it turns out right. Only the universal criteria apply so far. */
export const dissentRegister = defineKind<DataReader>({
  id: 'dissent-register',
  title: 'Dissent register',
  purpose: 'Dissent as data, so that it can be found when it turns out right.',
  part: 3,
  format: 'yaml',
  order: 50,
  files: ['dissent-register.yaml'],
  recognise: (source) => source.format === 'yaml' && source.data.node(['entries']) !== null && source.data.node(['tripwires']) !== null,
  contrasts: [
    { senior: 'A paragraph in the minutes.', staff: 'A prediction that can be proved wrong.' },
    { senior: 'Forgotten.', staff: 'A status that is revisited, with the outcome and its date.' },
  ],
  read: rootReader,
  rubric: [],
  facts,
});

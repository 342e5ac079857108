import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { has, QTY } from '../../../text/quantities';
import { ladder } from '../example-ladder';
import type { Playbook } from '../model';

/** "two rounds of written comments", "2 leads", "5 business days". */
const COUNT =
  '(?<![\\p{L}\\d])(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\\s(?:[a-z-]{1,20}\\s){0,2}(?:rounds?|comments?|replies|reviews?|meetings?|leads?|people|persons?|sides?|teams?|objections?|votes?|hours?|days?|weeks?|times)(?!\\p{L})';

/** ESC-05. */
export const objectiveEntry: AutoCriterion<Playbook> = {
  id: 'ESC-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Each level is entered on something that can be counted',
  failTitle: 'A level is entered on a feeling',
  why: 'A condition that both opponents would recognise makes escalating a step of the process; "when you feel blocked" makes it an accusation.',
  hint: 'Write "after N rounds" or "after M business days" for each level.',
  sources: ['DOOR'],
  check: ({ model }) => {
    if (!model.ladder || model.rungs.length === 0) return failBecause('ESC-01');
    return judge(
      model.rungs.flatMap((rung) => {
        const text = rung.text('entry');
        if (has(text, QTY) || has(text, COUNT, 'i')) return [];
        const found =
          text === '' ? 'has no entry condition' : `is entered on "${text}", which counts nothing`;
        return [{ span: rung.span('entry'), message: `${rung.name} ${found}` }];
      }),
      model.rungs.map((rung) => rung.span('entry')),
    );
  },
  examples: {
    pass: [
      {
        source: ladder(
          ['Ana', 'two rounds of written comments', '', ''],
          ['Bo', 'L0 clock of 2 days used up', '', ''],
          ['Cy', 'after 5 business days', '', ''],
        ),
        evidence: ['two rounds'],
      },
    ],
    fail: [
      {
        source: ladder(['Ana', 'whenever you feel blocked', '', ''], ['Bo', '', '', '']),
        at: ['whenever you feel blocked', 'L1'],
      },
      { source: '# Playbook\n\nRaise it.\n' },
    ],
  },
};

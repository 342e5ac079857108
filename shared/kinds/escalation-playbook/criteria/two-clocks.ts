import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { clocksIn } from '../../../text/clocks';
import { ladder, PEOPLE } from '../example-ladder';
import { decidersIn, type Playbook } from '../model';

const CLOCKS = [
  ['acknowledge', 'acknowledging'],
  ['decide', 'deciding'],
] as const;

/** ESC-02. A level is as high as the highest of its deciders. */
export const twoClocks: AutoCriterion<Playbook> = {
  id: 'ESC-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Two clocks on each level, authority never falling',
  failTitle: 'A level has no clock, or less authority than the one below',
  why: 'Without a clock the stronger side wins by waiting; a step that goes sideways only buys the dispute another round.',
  hint: 'Give each level the hours to acknowledge and the business days to decide, and order the levels by authority.',
  sources: ['Seed'],
  check: ({ model, packet }) => {
    if (!model.ladder || model.rungs.length === 0) return failBecause('ESC-01');
    const problems: Problem[] = [];
    const levels: number[] = [];
    for (const rung of model.rungs) {
      const authority = decidersIn(rung.text('decider'), packet.people).flatMap((p) => p.level ?? []);
      if (authority.length > 0) {
        const level = Math.max(...authority);
        const below = levels.at(-1);
        if (below !== undefined && level < below)
          problems.push({
            span: rung.span('decider'),
            message: `${rung.name} is decided at authority ${level}, after ${below} on the level before`,
          });
        levels.push(level);
      }
      for (const [column, name] of CLOCKS) {
        const text = rung.text(column);
        if (clocksIn(text).length > 0) continue;
        const found = text === '' ? '' : `; "${text}" is no length of time`;
        problems.push({ span: rung.span(column), message: `${rung.name} has no clock for ${name}${found}` });
      }
    }
    if (problems.length === 0 && levels.length < 2)
      return notEvaluated('The authority of the deciders is known when the packet lists them (RACI matrix)');
    return judge(
      problems,
      model.rungs.map((rung) => rung.span('decide')),
    );
  },
  examples: {
    pass: [
      {
        source: ladder(
          ['Ana Ruiz', '', '4 h', '2 days'],
          ['Bo Lind', '', '4 hours', '1 business day'],
          ['Cy Wren', '', '1 day', '2 days'],
        ),
        packet: PEOPLE,
        evidence: ['1 business day'],
      },
    ],
    fail: [
      {
        source: ladder(['Ana Ruiz', '', '4 h', 'as soon as possible'], ['Bo Lind', '', '', '1 day']),
        packet: PEOPLE,
        at: ['as soon as possible', 'L1'],
      },
      {
        source: ladder(['Cy Wren', '', '4 h', '2 days'], ['Ana Ruiz', '', '4 h', '2 days']),
        packet: PEOPLE,
        at: ['Ana Ruiz'],
      },
      { source: '# Playbook\n\nRaise it.\n' },
    ],
  },
};

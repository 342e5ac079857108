import { type AutoCriterion, fail, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { ladder, PEOPLE } from '../example-ladder';
import { decidersIn, type Playbook } from '../model';
import { SKELETON } from '../skeleton';

const LEAST_LEVELS = 3;

/** ESC-01. A decider's cell may name further roles beside the one that is known. Carries the finding when the ladder is missing. */
export const levelsHaveDeciders: AutoCriterion<Playbook> = {
  id: 'ESC-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'At least three levels, each with a decider',
  failTitle: 'The ladder has too few levels, or a level without a decider',
  why: 'A dispute moves only towards somebody. "Leadership" cannot be sent a page, and a ladder of two rungs ends at the people who disagree.',
  hint: 'Write a table of four levels: author with objector, their leads, the captain, the executive. Name the person or the job title in each.',
  sources: ['DOOR'],
  check: ({ model, packet }) => {
    if (!model.ladder)
      return fail({
        span: model.place,
        message: 'There is no ladder: a table with the columns Level and Decider is wanted',
        ...sectionFix(model.doc, SKELETON, 'Ladder'),
      });
    const problems: Problem[] = [];
    if (model.rungs.length < LEAST_LEVELS)
      problems.push({
        span: model.ladder.table.header.span,
        message: `The ladder has ${model.rungs.length} levels of ${LEAST_LEVELS}`,
      });
    for (const rung of model.rungs) {
      const text = rung.text('decider');
      if (text === '') problems.push({ span: rung.span('decider'), message: `${rung.name} has no decider` });
      else if (packet.people.length > 0 && decidersIn(text, packet.people).length === 0)
        problems.push({
          span: rung.span('decider'),
          message: `${rung.name}: "${text}" names no person, job title or team of the packet`,
        });
    }
    if (problems.length === 0 && packet.people.length === 0)
      return notEvaluated(
        'Deciders are compared with the people of the packet, and it names none (RACI matrix)',
      );
    return judge(
      problems,
      model.rungs.map((rung) => rung.span('decider')),
    );
  },
  examples: {
    pass: [
      {
        source: ladder(
          ['Ana Ruiz with the objector', '', '', ''],
          ['the EM Streaming', '', '', ''],
          ['Cy Wren', '', '', ''],
        ),
        packet: PEOPLE,
        evidence: ['Ana Ruiz', 'Cy Wren'],
      },
    ],
    fail: [
      { source: '# Playbook\n\n## Ladder\n\nRaise it with your manager.\n', at: ['## Ladder'] },
      {
        source: ladder(['Ana Ruiz', '', '', ''], ['Senior leadership', '', '', ''], ['', '', '', '']),
        packet: PEOPLE,
        at: ['Senior leadership', 'L2'],
      },
      {
        source: ladder(['Ana Ruiz', '', '', '']),
        packet: PEOPLE,
        at: ['| Level | Decider | Entry condition | Acknowledge within | Decide within |'],
      },
    ],
  },
};

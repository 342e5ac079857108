import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { Rfc } from '../model';
import { tripwires as read } from '../tripwires';

const LEAST = 2;

/** RFC-13. */
export const tripwires: AutoCriterion<Rfc> = {
  id: 'RFC-13',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Tripwires make the bet falsifiable',
  failTitle: 'Nothing would show that the bet went wrong',
  why: 'A decision without the number that would reopen it can only be defended, never revised; a committee reads that as advocacy.',
  hint: 'Write two tripwires as "reopen if X > Y for Z", each with its id.',
  sources: ['DOOR'],
  check: ({ model }) => {
    const stated = read(model);
    const decision = model.section('decision');
    const problems: Problem[] = [];
    const whole = stated.filter((t) => t.lacks.length === 0);
    if (whole.length < LEAST) {
      if (!decision) return failBecause('RFC-02');
      for (const t of stated)
        if (t.lacks.length > 0)
          problems.push({ span: t.at, message: `${t.id} has no ${t.lacks.join(', no ')}` });
      if (stated.length < LEAST)
        problems.push({
          span: decision.heading.span,
          message: `${stated.length} of ${LEAST} tripwires are stated`,
        });
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      whole.map((t) => t.at),
    );
  },
  examples: {
    pass: [
      { source: example('> 2.15 FTE'), evidence: ['TW-01', 'TW-02'] },
      {
        source:
          '## Decision\n\n- TW-01: reopen if lag > 5 min for 30 min\n- TW-02: pause the cutover if loss > 0.1 % over any day\n',
      },
    ],
    fail: [
      { source: example('too much'), at: ['TW-02'] },
      { source: '## Decision\n\nTW-01: reopen if lag > 5 min for 30 min.\n', at: ['## Decision'] },
      { source: '## Decision\n\nTW-01: watch the lag. TW-02: watch the cost.\n', at: ['TW-01', 'TW-02'] },
      { source: '## Context\n\nNo decision.\n', at: [] },
    ],
  },
};

function example(threshold: string): string {
  return `## Decision\n\n| Tripwire | Metric | Threshold | Window | Action |\n|---|---|---|---|---|\n| TW-01 | completeness | < 99.95 % | 30 min | Pause |\n| TW-02 | effort | ${threshold} | two quarters | Reopen ADR-001 |\n`;
}

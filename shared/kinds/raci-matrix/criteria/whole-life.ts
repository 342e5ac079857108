import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { startsWithVerb } from '../../../text/verbs';
import { changed, EXAMPLE_RACI, raci } from '../example-raci';
import { labelOf, placeOf, type Raci } from '../model';

const COUNT = { least: 8, most: 20 } as const;
const LEAST_PHASES = 3;

/** Areas of a system's life that must have an activity, looked for in names and phases. */
const AREAS = [
  { name: 'deciding', pattern: /\b(?:decid|approv)/i },
  { name: 'operating', pattern: /\b(?:operat|run)/i },
  { name: 'measuring', pattern: /\b(?:measur|defin)/i },
  { name: 'retiring', pattern: /\b(?:retir|decommission|sunset)/i },
];

/** RACI-08. Carries the finding when the matrix has no activity at all. */
export const wholeLife: AutoCriterion<Raci> = {
  id: 'RACI-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: '8 to 20 activities, verb first, from deciding to retiring',
  failTitle: 'The activities do not cover the whole life of the system',
  why: 'A matrix of project tasks ends on launch day; staff-level scope shows in who operates, measures and retires the thing.',
  hint: 'Add the missing area, and start each activity with what is done: decide, build, operate, measure, retire.',
  sources: ['RACI'],
  check: ({ model }) => {
    const at = model.root.at('activities');
    const count = model.activities.length;
    const problems: Problem[] = [];
    const add = (message: string) => problems.push({ span: at.keySpan, message });
    if (count < COUNT.least || count > COUNT.most) {
      add(`The matrix has ${count} activities; ${COUNT.least} to ${COUNT.most} are wanted`);
    }
    if (count === 0) return judge(problems);
    const phases = new Set(
      model.activities.map((activity) => activity.at.at('phase').text?.toLowerCase() ?? ''),
    );
    phases.delete('');
    if (phases.size < LEAST_PHASES)
      add(`The activities name ${phases.size} phases of at least ${LEAST_PHASES}`);
    const all = model.activities.map((activity) => `${activity.name} ${activity.at.at('phase').text ?? ''}`);
    for (const area of AREAS) {
      if (!all.some((text) => area.pattern.test(text))) add(`No activity is about ${area.name} the system`);
    }
    for (const activity of model.activities) {
      if (startsWithVerb(activity.name)) continue;
      problems.push({ span: placeOf(activity), message: `${labelOf(activity)} does not start with a verb` });
    }
    return judge(problems, [at.keySpan]);
  },
  examples: {
    pass: [{ source: EXAMPLE_RACI }],
    fail: [
      { source: changed('Build the pipeline', 'Pipeline work'), at: ['Pipeline work'] },
      {
        source: changed('Retire the batch; retire'.replace('; ', ', phase: '), 'Clean up, phase: close'),
        at: ['activities'],
      },
      {
        source: raci(['Build it; build; {DC: A, YB: R}']),
        at: ['activities', 'activities', 'activities', 'activities', 'activities', 'activities'],
      },
    ],
  },
};

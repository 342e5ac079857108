import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { type Plan, phaseName } from '../model';

const LEAST_PHASES = 3;

/** RO-01. */
export const phasesInOrder: AutoCriterion<Plan> = {
  id: 'RO-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'At least three phases, in order, without overlap',
  failTitle: 'The phases overlap or run backwards',
  why: 'A plan whose phases overlap has no moment at which a gate could stop it; a plan of one or two phases is a launch with a date.',
  hint: 'Draw the phases as a Gantt chart and mend the overlap, or mark the phase `parallel: true`.',
  sources: ['UBER'],
  check: ({ model }) => {
    const problems: Problem[] = [];
    const { phases } = model;
    if (phases.length < LEAST_PHASES) {
      const span = model.root.at('phases').keySpan;
      problems.push({
        span,
        message: `The plan has ${phases.length} phases; at least ${LEAST_PHASES} are wanted`,
      });
    }
    phases.forEach((phase, i) => {
      for (const side of ['start', 'end'] as const) {
        if (phase[side] !== null) continue;
        const at = phase.at.at(side);
        problems.push({
          span: at.exists ? at.span : phase.at.at('id').span,
          message: `${phaseName(phase)} has no ${side} date`,
        });
      }
      if (phase.start === null || phase.end === null) return;
      if (phase.start >= phase.end) {
        problems.push({
          span: phase.at.at('end').span,
          message: `${phaseName(phase)} ends on or before its start`,
        });
      }
      const before = phases[i - 1];
      if (before && before.end !== null && !phase.parallel && phase.start <= before.end) {
        const message = `${phaseName(phase)} starts on ${phase.at.at('start').text}, before ${phaseName(before)} has ended (${before.at.at('end').text})`;
        problems.push({ span: phase.at.at('start').span, message });
      }
    });
    return judge(
      problems,
      phases.map((phase) => phase.at.at('start').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'phases:\n  - {id: P0, start: "2024-01-01", end: "2024-01-31"}\n  - {id: P1, start: "2024-02-01", end: "2024-02-28"}\n  - {id: P2, start: "2024-02-10", end: "2024-03-31", parallel: true}\n',
      },
    ],
    fail: [
      {
        source:
          'phases:\n  - {id: P0, start: "2024-01-01", end: "2024-01-31"}\n  - {id: P1, start: "2024-01-31", end: "2024-02-28"}\n  - {id: P2, start: "2024-03-01", end: "2024-02-01"}\n',
        at: ['2024-01-31', '2024-02-01'],
      },
      { source: 'phases:\n  - {id: P0, start: "2024-01-01", end: "soon"}\n', at: ['phases', 'soon'] },
    ],
  },
};

import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type DecisionLog, readLog } from './model';
import { rubric } from './rubric';
import { standingChart } from './standing-chart';

/** K07 · part 2 · index every decision and its present standing. */
export const decisionLog = defineKind<DecisionLog>({
  id: 'decision-log',
  title: 'Decision log',
  purpose: 'Index every decision and its present standing.',
  part: 2,
  format: 'md',
  order: 20,
  files: ['decision-log.md'],
  contrasts: [
    { senior: 'A list of links.', staff: 'Status and reversibility at a glance.' },
    {
      senior: 'Only what was accepted.',
      staff: 'Rejected and superseded decisions kept, with what they taught.',
    },
  ],
  read: readLog,
  rubric,
  facts,
  preview: standingChart,
  printsCharts: true,
});

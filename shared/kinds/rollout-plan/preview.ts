import type { Block, CellValue } from '../../preview/block';
import type { DataReader } from '../../rubric/read-data';
import { gantt } from './gantt';
import { type Gate, type Plan, phaseName } from './model';

/** The plan at a glance, then each phase with its gates and triggers, then the replans. */
export function preview(plan: Plan): Block[] {
  if (plan.phases.length === 0) {
    return [{ kind: 'paragraph', text: 'The plan has no phases yet.', span: null, tone: 'quiet' }];
  }
  const blocks: Block[] = [
    ...gantt(plan),
    {
      kind: 'table',
      caption: 'Phases',
      columns: [
        { label: 'Phase', align: 'start', width: 2 },
        { label: 'Start', align: 'start' },
        { label: 'End', align: 'start' },
        { label: 'Rollback (min)', align: 'end' },
        { label: 'Carries', align: 'start', width: 2 },
        { label: 'Owner', align: 'start', width: 2 },
      ],
      rows: plan.phases.map((phase) => ({
        cells: [
          { text: phaseName(phase), span: phase.at.at('id').span },
          cell(phase.at.at('start')),
          cell(phase.at.at('end')),
          cell(phase.at.at('rollback_minutes')),
          { text: phase.at.at('mitigates').texts.join(', ') || '–', span: phase.at.at('mitigates').span },
          cell(phase.at.at('owner')),
        ],
      })),
    },
  ];
  for (const phase of plan.phases) {
    blocks.push({ kind: 'heading', level: 3, text: phaseName(phase), span: phase.at.at('id').span });
    if (phase.scope.length > 0) {
      blocks.push({ kind: 'list', items: phase.at.at('scope').items.map((item) => cell(item)) });
    }
    const rows = [
      ...gateRows('Entry', phase.entry),
      ...gateRows('Exit', phase.exit),
      ...gateRows('Roll back if', phase.triggers),
    ];
    if (rows.length > 0) {
      blocks.push({
        kind: 'table',
        columns: [
          { label: 'Gate', align: 'start' },
          { label: 'Check', align: 'start', width: 3 },
          { label: 'Measure', align: 'start', width: 3 },
          { label: 'Threshold', align: 'start', width: 2 },
        ],
        rows,
      });
    }
  }
  if (plan.replans.length > 0) {
    blocks.push({ kind: 'heading', level: 3, text: 'Replans', span: plan.root.at('replans').keySpan });
    blocks.push({
      kind: 'table',
      columns: ['Date', 'Phase', 'Was', 'Is', 'Reason'].map((label, i) => ({
        label,
        align: 'start' as const,
        width: i === 4 ? 3 : 1,
      })),
      rows: plan.replans.map((replan) => ({
        cells: [
          cell(replan.at('date')),
          cell(replan.at('phase')),
          { text: range(replan, 'old'), span: replan.at('old_end').span },
          { text: range(replan, 'new'), span: replan.at('new_end').span },
          cell(replan.at('reason')),
        ],
      })),
    });
  }
  return blocks;
}

function gateRows(label: string, gates: readonly Gate[]) {
  return gates.map((gate) => {
    const window = gate.at.at('window').text;
    const action = gate.at.at('action');
    return {
      cells: [
        { text: label, span: gate.at.span },
        { text: gate.check || '–', span: gate.at.at(gate.at.at('check').exists ? 'check' : 'metric').span },
        action.exists ? cell(action) : cell(gate.at.at('measure')),
        {
          text: [gate.threshold ?? '–', window ? `for ${window}` : ''].filter(Boolean).join(' '),
          span: gate.at.at('threshold').span,
        },
      ],
    };
  });
}

function range(replan: DataReader, which: 'old' | 'new'): string {
  return `${replan.at(`${which}_start`).text ?? '–'} to ${replan.at(`${which}_end`).text ?? '–'}`;
}

function cell(at: DataReader): CellValue {
  return at.spelled === null
    ? { text: '–', span: at.span, tone: 'quiet' }
    : { text: at.spelled, span: at.span };
}

import { type AutoCriterion, judge, notApplicable, type Problem } from '../../../rubric/criterion';
import type { ListItem, MarkdownDoc } from '../../../text/markdown';
import { DURATION } from '../../../text/periods';
import { has } from '../../../text/quantities';
import { findSection, itemsIn, tablesIn } from '../../../text/sections';
import type { Span } from '../../../text/span';
import { type TableView, viewTable } from '../../../text/tables';
import type { SupportDoc } from '../model';

const LEAST_STEPS = 5;

const PARTS = ['expected', 'stop', 'time'] as const;
type Part = (typeof PARTS)[number];

const NAMES: Readonly<Record<Part, string>> = {
  expected: 'expected result',
  stop: 'stop condition',
  time: 'time in minutes',
};

const COLUMNS = {
  action: ['action', 'do', 'step', 'what'],
  expected: ['expected', 'result', 'you should see', 'outcome'],
  stop: ['stop', 'abort', 'if not', 'halt'],
  time: ['minutes', 'min', 'time', 'duration', 'limit'],
} as const;

type Column = keyof typeof COLUMNS;

/** DOC-05. Steps are the rows of a table, or the items of a numbered list that say the three things in words. */
export const runbookSteps: AutoCriterion<SupportDoc> = {
  id: 'DOC-05',
  mode: 'auto',
  severity: 'should',
  scope: 'structure',
  readsPacket: false,
  title: 'Each step of the runbook says what to expect, when to stop and how long it takes',
  failTitle: 'A step of the runbook leaves its reader alone',
  why: 'A runbook is read at night by somebody who has never done it. What they should see, when to stop and how long to wait is what they cannot guess.',
  hint: 'Put the steps into a table: action, expected result, stop condition, minutes.',
  sources: ['SREB'],
  check: ({ model }) => {
    if (model.subtype !== 'runbook') return notApplicable('The paper is no runbook');
    const { doc } = model;
    const section = findSection(doc, ['steps', 'procedure']);
    const within = section?.body ?? { from: 0, to: doc.text.length };
    const place = section?.heading.span ?? model.title;
    const table = stepTable(doc, within);
    if (table) return judgeTable(table, place);
    const steps = itemsIn(doc, within).filter((item) => item.ordered && item.depth === 0);
    const problems = [...tooFew(steps.length, place), ...steps.flatMap((step) => judgeItem(doc, step))];
    return judge(
      problems,
      steps.map((step) => step.span),
    );
  },
  examples: {
    pass: [
      {
        path: 'kit/examples/x.md',
        source: runbook(
          '| Step | Do | Expected result | Stop condition | Minutes |\n| --- | --- | --- | --- | --- |\n' +
            '| 1 | Open | Opened | None | 3 |\n'.repeat(5),
        ),
        evidence: ['Opened'],
      },
      {
        path: 'kit/examples/x.md',
        source: runbook(
          [1, 2, 3, 4, 5]
            .map((n) => `${n}. Open it (3 min). Expect: it opens. Stop if it does not.\n`)
            .join(''),
        ),
      },
    ],
    fail: [
      {
        path: 'kit/examples/x.md',
        source: runbook(
          '| Step | Do | Expected result | Minutes |\n| --- | --- | --- | --- |\n| 1 | Open | Opened | 3 |\n| 2 | Close | | soon |\n',
        ),
        at: ['## Steps', '| Step | Do | Expected result | Minutes |', '| 2 | Close | | soon |', 'soon'],
      },
      {
        path: 'kit/examples/x.md',
        source: runbook('1. Open it and wait 3 min; expect that it opens, else stop.\n2. Close it.\n'),
        at: ['## Steps', 'Close it.'],
      },
      { path: 'kit/examples/x.md', source: runbook('Open it, then close it.\n'), at: ['## Steps'] },
    ],
  },
};

/** The table that reads most like steps: with the most of the columns, of which it needs two. */
function stepTable(doc: MarkdownDoc, within: Span): TableView<Column> | null {
  let best: TableView<Column> | null = null;
  const columns = (view: TableView<Column>) =>
    (Object.keys(COLUMNS) as Column[]).filter((column) => view.has(column)).length;
  for (const table of tablesIn(doc, within)) {
    const view = viewTable<Column>(table, COLUMNS);
    if (columns(view) >= 2 && (!best || columns(view) > columns(best))) best = view;
  }
  return best;
}

function judgeTable(view: TableView<Column>, place: Span) {
  const { rows, header } = view.table;
  const problems: Problem[] = tooFew(rows.length, place);
  const missing = PARTS.filter((part) => !view.has(part));
  if (missing.length > 0)
    problems.push({
      span: header.span,
      message: `The steps have no column for the ${missing.map((part) => NAMES[part]).join(' and the ')}`,
    });
  for (const [i, row] of rows.entries())
    for (const part of PARTS) {
      if (!view.has(part)) continue;
      const text = view.text(row, part);
      if (part === 'time' ? /\d/.test(text) : /[\p{L}\p{N}]/u.test(text)) continue;
      const cell = view.cell(row, part);
      problems.push({
        span: cell && cell.span.to > cell.span.from ? cell.span : row.span,
        message: `Step ${i + 1} has no ${NAMES[part]}`,
      });
    }
  return judge(
    problems,
    rows.map((row) => row.span),
  );
}

function judgeItem(doc: MarkdownDoc, step: ListItem): Problem[] {
  const text = doc.plain.slice(step.span.from, step.span.to);
  const told: Readonly<Record<Part, boolean>> = {
    expected: /expect|should see|shows?(?!\p{L})|result/iu.test(text),
    stop: /(?<!\p{L})(?:stop|abort|halt|if not|otherwise)/iu.test(text),
    time: has(text, DURATION),
  };
  const missing = PARTS.filter((part) => !told[part]);
  if (missing.length === 0) return [];
  return [
    {
      span: step.span,
      message: `This step has no ${missing.map((part) => NAMES[part]).join(' and no ')}`,
    },
  ];
}

function tooFew(count: number, place: Span): Problem[] {
  return count >= LEAST_STEPS
    ? []
    : [{ span: place, message: `The runbook has ${count} steps; at least ${LEAST_STEPS} are wanted` }];
}

function runbook(steps: string): string {
  return `---\nsubtype: runbook\n---\n\n# Runbook\n\n## Steps\n\n${steps}`;
}

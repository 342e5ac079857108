import type { Block, CellValue, Column, Tone } from '../../preview/block';
import { capitalised, readableKey } from '../../preview/labels';
import { grouped } from '../../preview/number-text';
import { ownEntries } from '../../preview/own-keys';
import type { DataReader } from '../../rubric/read-data';
import { cell } from '../../rubric/reader-cells';
import { loadOverYears, loadPerPartition } from './capacity-charts';
import { type Paper, type Shape, shapeByContent } from './model';
import { signedStance, stanceMap } from './stance-map';

/** The paper as a table or two, then what its author added under keys of their own. */
export function preview({ root, shape }: Paper): Block[] {
  const known = shape ?? shapeByContent(root);
  const blocks = known === null ? [] : SHOWN[known](root);
  const own = ownEntries(root.node, root.tree.text);
  if (own.length > 0) blocks.push({ kind: 'entries', entries: own });
  return blocks.length > 0
    ? blocks
    : [{ kind: 'paragraph', text: 'The file holds nothing to show yet.', span: null, tone: 'quiet' }];
}

const SHOWN: Readonly<Record<Shape, (root: DataReader) => Block[]>> = {
  'capacity-plan': capacity,
  'stakeholder-map': stakeholders,
  'review-comments': comments,
  'review-action-items': actions,
  'impact-assessment': impact,
};

function capacity(root: DataReader): Block[] {
  const topics = root.at('topics').items;
  const brokers = root.at('brokers_by_year').items;
  const assumptions = root.at('assumptions').members;
  const load = loadOverYears(root);
  return [
    ...load,
    ...loadPerPartition(root),
    ...tableOf(
      `${topics.length} topics in year 1; headroom ${root.at('headroom_pct').spelled ?? '–'} %`,
      [start('Topic', 3), end('Partitions'), end('Events a day', 2), start('Key', 2)],
      topics.map((at) => [
        cell(at.at('name')),
        figure(at.at('partitions')),
        figure(at.at('events_day_y1')),
        cell(at.at('key')),
      ]),
    ),
    ...tableOf(
      'Brokers by year',
      brokers.map((_, i) => end(`Year ${i + 1}`)),
      // Where the load is drawn, the brokers stand in its table.
      brokers.length > 0 && !load.some(({ kind }) => kind === 'chart') ? [brokers.map(figure)] : [],
    ),
    ...tableOf(
      'Assumptions',
      [start('Assumption', 2), end('Value'), start('Unit', 3), start('Source', 3)],
      assumptions.map(([key, at]) => [
        { text: readableKey(key), span: at.keySpan },
        figure(at.at('value')),
        cell(at.at('unit')),
        cell(at.at('source')),
      ]),
    ),
  ];
}

function stakeholders(root: DataReader): Block[] {
  const people = [...root.at('people').items].sort(
    (a, b) => (b.at('stance').number ?? 0) - (a.at('stance').number ?? 0),
  );
  const table = tableOf(
    'Stakeholders, from the most to the least convinced',
    [start('Person'), end('Stance'), start('Frame'), start('Interest', 4), start('Ask', 4)],
    people.map((at) => [
      cell(at.at('key')),
      signed(at.at('stance')),
      cell(at.at('frame')),
      cell(at.at('interest')),
      cell(at.at('ask')),
    ]),
  );
  return [...stanceMap(root), ...table];
}

const DISPOSITION_TONES: Readonly<Record<string, Tone>> = {
  accepted: 'good',
  rejected: 'quiet',
  deferred: 'warning',
  'disagree-and-commit': 'warning',
};

function comments(root: DataReader): Block[] {
  const items = root.at('items').items;
  const changed = items.filter((at) => at.at('changed_doc').boolean === true).length;
  return tableOf(
    `${items.length} comments, ${changed} of which changed the document`,
    [
      start('Comment'),
      start('By', 2),
      start('Section'),
      start('What was said', 5),
      start('Disposition', 2),
      start('What became of it', 5),
      start('Changed'),
    ],
    items.map((at) => [
      cell(at.at('id')),
      cell(at.at('by')),
      cell(at.at('section')),
      cell(at.at('text')),
      {
        ...cell(at.at('disposition'), DISPOSITION_TONES[at.at('disposition').text ?? ''] ?? 'plain'),
        text: capitalised((at.at('disposition').spelled ?? '–').replaceAll('-', ' ')),
      },
      cell(at.at('resolution')),
      yesNo(at.at('changed_doc')),
    ]),
  );
}

function actions(root: DataReader): Block[] {
  return tableOf(
    'Actions from the review',
    [
      start('Action'),
      start('What', 4),
      start('Owner', 2),
      start('Due'),
      start('Gate'),
      start('Status'),
      start('Evidence', 5),
    ],
    root
      .at('items')
      .items.map((at) => [
        cell(at.at('id')),
        cell(at.at('x-action')),
        cell(at.at('owner')),
        cell(at.at('due')),
        cell(at.at('gate')),
        cell(at.at('status')),
        cell(at.at('evidence')),
      ]),
  );
}

const PERMANENCE_TONES: Readonly<Record<string, Tone>> = { recovered: 'good', permanent: 'bad' };

function impact(root: DataReader): Block[] {
  return tableOf(
    'Measures of impact',
    [
      start('Measure', 3),
      end('Value', 2),
      start('Unit'),
      start('Permanence', 2),
      start('How it was counted', 6),
      start('Source', 4),
    ],
    root.at('measures').items.map((at) => [
      {
        text: [at.at('id').spelled, at.at('name').spelled].filter((part) => part !== null).join(' ') || '–',
        span: at.at('id').span,
      },
      figure(at.at('value')),
      cell(at.at('unit')),
      cell(at.at('permanence'), PERMANENCE_TONES[at.at('permanence').text ?? ''] ?? 'plain'),
      cell(at.at('method')),
      cell(at.at('source')),
    ]),
  );
}

function tableOf(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly CellValue[])[],
): Block[] {
  return rows.length === 0
    ? []
    : [{ kind: 'table', caption, columns, rows: rows.map((cells) => ({ cells })) }];
}

function start(label: string, width = 1): Column {
  return { label, align: 'start', width };
}

function end(label: string, width = 1): Column {
  return { label, align: 'end', width };
}

/** With the decimals that the file gives: an amount of money is written to the cent. */
function figure(at: DataReader): CellValue {
  if (at.number === null) return cell(at);
  const written = at.node ? at.tree.text.slice(at.node.span.from, at.node.span.to) : '';
  const [, decimals = ''] = /^-?\d+(\.\d{1,4})$/.exec(written) ?? [];
  const text =
    decimals === ''
      ? grouped(at.number)
      : `${at.number < 0 ? '−' : ''}${grouped(Math.trunc(Math.abs(at.number)))}${decimals}`;
  return { text, span: at.span };
}

function signed(at: DataReader): CellValue {
  return at.number === null ? cell(at) : { text: signedStance(at.number), span: at.span };
}

function yesNo(at: DataReader): CellValue {
  return at.boolean === null ? cell(at) : { text: at.boolean ? 'Yes' : 'No', span: at.span };
}

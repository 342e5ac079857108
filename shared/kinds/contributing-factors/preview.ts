import type { Block, CellValue } from '../../preview/block';
import { capitalised } from '../../preview/labels';
import { grouped } from '../../preview/number-text';
import { ownEntries } from '../../preview/own-keys';
import type { DataReader } from '../../rubric/read-data';
import { cell, entriesOf, listCell } from '../../rubric/reader-cells';
import { factorCharts } from './charts';
import type { Factor, Factors } from './model';

/** The factors at a glance, then each with how it contributed and what its absence changes. */
export function preview(model: Factors): Block[] {
  if (model.factors.length === 0) {
    return [{ kind: 'paragraph', text: 'The file holds no factors yet.', span: null, tone: 'quiet' }];
  }
  return [...factorCharts(model), overview(model.factors), ...model.factors.flatMap(details)];
}

function overview(factors: readonly Factor[]): Block {
  return {
    kind: 'table',
    caption: 'Contributing factors, in the order of the file',
    columns: [
      { label: 'Factor', align: 'start', width: 5 },
      { label: 'Category', align: 'start', width: 3 },
      { label: 'Kind', align: 'start' },
      { label: 'Events avoided without it', align: 'end', width: 2 },
      { label: 'Known before', align: 'start' },
      { label: 'Actions', align: 'start', width: 2 },
    ],
    rows: factors.map(({ name, at, accepted }) => ({
      cells: [
        { text: `${name} ${at.at('title').spelled ?? ''}`.trim(), span: at.at('title').span },
        cell(at.at('category')),
        { ...cell(at.at('kind')), text: capitalised(at.at('kind').spelled ?? '–') },
        avoided(at.at('counterfactual', 'events_avoided')),
        yesNo(at.at('known_before', 'bool')),
        accepted ? { text: 'Accepted', span: at.at('accepted').keySpan } : listCell(at.at('actions')),
      ],
    })),
  };
}

function avoided(at: DataReader): CellValue {
  return at.number === null ? cell(at) : { text: grouped(at.number), span: at.span };
}

function yesNo(at: DataReader): CellValue {
  return at.boolean === null ? cell(at) : { text: at.boolean ? 'Yes' : 'No', span: at.span };
}

function details({ name, at }: Factor): Block[] {
  return [
    {
      kind: 'heading',
      level: 3,
      text: `${name} ${at.at('title').spelled ?? ''}`.trim(),
      span: at.at('id').span,
    },
    {
      kind: 'entries',
      entries: [
        ...entriesOf(
          ['What was so', at.at('description')],
          ['How it contributed', at.at('how_it_contributed')],
          ['Without it', at.at('counterfactual', 'if_absent')],
          ['Since', at.at('pre_existing_since')],
          ['Where it was known', at.at('known_before', 'where')],
          ['Evidence', at.at('evidence')],
          ['Accepted by', at.at('accepted', 'by')],
          ['Accepted because', at.at('accepted', 'reason')],
        ),
        ...ownEntries(at.node, at.tree.text),
      ],
    },
  ];
}

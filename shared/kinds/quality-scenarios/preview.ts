import type { Block, CellValue, Tone } from '../../preview/block';
import { capitalised, readableKey } from '../../preview/labels';
import { ownEntries } from '../../preview/own-keys';
import type { DataReader } from '../../rubric/read-data';
import { cell, entriesOf, listCell } from '../../rubric/reader-cells';
import type { Scenario, Scenarios } from './model';
import { rankingMap } from './ranking-map';

const RATING: Readonly<Record<string, number>> = { H: 2, M: 1, L: 0 };
const RATED: Readonly<Record<string, string>> = { H: 'High', M: 'Medium', L: 'Low' };
const VERDICT: Readonly<Record<string, Tone>> = { risk: 'bad', 'non-risk': 'good', open: 'warning' };

/** The scenarios ranked, then each in full, then the themes. */
export function preview(model: Scenarios): Block[] {
  if (model.scenarios.length === 0) {
    return [{ kind: 'paragraph', text: 'The file holds no scenarios yet.', span: null, tone: 'quiet' }];
  }
  const ranked = [...model.scenarios].sort((a, b) => rank(b) - rank(a));
  return [...rankingMap(model), ranking(ranked), ...ranked.flatMap(details), ...themes(model)];
}

/** Important ones first, the more difficult of them before the others; the order of the file decides between equals. */
function rank({ at }: Scenario): number {
  const of = (key: string) => RATING[at.at(key).text ?? ''] ?? -1;
  return of('importance') * 4 + of('difficulty');
}

function ranking(ranked: readonly Scenario[]): Block {
  return {
    kind: 'table',
    caption: 'Scenarios, the important and difficult ones first',
    columns: [
      { label: 'Scenario', align: 'start' },
      { label: 'Attribute', align: 'start', width: 2 },
      { label: 'When', align: 'start', width: 4 },
      { label: 'Measure', align: 'start', width: 4 },
      { label: 'Importance', align: 'start' },
      { label: 'Difficulty', align: 'start' },
      { label: 'Verdict', align: 'start', width: 2 },
    ],
    rows: ranked.map(({ at, name, hardest }) => ({
      cells: [
        { text: name, span: at.at('id').span, ...(hardest ? { tone: 'strong' as const } : {}) },
        attribute(at.at('attribute')),
        cell(at.at('stimulus')),
        cell(at.at('measure')),
        rated(at.at('importance')),
        rated(at.at('difficulty')),
        verdict(at),
      ],
    })),
  };
}

function attribute(at: DataReader): CellValue {
  const shown = cell(at);
  return { ...shown, text: at.spelled === null ? shown.text : readableKey(shown.text) };
}

function rated(at: DataReader): CellValue {
  const shown = cell(at);
  return { ...shown, text: RATED[shown.text] ?? shown.text };
}

function verdict(at: DataReader): CellValue {
  const shown = cell(at.at('verdict'), VERDICT[at.at('verdict').text ?? '']);
  const risk = at.at('risk').text;
  return { ...shown, text: `${capitalised(shown.text)}${risk === null ? '' : `, ${risk}`}` };
}

function details({ at, name }: Scenario): Block[] {
  return [
    {
      kind: 'heading',
      level: 3,
      text: `${name} ${readableKey(at.at('attribute').spelled ?? '')}`.trim(),
      span: at.at('id').span,
    },
    {
      kind: 'entries',
      entries: [
        ...entriesOf(
          ['Source', at.at('source')],
          ['Stimulus', at.at('stimulus')],
          ['Environment', at.at('environment')],
          ['Artifact', at.at('artifact')],
          ['Response', at.at('response')],
          ['Measure', at.at('measure')],
          ['Approach', at.at('approach')],
          ['Sensitivity point', at.at('sensitivity_point')],
          ['Trade-off', at.at('tradeoff')],
        ),
        ...ownEntries(at.node, at.tree.text),
      ],
    },
  ];
}

function themes(model: Scenarios): Block[] {
  if (model.themes.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: 'Risk themes', span: model.root.at('risk_themes').keySpan },
    {
      kind: 'table',
      columns: [
        { label: 'Theme', align: 'start' },
        { label: 'What the risks share', align: 'start', width: 6 },
        { label: 'Scenarios', align: 'start', width: 2 },
      ],
      rows: model.themes.map((theme) => ({
        cells: [cell(theme.at('id')), cell(theme.at('text')), listCell(theme.at('scenarios'))],
      })),
    },
  ];
}

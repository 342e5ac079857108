import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { Bar, BarsChart, MapChart, Paint } from '../../preview/chart/spec';
import { capitalised } from '../../preview/labels';
import { grouped } from '../../preview/number-text';
import { CATEGORIES, type Factor, type Factors, KINDS } from './model';

/** Where the conditions lay and which of them were known, then how much each decided. */
export function factorCharts(model: Factors): Block[] {
  if (model.factors.length > MOST_MARKS)
    return [leftOut('the factors', `${model.factors.length} factors are more than a picture can hold.`)];
  return [...factorMap(model), ...weights(model)];
}

/** Categories of the file that are none of the six come behind them, as they are written. */
function categoriesOf(factors: readonly Factor[]): string[] {
  const used = new Set(factors.flatMap(({ category }) => category ?? []));
  return [
    ...CATEGORIES.filter((category) => used.has(category)),
    ...[...used].filter((category) => !CATEGORIES.some((known) => known === category)),
  ];
}

function known({ at }: Factor): boolean | null {
  return at.at('known_before', 'bool').boolean;
}

function knownPaint(factor: Factor): Paint {
  const before = known(factor);
  return before === null ? 'rest' : before ? 'warning' : 's1';
}

function titleOf({ name, at }: Factor): string {
  return `${name} ${at.at('title').spelled ?? ''}`.trim();
}

function evidenceOf({ at }: Factor): string {
  const { length } = at.at('evidence').items;
  return length === 0 ? 'no evidence' : `${length} ${length === 1 ? 'piece' : 'pieces'} of evidence`;
}

function factorMap({ root, factors }: Factors): Block[] {
  const categories = categoriesOf(factors);
  const isKind = (kind: string | null) => (KINDS as readonly (string | null)[]).indexOf(kind);
  const placed = factors.filter(({ category, kind }) => category !== null && isKind(kind) >= 0);
  const what = 'the factors by category and kind';
  if (placed.length === 0)
    return [
      leftOut(what, `A factor has a place when it has a category and one of the kinds ${listed(KINDS)}.`),
    ];
  const chart: MapChart = {
    form: 'map',
    across: { label: '', steps: KINDS.map((kind) => ({ label: capitalised(kind), span: null })) },
    down: { label: '', steps: categories.map((label) => ({ label, span: null })) },
    fields: categories.map(() => KINDS.map(() => 'plain-wash' as const)),
    items: placed.map((factor) => {
      const extent = factor.at.node?.span;
      const before = known(factor);
      return {
        label: factor.name,
        name: `${titleOf(factor)}: ${factor.kind}, ${factor.category}; ${before === null ? 'not said whether known before' : before ? 'known before' : 'not known before'}; ${evidenceOf(factor)}`,
        paint: knownPaint(factor),
        at: [isKind(factor.kind), categories.indexOf(factor.category ?? '')] as const,
        span: factor.at.at('id').span,
        ...(extent ? { extent } : {}),
      };
    }),
    legend: [
      { label: 'Known before the incident', paint: 'warning', shape: 'box' },
      { label: 'Not known', paint: 's1', shape: 'box' },
      ...(placed.some((factor) => known(factor) === null)
        ? [{ label: 'Not said', paint: 'rest', shape: 'box' } as const]
        : []),
    ],
  };
  const before = placed.filter((factor) => known(factor) === true);
  const byKind = KINDS.flatMap((kind) => {
    const count = placed.filter((factor) => factor.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const missing = factors.filter((factor) => !placed.includes(factor)).map(({ name }) => name);
  return [
    {
      kind: 'chart',
      title: 'Contributing factors by category and kind',
      alt: `${placed.length} ${placed.length === 1 ? 'factor' : 'factors'} in ${categories.length} ${categories.length === 1 ? 'category' : 'categories'}: ${listed(byKind)}. Known before the incident: ${before.length === 0 ? 'none' : listed(before.map(({ name }) => name))}.`,
      chart,
      table: mapTable(placed),
      tabled: true,
      span: root.at('factors').keySpan,
    },
    ...(missing.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `${listed(missing)} ${missing.length === 1 ? 'has' : 'have'} no place in it: category or kind is missing.`,
            span: null,
            tone: 'quiet' as const,
          },
        ]),
  ];
}

function mapTable(placed: readonly Factor[]): TableBlock {
  return {
    kind: 'table',
    columns: [
      { label: 'Factor', align: 'start', width: 4 },
      { label: 'Category', align: 'start', width: 3 },
      { label: 'Kind', align: 'start' },
      { label: 'Known before', align: 'start' },
      { label: 'Evidence', align: 'end' },
    ],
    rows: placed.map((factor) => {
      const before = known(factor);
      return {
        cells: [
          { text: titleOf(factor), span: factor.at.at('title').span },
          { text: factor.category ?? '–', span: factor.at.at('category').span },
          { text: capitalised(factor.kind ?? '–'), span: factor.at.at('kind').span },
          { text: before === null ? '–' : before ? 'Yes' : 'No', span: factor.at.at('known_before').span },
          { text: String(factor.at.at('evidence').items.length), span: factor.at.at('evidence').span },
        ],
      };
    }),
  };
}

/** What the loss would have been without each factor, heaviest first. They overlap: one loss may be avoided in several ways. */
function weights({ root, factors }: Factors): Block[] {
  const avoided = (factor: Factor) => factor.at.at('counterfactual', 'events_avoided').number;
  const sized = factors
    .flatMap((factor) => {
      const events = avoided(factor);
      return events === null || events < 0 ? [] : [{ factor, events }];
    })
    .sort((a, b) => b.events - a.events);
  const what = 'how much each factor decided';
  if (sized.length === 0)
    return [leftOut(what, 'No factor states the events that its absence avoids as a number.')];
  const chart: BarsChart = {
    form: 'bars',
    direction: 'rows',
    axis: { label: '', look: 'compact' },
    series: [{ label: 'Events avoided', paint: 'accent' }],
    panels: [
      {
        title: '',
        span: null,
        bars: sized.map(
          ({ factor, events }): Bar => ({
            label: titleOf(factor),
            span: factor.at.at('title').span,
            total: grouped(events),
            parts: [
              {
                series: 0,
                value: events,
                name: `Without ${titleOf(factor)}: ${grouped(events)} events avoided`,
                span: factor.at.at('counterfactual', 'events_avoided').span,
              },
            ],
          }),
        ),
      },
    ],
  };
  const [first] = sized;
  const without = factors.filter((factor) => !sized.some((each) => each.factor === factor));
  const rest =
    without.length === 0
      ? ''
      : ` ${listed(without.map(({ name }) => name))} ${without.length === 1 ? 'puts' : 'put'} no number on it.`;
  return [
    {
      kind: 'chart',
      title: 'Events that would not have been lost without each factor; they overlap, so they do not add up',
      alt: `${first ? `${first.factor.name} weighs most with ${grouped(first.events)} events avoided. ` : ''}${sized.length} of ${factors.length} factors ${sized.length === 1 ? 'states' : 'state'} a number.${rest}`,
      chart,
      table: {
        kind: 'table',
        columns: [
          { label: 'Factor', align: 'start', width: 4 },
          { label: 'Events avoided without it', align: 'end', width: 2 },
        ],
        rows: sized.map(({ factor, events }) => ({
          cells: [
            { text: titleOf(factor), span: factor.at.at('title').span },
            { text: grouped(events), span: factor.at.at('counterfactual', 'events_avoided').span },
          ],
        })),
      },
      tabled: true,
      span: root.at('factors').keySpan,
    },
    ...(without.length === 0
      ? []
      : [{ kind: 'paragraph' as const, text: rest.trim(), span: null, tone: 'quiet' as const }]),
  ];
}

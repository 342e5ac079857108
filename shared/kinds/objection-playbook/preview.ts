import type { Block, CellValue, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { GridChart, Paint } from '../../preview/chart/spec';
import { readableText } from '../../text/markdown';
import { words } from '../../text/prose';
import { FIELD_NAMES, FIELDS, type FieldName } from './fields';
import { FRAMES, type Frame, type Objection, type Playbook } from './model';

const FRAME_NAMES: Readonly<Record<Frame, string>> = {
  VP: 'VP: cost and risk',
  CTO: 'CTO: technical depth',
  IC: 'IC: career and craft',
};

/** The fields of a card that the grid looks at; who asks and in which frame is said by the order of the rows. */
const PARTS = FIELD_NAMES.filter((name) => name !== 'frame' && name !== 'asker');

const SHORT: Readonly<Record<FieldName, string>> = {
  frame: 'Frame',
  asker: 'Asked by',
  question: 'Real question',
  answer: 'Answer',
  evidence: 'Evidence',
  concede: 'Concede',
  pressed: 'If pressed',
  avoid: 'Do not say',
  tripwire: 'Tripwire',
};

/** What each answer has at a glance, then the cards by the frame of who asks. */
export function preview(model: Playbook): Block[] {
  const { objections } = model;
  if (objections.length === 0)
    return [leftOut('the questions', 'A question has a heading such as: O-01 "Why now?"')];
  if (objections.length * PARTS.length > MOST_MARKS)
    return [leftOut('the questions', `${objections.length} questions are more than can be leafed through.`)];
  return [
    grid(model),
    ...FRAMES.flatMap((frame) =>
      cards(
        model,
        FRAME_NAMES[frame],
        objections.filter((objection) => objection.frame === frame),
      ),
    ),
    ...cards(
      model,
      'In no frame yet',
      objections.filter(({ frame }) => frame === null),
    ),
  ];
}

function titleOf({ doc }: Playbook, { section }: Objection): string {
  return readableText(doc, section.heading.span).replace(/^#+\s*/, '');
}

function textOf({ doc }: Playbook, objection: Objection, name: FieldName): string {
  const field = objection.field(name);
  return field ? readableText(doc, field.value).replace(/^[\s:*–—-]+/u, '') : '';
}

function grid(model: Playbook): Block {
  const { objections } = model;
  const sorted = [...FRAMES, null].flatMap((frame) => objections.filter((each) => each.frame === frame));
  const chart: GridChart = {
    form: 'grid',
    columns: PARTS.map((name) => ({ label: SHORT[name], span: null })),
    rows: sorted.map((objection) => ({
      label: `${objection.frame ?? '–'} · ${objection.id}`,
      span: objection.section.heading.span,
      cells: PARTS.map((name) => {
        const text = textOf(model, objection, name);
        const field = objection.field(name);
        const paint: Paint = field ? 'plain-wash' : 'bad-wash';
        return {
          text: field ? String(words(text)) : 'none',
          name: `${titleOf(model, objection)}. ${FIELDS[name].name}: ${field ? `${words(text)} words` : 'not written'}`,
          paint,
          span: field ? field.value : (objection.label(name) ?? objection.section.heading.span),
          extent: field ? { from: field.label.from, to: field.value.to } : objection.section.heading.span,
        };
      }),
    })),
    legend: [
      { label: 'Words of the field', paint: 'plain-wash', shape: 'box' },
      { label: 'Not written', paint: 'bad-wash', shape: 'box' },
    ],
  };
  const gaps = sorted.flatMap((objection) => {
    const missing = PARTS.filter((name) => !objection.field(name));
    return missing.length === 0
      ? []
      : [`${objection.id} (${listed(missing.map((name) => FIELDS[name].name.toLowerCase()))})`];
  });
  const counts = FRAMES.map(
    (frame) => `${objections.filter((each) => each.frame === frame).length} in the frame ${frame}`,
  );
  return {
    kind: 'chart',
    title: 'What each answer has, in words, by the frame of who asks',
    alt: `${objections.length} ${objections.length === 1 ? 'question' : 'questions'}: ${listed(counts)}. ${gaps.length === 0 ? 'Every field is written.' : `Still to be written: ${listed(gaps)}.`}`,
    chart,
    table: gridTable(model, sorted),
    tabled: false,
    span: model.title,
  };
}

function gridTable(model: Playbook, sorted: readonly Objection[]): TableBlock {
  return {
    kind: 'table',
    columns: [
      { label: 'Question', align: 'start', width: 4 },
      { label: 'Frame', align: 'start' },
      ...PARTS.map((name) => ({ label: SHORT[name], align: 'end' as const })),
    ],
    rows: sorted.map((objection) => ({
      cells: [
        { text: titleOf(model, objection), span: objection.section.heading.span },
        { text: objection.frame ?? '–', span: objection.field('frame')?.value ?? null },
        ...PARTS.map((name): CellValue => {
          const field = objection.field(name);
          return {
            text: field ? String(words(textOf(model, objection, name))) : '–',
            span: field?.value ?? null,
          };
        }),
      ],
    })),
  };
}

function cards(model: Playbook, frame: string, objections: readonly Objection[]): Block[] {
  const [first] = objections;
  if (!first) return [];
  return [
    { kind: 'heading', level: 2, text: frame, span: null },
    ...objections.flatMap((objection): Block[] => {
      const fields = FIELD_NAMES.filter((name) => name !== 'frame' && objection.field(name));
      const missing = PARTS.filter((name) => !objection.field(name));
      return [
        { kind: 'heading', level: 3, text: titleOf(model, objection), span: objection.section.heading.span },
        ...(fields.length === 0
          ? []
          : [
              {
                kind: 'entries' as const,
                entries: fields.map((name) => ({
                  term: FIELDS[name].name,
                  value: { text: textOf(model, objection, name), span: objection.field(name)?.value ?? null },
                })),
              },
            ]),
        ...(missing.length === 0
          ? []
          : [
              {
                kind: 'paragraph' as const,
                text: `Not written yet: ${listed(missing.map((name) => FIELDS[name].name.toLowerCase()))}.`,
                span: objection.section.heading.span,
                tone: 'quiet' as const,
              },
            ]),
      ];
    }),
  ];
}

import { labelledItems } from '../../text/labels';
import type { MarkdownDoc, Section } from '../../text/markdown';
import { type NamedOption, namedOption, optionName, optionSlug } from '../../text/option-name';
import { sentencesOfText } from '../../text/prose';
import { blocksIn, subSections } from '../../text/sections';
import type { Span } from '../../text/span';
import { findTable, type TableView } from '../../text/tables';
import { onceFor } from '../../util/once-for';
import type { Rfc } from './model';

/** An option with its own heading under the alternatives. */
export interface Alternative extends NamedOption {
  readonly section: Section;
  readonly statusQuo: boolean;
  readonly pros: number;
  readonly cons: number;
  /** It says why it was taken or left. */
  readonly reasoned: boolean;
}

/** Nobody weighs more options than this; a file with more headings there is something else. */
const MOST = 50;

/** Headings among the alternatives that compare options instead of describing one. */
const NOT_AN_OPTION =
  /^(?:scor|comparison|compar|criteria|weight|summary|overview|how we|method|sensitivity|recommendation|trade-?off|the table)/;
const PROS = /^(?:pros?|advantages?|strengths?|benefits?|upsides?|good|for)(?!\p{L})/u;
const CONS = /^(?:cons?|disadvantages?|weaknesses?|drawbacks?|downsides?|costs?|bad|against)(?!\p{L})/u;

export const alternatives = onceFor((rfc: Rfc): readonly Alternative[] => {
  const section = rfc.section('alternatives');
  if (!section) return [];
  return subSections(rfc.doc, section)
    .filter((s) => !NOT_AN_OPTION.test(s.heading.key))
    .slice(0, MOST)
    .map((s) => {
      const text = rfc.doc.plain.slice(s.body.from, s.body.to);
      return {
        slug: optionSlug(rfc.doc, s.heading.span),
        name: optionName(rfc.doc, s.heading.span),
        section: s,
        statusQuo: /status quo|do nothing|doing nothing|current/i.test(s.heading.text),
        pros: arguments_(rfc.doc, s.body, PROS),
        cons: arguments_(rfc.doc, s.body, CONS),
        reasoned: /(?<!\p{L})(?:because|rejected|not chosen)(?!\p{L})/iu.test(text),
      };
    });
});

/** List items under a label such as `Pros:`, items that start with it, and the parts of a paragraph that starts with it. */
function arguments_(doc: MarkdownDoc, body: Span, label: RegExp): number {
  const items = labelledItems(doc, body);
  const listed = items.filter(
    ({ label: above, item }) => label.test(above) || label.test(item.text.toLowerCase()),
  ).length;
  if (listed > 0) return listed;
  for (const block of blocksIn(doc, body)) {
    const text = doc.plain.slice(block.span.from, block.span.to).trim();
    const rest = /^[^:]{1,30}:\s*(.+)$/su.exec(text)?.[1];
    if (block.kind !== 'paragraph' || rest === undefined || !label.test(text.toLowerCase())) continue;
    return rest.includes(';')
      ? rest.split(';').filter((part) => /\p{L}/u.test(part)).length
      : sentencesOfText(rest).length;
  }
  return 0;
}

export const SCORE_COLUMNS = {
  option: ['option', 'alternative', 'candidate'],
  total: ['total', 'weighted total', 'weighted score', 'score', 'sum'],
} as const;
export type ScoreColumn = keyof typeof SCORE_COLUMNS;

export interface ScoredOption extends NamedOption {
  readonly at: Span;
  readonly total: number | null;
  readonly totalAt: Span;
}

export interface ScoreTable {
  readonly view: TableView<ScoreColumn>;
  readonly options: readonly ScoredOption[];
}

/** The table with a total per option, looked for among the alternatives and then in the whole file. */
export const scoreTable = onceFor((rfc: Rfc): ScoreTable | null => {
  const { doc } = rfc;
  const places = [rfc.section('alternatives')?.body, { from: 0, to: doc.text.length }];
  for (const place of places) {
    const view = place ? findTable<ScoreColumn>(doc, place, SCORE_COLUMNS, ['option', 'total']) : null;
    if (!view) continue;
    const options = view.table.rows.flatMap((row) => {
      const name = view.cell(row, 'option');
      const total = view.cell(row, 'total');
      if (!name || name.text === '') return [];
      const number = /^-?\d+(?:\.\d+)?$/.exec(total?.text.replace(/[\s,]/g, '') ?? '');
      return [
        {
          slug: optionSlug(doc, name.span),
          name: optionName(doc, name.span),
          at: name.span,
          total: number ? Number(number[0]) : null,
          totalAt: total?.span ?? row.span,
        },
      ];
    });
    return { view, options };
  }
  return null;
});

/** The option that the decision section names. */
export function decidedOption<T extends NamedOption>(
  rfc: Rfc,
  options: readonly T[],
): { readonly option: T; readonly span: Span } | null {
  const section = rfc.section('decision');
  return section ? namedOption(rfc.doc, section.body, options) : null;
}

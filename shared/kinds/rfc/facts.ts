import { definitionData, valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { modelQuotes } from '../../rubric/model-quotes';
import type { DataReader } from '../../rubric/read-data';
import { recordOf } from '../../rubric/records';
import type { NamedOption } from '../../text/option-name';
import type { Span } from '../../text/span';
import { alternatives, decidedOption, scoreTable } from './alternatives';
import { dissentFacts } from './dissent-facts';
import type { Rfc } from './model';
import { phaseFacts } from './phase-facts';
import { riskFacts } from './risk-facts';
import { scoreFacts } from './score-facts';
import { triggerFacts } from './trigger-facts';
import { tripwires } from './tripwires';

/**
 * What an RFC states for others: itself (`RFC`), its options with totals and which one it decides for, its captain, and as records its phases
 * (`rfc-phase`), rollback triggers (`rfc-trigger`), dissent scores (`rfc-dissent`), tripwires (`rfc-tripwire`) and the risks it cites (`rfc-risk`).
 */
export function facts(rfc: Rfc): Fact[] {
  const { header } = rfc;
  return [
    ...definition(header),
    ...valueFact('captain', header.at('captain')),
    ...options(rfc),
    ...headerFacts(header),
    ...records(rfc),
    ...scoreFacts(rfc),
    ...modelQuotes(rfc.doc),
  ];
}

function definition(header: DataReader): Fact[] {
  const id = header.at('id');
  if (id.text === null || !/^RFC-\d{3}$/.test(id.text)) return [];
  const text = (key: string) => header.at(key).text;
  const data = definitionData({
    status: text('status'),
    author: text('author'),
    captain: text('captain'),
    approvers: header.at('approvers').texts,
    created: text('created'),
    updated: text('updated'),
    'decision-date': text('decision-date'),
    related: header.at('related').texts,
  });
  return [
    { type: 'definition', family: 'RFC', id: id.text, title: text('title') ?? id.text, data, span: id.span },
  ];
}

/** The header's dates with their places (`rfc`). */
function headerFacts(header: DataReader): Fact[] {
  const id = header.at('id');
  if (id.text === null) return [];
  return [
    recordOf('rfc', id.text, header, ['status', 'created', 'updated', 'decision-date'], { span: id.span }),
  ];
}

/** Scored options; options that only have a heading come without a total. */
function options(rfc: Rfc): Fact[] {
  const scored = scoreTable(rfc)?.options ?? [];
  const argued = alternatives(rfc);
  const decided = decidedOption<NamedOption>(rfc, scored.length > 0 ? scored : argued)?.option.slug;
  const quo = new Set(argued.filter((a) => a.statusQuo).map((a) => a.slug));
  const known = new Set(scored.map((o) => o.slug));
  const mark = (slug: string) => ({
    recommended: slug === decided,
    ...(quo.has(slug) ? { statusQuo: true } : {}),
  });
  return [
    ...scored.map((o) => ({
      type: 'option' as const,
      slug: o.slug,
      name: o.name,
      ...(o.total === null ? {} : { total: o.total }),
      ...mark(o.slug),
      span: o.at,
    })),
    ...argued
      .filter((a) => !known.has(a.slug))
      .map((a) => ({
        type: 'option' as const,
        slug: a.slug,
        name: a.name,
        ...mark(a.slug),
        span: a.section.heading.span,
      })),
  ];
}

function records(rfc: Rfc): Fact[] {
  return [
    ...phaseFacts(rfc),
    ...triggerFacts(rfc),
    ...tripwires(rfc)
      .filter((t) => t.metric !== '')
      .map((t) =>
        record(
          'rfc-tripwire',
          t.id,
          { metric: t.metric, threshold: t.threshold, window: t.window, owner: t.owner, action: t.action },
          t.at,
        ),
      ),
    ...dissentFacts(rfc),
    ...riskFacts(rfc),
  ];
}

function record(
  set: string,
  id: string,
  fields: Readonly<Record<string, string | number | null>>,
  span: Span,
): Fact {
  const written: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields))
    if (value !== null && value !== '') written[name] = value;
  return { type: 'record', set, id, fields: written, places: {}, span };
}

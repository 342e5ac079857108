import { definitionData, valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import type { NamedOption } from '../../text/option-name';
import { ids } from '../../text/quantities';
import type { Span } from '../../text/span';
import { alternatives, decidedOption, scoreTable } from './alternatives';
import { dissentTable, scoreOf } from './dissent';
import type { Rfc } from './model';
import { phases, triggers } from './phases';
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
    ...records(rfc),
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
  const view = dissentTable(rfc);
  const risks = rfc.section('risks');
  const seen = new Set<string>();
  return [
    ...phases(rfc).map((p) =>
      record('rfc-phase', p.key, { name: p.name, start: p.dates[0] ?? null, end: p.dates[1] ?? null }, p.at),
    ),
    ...triggers(rfc).map((t, i) =>
      record(
        'rfc-trigger',
        `${t.phase}/${i + 1}`,
        { phase: t.phase, metric: t.metric, threshold: t.threshold, window: t.window },
        t.at,
      ),
    ),
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
    ...(view?.table.rows ?? []).flatMap((row) => {
      const name = view?.cell(row, 'name');
      if (!view || !name || name.text === '') return [];
      return [
        record(
          'rfc-dissent',
          name.text,
          { person: name.text, score: scoreOf(view, row), disposition: view.text(row, 'disposition') },
          name.span,
        ),
      ];
    }),
    ...(risks ? ids(rfc.doc.plain, 'R', risks.body) : []).flatMap((m) => {
      if (seen.has(m.text)) return [];
      seen.add(m.text);
      return [record('rfc-risk', m.text, { risk: m.text }, { from: m.from, to: m.to })];
    }),
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

import type { Fact } from '../../rubric/fact';
import { gridTables, scoreRows } from '../../rubric/score-rows';
import { optionName, optionSlug } from '../../text/option-name';
import { subSections } from '../../text/sections';
import { contains } from '../../text/span';
import type { Adr } from './model';
import { choices, chosenSlug } from './outcome';

/** More option headings or slugs than this are not stated; it bounds the work on a file that is something else. */
const MOST = 200;

/**
 * What the record says of options: each option it weighs (`adr-option`) and the chosen one (`adr-choice`), both by ADR id and slug, the rows of a
 * table of scores (`score-row`), and all slugs it has in code marks (`adr-slugs`).
 */
export function optionFacts(adr: Adr): Fact[] {
  const { doc } = adr;
  const id = adr.header.at('id').text;
  if (id === null || !/^ADR-\d{3}$/.test(id)) return [];
  const section = adr.section('options');
  const headings = section ? subSections(doc, section).slice(0, MOST) : [];
  return [
    ...headings.map(({ heading }) => {
      const option = optionSlug(doc, heading.span);
      const fields = { adr: id, option, name: optionName(doc, heading.span) };
      return record('adr-option', `${id}/${option}`, fields, heading.span);
    }),
    ...choice(adr, id),
    ...scoreRows(doc, gridTables(doc)),
    ...slugs(adr, id),
  ];
}

function choice(adr: Adr, id: string): Fact[] {
  const at = choices(adr)[0]?.option;
  const option = chosenSlug(adr);
  if (!at || option === null) return [];
  const written = adr.doc.text.slice(at.from, at.to);
  const from = at.from + written.length - written.trimStart().length;
  return [record('adr-choice', id, { adr: id, option, name: optionName(adr.doc, at) }, { from, to: at.to })];
}

/** Slugs in code marks, wherever they stand but in blocks of code; each once. */
function slugs({ doc }: Adr, id: string): Fact[] {
  const found = new Set<string>();
  for (const m of doc.text.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)*)`/g)) {
    const at = { from: m.index, to: m.index + m[0].length };
    if (found.size < MOST && !doc.codeBlocks.some((b) => contains(b.span, at))) found.add(m[1] as string);
  }
  const heading = doc.headings[0]?.span ?? { from: 0, to: 0 };
  return found.size === 0 ? [] : [record('adr-slugs', id, { slugs: [...found].sort() }, heading)];
}

function record(
  set: string,
  id: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  span: { readonly from: number; readonly to: number },
): Fact {
  return { type: 'record', set, id, fields, places: {}, span };
}

import type { Packet } from '../../rubric/packet';
import { type NamedOption, namedOption, optionName, optionSlug } from '../../text/option-name';
import type { Span } from '../../text/span';
import { findTable } from '../../text/tables';
import type { Consensus } from './model';

/** The options of the table under "What we considered". */
export function consideredOptions(consensus: Consensus): readonly NamedOption[] {
  const section = consensus.section('considered');
  const columns = { option: ['option', 'alternative', 'candidate'], slug: ['slug'] } as const;
  const view = section
    ? findTable<'option' | 'slug'>(consensus.doc, section.body, columns, ['option'])
    : null;
  return (view?.table.rows ?? []).flatMap((row) => {
    const cell = view?.cell(row, 'option');
    if (!view || !cell || cell.text === '') return [];
    const slugCell = view.cell(row, 'slug');
    const at = slugCell && slugCell.text !== '' ? slugCell.span : cell.span;
    return [{ slug: optionSlug(consensus.doc, at), name: optionName(consensus.doc, cell.span) }];
  });
}

/** The option that the decision names: one of this file's, one that the packet scored, or any slug in code marks. */
export function decidedOption(
  consensus: Consensus,
  packet: Packet | null,
): { readonly slug: string; readonly span: Span } | null {
  const section = consensus.section('decision');
  if (!section) return null;
  const known = [...consideredOptions(consensus), ...(packet?.facts('option') ?? [])];
  const named = namedOption(consensus.doc, section.body, known);
  if (named) return { slug: named.option.slug, span: named.span };
  if (known.length > 0) return null;
  const marked = /`([a-z0-9]+(?:-[a-z0-9]+)*)`/.exec(
    consensus.doc.text.slice(section.body.from, section.body.to),
  );
  if (!marked) return null;
  const from = section.body.from + marked.index;
  return { slug: marked[1] as string, span: { from, to: from + marked[0].length } };
}

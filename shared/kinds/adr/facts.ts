import type { Source } from '../../rubric/artifact';
import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { modelQuotes } from '../../rubric/model-quotes';
import { incidentFacts } from './incident-facts';
import type { Adr } from './model';
import { optionFacts } from './option-facts';
import { chosenSlug } from './outcome';
import { recordFacts } from './record-facts';

/** The decision itself (`ADR`) and its header (`adr`), with what the decision log and the other ADRs compare with. `chosen` is the slug of the option. */
export function facts(adr: Adr, source: Source): Fact[] {
  const { header } = adr;
  const id = header.at('id');
  const record = [...recordFacts(adr, source.path), ...optionFacts(adr), ...modelQuotes(adr.doc)];
  if (id.text === null || !/^ADR-\d{3}$/.test(id.text)) return record;
  const text = (key: string) => header.at(key).text;
  const list = (key: string) => header.at(key).texts;
  const data = definitionData({
    status: text('status'),
    date: text('date'),
    owner: text('owner'),
    reversibility: text('reversibility'),
    confidence: text('confidence'),
    'decision-makers': list('decision-makers'),
    consulted: list('consulted'),
    informed: list('informed'),
    supersedes: list('supersedes'),
    'superseded-by': list('superseded-by'),
    related: list('related'),
    revisit: list('revisit'),
    chosen: chosenSlug(adr),
  });
  return [
    { type: 'definition', family: 'ADR', id: id.text, title: text('title') ?? id.text, data, span: id.span },
    ...record,
    ...incidentFacts(adr),
  ];
}

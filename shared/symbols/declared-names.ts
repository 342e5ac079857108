import type { Fact } from '../rubric/fact';

/** What a fact calls something: names of people and their teams, of options, services and topics, terms of a glossary. No dictionary has them. */
export function declaredNames(fact: Fact): readonly string[] {
  switch (fact.type) {
    case 'person':
      return [fact.name, fact.team];
    case 'option':
    case 'service':
    case 'topic':
      return [fact.name];
    case 'record': {
      if (fact.set !== 'glossary') return [];
      const also = fact.fields['also'];
      return Array.isArray(also) ? [fact.id, ...also] : [fact.id];
    }
    default:
      return [];
  }
}

import type { Fact } from '../../rubric/fact';
import { ids } from '../../text/quantities';
import type { Rfc } from './model';

/** The section about risks (`rfc-risks`, with how many it cites) and the risks it cites, each once (`rfc-risk`). */
export function riskFacts(rfc: Rfc): Fact[] {
  const section = rfc.section('risks');
  if (!section) return [];
  const cited = new Map<string, Fact>();
  for (const hit of ids(rfc.doc.plain, 'R', section.body)) {
    if (cited.has(hit.text)) continue;
    const span = { from: hit.from, to: hit.to };
    cited.set(hit.text, {
      type: 'record',
      set: 'rfc-risk',
      id: hit.text,
      fields: { risk: hit.text },
      places: {},
      span,
    });
  }
  const whole: Fact = {
    type: 'record',
    set: 'rfc-risks',
    id: section.heading.text,
    fields: { cited: cited.size },
    places: {},
    span: section.heading.span,
  };
  return [whole, ...cited.values()];
}

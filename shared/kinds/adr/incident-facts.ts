import type { Fact } from '../../rubric/fact';
import { withEntries } from '../../rubric/list-entries';
import { recordOf } from '../../rubric/records';
import { sentencesIn } from '../../text/prose';
import type { Adr } from './model';

const INCIDENT = /(?<![A-Za-z0-9-])INC-\d{4}-\d{4}(?!\d)/g;
const UNRELATED =
  /(?<!\p{L})(?:unrelated to|not related to|no relation to|independent of|nothing to do with)\s/iu;

/**
 * What a decision says of incidents: the ids it names anywhere, its date, and whether it says that an incident has no part in it. Addresses of
 * links do not count as naming one.
 */
export function incidentFacts({ doc, header }: Adr): Fact[] {
  const id = header.at('id');
  if (id.text === null || !/^ADR-\d{3}$/.test(id.text)) return [];
  const front = doc.frontMatterSpan ? doc.text.slice(doc.frontMatterSpan.from, doc.frontMatterSpan.to) : '';
  const named = new Set([...front.matchAll(INCIDENT), ...doc.plain.matchAll(INCIDENT)].map((hit) => hit[0]));
  const unrelated =
    /incident/i.test(doc.plain) &&
    sentencesIn(doc, { from: 0, to: doc.text.length }).some(
      ({ text }) => /(?<!\p{L})(?:incident|INC-\d)/iu.test(text) && UNRELATED.test(text),
    );
  const row = recordOf('adr-incidents', id.text, header, ['date', 'related'], { span: id.span });
  if (row.type !== 'record') return [];
  const fields = { ...row.fields, unrelated, ...(named.size > 0 ? { incidents: [...named] } : {}) };
  return [withEntries({ ...row, fields }, header, ['related'])];
}

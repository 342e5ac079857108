import { sentencesOfText } from './prose';
import { has, type Match, matches, QTY } from './quantities';
import type { Span } from './span';

/** Words that promise a quantity without giving one (artifact specification, `VAGUE`). */
const VAGUE =
  '(?<![\\p{L}-])(?:fast|slow|scalable|robust|soon|many|various|some|several|significant(?:ly)?|a lot|better|improved?|high quality|as needed|' +
  'appropriate|reasonable|etc|and so on|TBD)(?![\\p{L}-])';

/** Words that put an incident on a person (`BLAME`). "failed to" has its own rule below. */
const BLAME =
  '(?<![\\p{L}-])(?:human error|operator error|user error|careless(?:ly|ness)?|negligen\\p{L}*|incompeten(?:t|ce)|forgot|neglected|at fault|to blame|culprit|' +
  'fat-finger\\p{L}*|sloppy|should have|could have|would have|did not bother|obviously|simply)(?!\\p{L})';

const FAILED_TO = '(?<!\\p{L})failed to(?!\\p{L})';

/** Vague words in sentences that hold no quantity. `text` may be the masked plain text of a document; offsets are kept. */
export function vagueWords(text: string, sentence: Span): Match[] {
  const part = text.slice(sentence.from, sentence.to);
  if (has(part, QTY)) return [];
  const hits = matches(text, VAGUE, sentence, 'i');
  if (hits.length === 0) return hits;
  // The title of a work and the words of others promise nothing.
  const quoted = quotations(part);
  return hits.filter(
    (hit) => !quoted.some((q) => q.from + sentence.from < hit.from && q.to + sentence.from >= hit.to),
  );
}

/** True when there may be blaming words in a piece of text: those that {@link blameWords} decides on. */
export function mayBlame(text: string, within: Span): boolean {
  const part = text.slice(within.from, within.to);
  return has(part, BLAME, 'i') || has(part, FAILED_TO, 'i');
}

/**
 * Blaming words in a piece of text. Quoted passages are exempt; "failed to" is exempt when its subject is a system: one of the given services,
 * or a thing such as a job or an alert. `counterfactual` allows "would have" and its like.
 */
export function blameWords(
  text: string,
  within: Span,
  options: { readonly services?: Iterable<string>; readonly counterfactual?: boolean } = {},
): Match[] {
  const part = text.slice(within.from, within.to);
  const hits = matches(part, BLAME, undefined, 'i').filter(
    (hit) => !(options.counterfactual && /^(?:should|could|would) have$/i.test(hit.text)),
  );
  const failures = matches(part, FAILED_TO, undefined, 'i');
  if (failures.length > 0) {
    const services = [...(options.services ?? [])]
      .filter((name) => name !== '')
      .map((name) => name.toLowerCase());
    const sentences = sentencesOfText(part);
    let index = 0;
    for (const hit of failures) {
      while (index + 1 < sentences.length && (sentences[index] as Span).to < hit.to) index++;
      const start = Math.max(sentences[index]?.from ?? 0, hit.from - LONGEST_SUBJECT);
      if (!aboutSystem(part.slice(start, hit.from).toLowerCase(), services)) hits.push(hit);
    }
  }
  if (hits.length === 0) return [];
  hits.sort((x, y) => x.from - y.from);
  const quoted = quotations(part);
  let next = 0;
  return hits
    .filter((hit) => {
      while (next < quoted.length && (quoted[next] as Span).to < hit.to) next++;
      return !(quoted[next] && (quoted[next] as Span).from < hit.from);
    })
    .map((hit) => ({ text: hit.text, from: hit.from + within.from, to: hit.to + within.from }));
}

/** A subject stands within this many characters before its verb. */
const LONGEST_SUBJECT = 200;
const CLAUSE_END =
  /[,;:()–—]|(?<![\p{L}-])(?:and|but|because|while|when|since|so|after|before|that)(?![\p{L}-])/gu;
const SYSTEM =
  '(?:jobs?|services?|alerts?|checks?|quer(?:y|ies)|metrics?|pipelines?|consumers?|producers?|runs?|brokers?|registry|registries|builds?|tests?|deploys?|' +
  'traffic|requests?|calls?|connections?|packets?|messages?|events?|pods?|containers?|instances?|hosts?|servers?|machines?|volumes?|disks?|balancers?|' +
  'targets?|proxy|proxies|gateways?|endpoints?|apis?|certificates?|apps?|applications?|functions?|workers?|threads?|handlers?|databases?|caches?|queues?|' +
  'systems?|networks?|backups?|failovers?|retry|retries|migrations?|upgrades?|updates?|changes?|webhooks?|uploads?|downloads?|images?|logs?|agents?|' +
  'deployments?|rollouts?|rollbacks?|probes?|monitors?|dashboards?|filters?|gates?|rules?|scripts?|controllers?|clusters?|nodes?|replicas?|records?|it|which)';
const SYSTEM_LAST = new RegExp(`(?<![\\p{L}-])${SYSTEM}$`, 'u');
const SYSTEM_ANYWHERE = new RegExp(`(?<![\\p{L}-])${SYSTEM}(?![\\p{L}-])`, 'u');
const PEOPLE =
  /(?<![\p{L}-])(?:engineers?|developers?|operators?|on-?calls?|teams?|people|persons?|nobody|no one|someone|somebody|anyone|everyone|everybody|staff|managers?|leads?|authors?|reviewers?|responders?|owners?|analysts?|who|we|i|you|he|she|they)(?![\p{L}-])/u;
/** What may stand between a subject and "failed to": versions, auxiliaries, adverbs. */
const BETWEEN =
  /(?<!\s)(?:\s+(?:v?\d[\d.]*|has|have|had|also|then|again|still|later|first|silently|twice|never))+\s*$/u;

/** A subject stands no farther before its verb. */
const LONGEST_CLAUSE = 400;

/** Whether the subject of the clause that a lower-cased text ends with is a system rather than a person. */
function aboutSystem(text: string, services: readonly string[]): boolean {
  const before = text.slice(-LONGEST_CLAUSE);
  let clause = before;
  for (const end of before.matchAll(CLAUSE_END)) clause = before.slice(end.index + end[0].length);
  clause = ` ${clause.trim()}`.replace(BETWEEN, '').trim();
  if (/(?<!\p{L})whos?e?(?!\p{L})/u.test(clause)) return false;
  if (SYSTEM_LAST.test(clause) || services.some((name) => clause.endsWith(name))) return true;
  if (PEOPLE.test(clause)) return false;
  return SYSTEM_ANYWHERE.test(clause) || services.some((name) => clause.includes(name));
}

/** The quotations of a paragraph: pairs of straight or typographic marks. A mark without a partner quotes nothing. */
function quotations(text: string): Span[] {
  return [...text.matchAll(/"[^"]*"|“[^“”]*”/g)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
}

/** Marks of text that is not written yet (`PLACEHOLDER`). The caller gives text in which code is blanked. */
export const PLACEHOLDER =
  '(?:<[A-Za-z][^<>\\n]{0,120}>|\\{\\{[^{}\\n]{0,120}\\}\\}|\\[(?:TBD|!PROMPT)\\]|(?<![\\p{L}\\p{N}_])(?:TODO|XXX)(?![\\p{L}\\p{N}_])|[Ll]orem ipsum|YYYY-MM-DD)';

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
  return matches(text, VAGUE, sentence, 'i');
}

/**
 * Blaming words in a piece of text. Quoted passages are exempt; "failed to" is exempt when the sentence up to it names one of the given
 * services (its grammatical subject is a system then). `counterfactual` allows "would have" and its like.
 */
export function blameWords(
  text: string,
  within: Span,
  options: { readonly services?: Iterable<string>; readonly counterfactual?: boolean } = {},
): Match[] {
  const hits = matches(text, BLAME, within, 'i').filter(
    (hit) =>
      !(options.counterfactual && /^(?:should|could|would) have$/i.test(hit.text)) &&
      !inQuotes(text, within, hit),
  );
  const services = [...(options.services ?? [])].map((s) => s.toLowerCase());
  for (const hit of matches(text, FAILED_TO, within, 'i')) {
    const sentence = sentencesOfText(text.slice(within.from, within.to)).find(
      (s) => s.from + within.from <= hit.from && s.to + within.from >= hit.to,
    );
    const before = text.slice(sentence ? sentence.from + within.from : within.from, hit.from).toLowerCase();
    const systemSubject =
      services.some((s) => before.includes(s)) ||
      /\b(?:job|service|alert|check|query|metric|pipeline|consumer|run|runs)\s*$/.test(before);
    if (!systemSubject && !inQuotes(text, within, hit)) hits.push(hit);
  }
  return hits.sort((a, b) => a.from - b.from);
}

/** True when an odd number of quotation marks opens before the hit on its line. */
function inQuotes(text: string, within: Span, hit: Span): boolean {
  const lineStart = Math.max(within.from, text.lastIndexOf('\n\n', hit.from) + 1);
  const before = text.slice(lineStart, hit.from);
  const straight = (before.match(/"/g) ?? []).length;
  const open = (before.match(/“/g) ?? []).length - (before.match(/”/g) ?? []).length;
  return straight % 2 === 1 || open > 0;
}

/** Marks of text that is not written yet (`PLACEHOLDER`). The caller gives text in which code is blanked. */
export const PLACEHOLDER =
  '(?:<[A-Za-z][^<>\\n]{0,120}>|\\{\\{[^{}\\n]{0,120}\\}\\}|\\[TBD\\]|(?<![\\p{L}\\p{N}_])(?:TODO|XXX)(?![\\p{L}\\p{N}_])|[Ll]orem ipsum|YYYY-MM-DD)';

import type { SourcedFact } from './fact';
import type { ModelMoney, ModelValue } from './model-money';
import { isStated } from './model-money';
import type { Mention, OptionMentions } from './option-mentions';

type RecordOf = Extract<SourcedFact, { type: 'record' }>;

/** An amount in text that claims to be of the model. */
export interface MoneyClaim {
  readonly record: RecordOf;
  readonly text: string;
  readonly value: number;
  readonly step: number;
  readonly sentence: string;
  /** Behind the amount in its sentence. */
  readonly after: string;
  /** Options that the amount is surely about: those of its row and column, or the one right beside it in prose. Empty when that is open. */
  readonly options: ReadonlySet<string>;
  /** Figures it may be, by key; null when the passage leaves that open. */
  readonly measure: ((key: string) => boolean) | null;
  /** The one figure of an option that its row and column mean; null when they leave that open. */
  readonly key: string | null;
}

/** What makes a sentence one about the model's money. */
const ABOUT_COST = /NPV|(?<!\p{L})TCO(?!\p{L})|(?:five|(?<!\d)5)[- ]years?(?!\p{L})|break-?even/iu;
/** A migration is also the subject of the whole packet: its money is meant where something is spent. */
const SPENDING = /(?<!\p{L})(?:cost|spen[dt]|pa(?:y|id)|price|bill|budget|cheque|invest|expens|cheap|dear)/iu;
const OF_MEASURE =
  /^(?:npv|tco|cost|costs|total|totals|usd|eur|gbp|five|year|years|migration|staffing|the|of|in|on|at|for|our|a|an|and)$/i;
const EXEMPT_SECTION = /^(?:problem|reversibility|impact)/;
const EXEMPT_SENTENCE = /exit costs?|credits|problem costs?|direct costs?/i;
/** Words that may stand between an option and its amount: "batch is at an NPV of $4M". Others open another thought. */
const BETWEEN =
  /^(?:['’]s)?(?:\s+(?:costs?|costing|is|was|are|at|an?|the|of|to|in|over|comes|totals?|amounts|runs|pays|needs|takes|has|npv|tco|cost|bill|migration|platform|staffing|storage|network|tooling|(?:five|5)[- ]years?))*\s+$/iu;
const BEHIND = /^\s+(?:for|with|on|under)\s+(?:the\s+)?$/iu;
/** What follows an option that is the noun itself: "$40,000 for Postgres support" is not about Postgres. */
const NOUN_ENDS =
  /^\s*(?:$|[.,;:)\]–—-]|(?:and|against|at|in|over|after|versus|vs|than|as|from|to|on|is|was|while|but|per|a|each)(?!\p{L}))/iu;

/** An amount that the model has to answer for; null for bounds, exempt passages, other currencies and other subjects. */
export function claimOf(record: RecordOf, money: ModelMoney, mentions: OptionMentions): MoneyClaim | null {
  const { fields } = record;
  const [column, row, sentence] = [
    textIn(record, 'column'),
    textIn(record, 'row'),
    textIn(record, 'sentence'),
  ];
  const sign = textIn(record, 'sign');
  if (fields['limit'] === true || (sign !== '' && sign !== money.sign)) return null;
  const sections = fields['sections'];
  if (Array.isArray(sections) && sections.some((s: string) => EXEMPT_SECTION.test(s))) return null;
  const passage = `${column} ${sentence}`;
  const heads = `${column} ${row}`;
  if (EXEMPT_SENTENCE.test(passage)) return null;
  const marked = fields['marked'];
  const isNamed = (m: Mention) =>
    m.full || (Array.isArray(marked) && m.slugs.length === 1 && marked.includes(m.slugs[0] ?? ''));
  const inSentence = mentions.in(sentence);
  const inTable = fields['column'] !== undefined;
  const options = new Set(
    inTable
      ? [column, row].flatMap((cell) => inHead(cell, mentions.in(cell), isNamed))
      : beside(sentence, Number(fields['at']), record.id.length, inSentence),
  );
  if (options.size === 0 && !inSentence.some(isNamed) && !isAboutCost(column, passage)) return null;
  // "Migration, year 1" is a line of the year, "Year 1 with migration" its total: which is meant stays open.
  const plain =
    ![column, row].some((cell) => !mentions.in(cell).some(isNamed) && holdsMore(cell, mentions.in(cell))) &&
    !(/migration/i.test(heads) && /year/i.test(heads));
  const key = inTable ? keyOf(heads, money.years) : null;
  return {
    record,
    text: record.id,
    value: Number(fields['value']),
    step: Number(fields['step']),
    sentence,
    after: sentence.slice(Number(fields['at']) + record.id.length),
    options,
    measure: key === null ? null : measureOf(key),
    key: options.size === 1 && plain ? key : null,
  };
}

function isAboutCost(column: string, passage: string): boolean {
  if (ABOUT_COST.test(passage) || /migration/i.test(column)) return true;
  return /migration/i.test(passage) && SPENDING.test(passage);
}

/** The options that the head of a row or column stands for: named in full, or with nothing but words of measure beside. */
function inHead(
  cell: string,
  found: readonly Mention[],
  isNamed: (m: Mention) => boolean,
): readonly string[] {
  const named = found.filter(isNamed);
  if (named.length > 0) return named.flatMap((m) => m.slugs);
  return holdsMore(cell, found) ? [] : found.flatMap((m) => m.slugs);
}

/** True when a head says more than options and measures: a case ("growth of 15 %"), or another subject. */
function holdsMore(cell: string, found: readonly Mention[]): boolean {
  const rest = [...found].reverse().reduce((text, m) => text.slice(0, m.from) + text.slice(m.to), cell);
  const words = rest.replace(/\([^()]*\)/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some((word) => !OF_MEASURE.test(word) && !/^\d+$/.test(word));
}

/**
 * The option right beside an amount: "Kinesis costs $5M", "$5M for Kinesis". Prose speaks of options by "it", by their section or not at all, so
 * one that merely stands in the sentence does not say whose the amount is.
 */
function beside(sentence: string, at: number, length: number, found: readonly Mention[]): readonly string[] {
  const alone = (m: Mention) => !found.some((other) => joined(sentence, m, other));
  const behind = found.find((m) => m.from >= at + length);
  if (
    behind &&
    alone(behind) &&
    BEHIND.test(sentence.slice(at + length, behind.from)) &&
    NOUN_ENDS.test(sentence.slice(behind.to))
  )
    return behind.slugs;
  const before = found.filter((m) => m.to <= at).at(-1);
  return before && alone(before) && BETWEEN.test(sentence.slice(before.to, at)) ? before.slugs : [];
}

/** "Blue and red", "blue or red", "blue, red": an amount beside one of them may be the other's. */
function joined(sentence: string, a: Mention, b: Mention): boolean {
  if (a === b || a.slugs.join() === b.slugs.join()) return false;
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  return /^[\s,/&+]*(?:and|or|nor|to|than|versus|vs\.?)?\s*$/i.test(sentence.slice(first.to, second.from));
}

function textIn(record: RecordOf, field: string): string {
  const value = record.fields[field];
  return typeof value === 'string' ? value : '';
}

/** The figure that the heads of a table cell ask for; null when they name none or several. */
function keyOf(heads: string, years: readonly string[]): string | null {
  const found = years
    .filter((label, i) => heads.includes(label) || new RegExp(`year ${i + 1}(?!\\d)`, 'i').test(heads))
    .map((label) => `total/${label}`);
  if (/NPV|present value/i.test(heads)) found.push('npv');
  else if (/(?:five|(?<!\d)5)[- ]years?/i.test(heads) && /total/i.test(heads)) found.push('total');
  if (found.length === 0 && /migration/i.test(heads)) found.push('migration');
  return found.length === 1 ? (found[0] ?? null) : null;
}

function measureOf(key: string): (key: string) => boolean {
  const year = key.startsWith('total/') ? key.slice(5) : null;
  return (other) => {
    if (isStated(other)) return true;
    if (key === 'npv') return other === 'npv' || other.startsWith('npv@');
    if (key === 'migration') return other.includes('migration');
    return year === null ? other === key : other.endsWith(year);
  };
}

/** True when the claim may be this value of the model. */
export function mayBe(claim: MoneyClaim, { options, key }: ModelValue): boolean {
  return (
    (claim.options.size === 0 || options.length === 0 || options.some((o) => claim.options.has(o))) &&
    (claim.measure === null || claim.measure(key))
  );
}

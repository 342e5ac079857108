import { quotes, writtenLike } from '../text/money';
import type { Fix } from './finding';
import { labelOf, type ModelMoney, type ModelValue, modelMoney, valuesNear } from './model-money';
import { claimOf, type MoneyClaim, mayBe } from './money-claims';
import { OptionMentions } from './option-mentions';
import type { Packet } from './packet';

/** An amount that the model does not give. */
export interface MoneyGap {
  readonly claim: MoneyClaim;
  readonly message: string;
  /** The value that is meant, else the nearest one; null when the model has nothing to compare with. */
  readonly nearest: ModelValue | null;
  readonly fix?: Fix;
}

export interface MoneyVerdict {
  readonly claims: readonly MoneyClaim[];
  readonly gaps: readonly MoneyGap[];
}

/** Amounts with fewer digits than this are not taken for slips of the pen: too many values are one digit away. */
const LEAST_DIGITS = 4;

/** Parts of a year by which a text may quote a yearly value. */
const PER_YEAR: Readonly<Record<string, number>> = { month: 12, quarter: 4, week: 52, day: 365 };

/**
 * What an amount claims, by what it was read with, and how it was judged against what the model says; the fields of a record stay the same object
 * as long as they say the same.
 */
interface Judged {
  readonly readWith: string;
  readonly claim: MoneyClaim | null;
  readonly model: object;
  readonly fits: boolean;
}

const judged = new WeakMap<object, Judged>();

/**
 * Holds every quoted amount against the cost model (rule X-09, and the criteria that ask for it), once per packet. A text when nothing can be
 * judged: why.
 */
export function moneyVerdict(packet: Packet): MoneyVerdict | string {
  return packet.derived(judgeAll);
}

function judgeAll(packet: Packet): MoneyVerdict | string {
  const money = modelMoney(packet);
  if (!money || money.options.length === 0) return 'The packet has no cost model';
  if (money.sign === null) {
    const currency = money.currency || 'a currency that the model does not name';
    return `Text has no sign by which amounts in ${currency} could be told`;
  }
  const mentions = new OptionMentions(packet, money.options);
  // All that a claim depends on beside its record: a model that only has another value is claimed from as before.
  const readWith = JSON.stringify([money.sign, money.years, mentions.names]);
  const claims: MoneyClaim[] = [];
  const open: MoneyClaim[] = [];
  for (const record of packet.records('quoted-money')) {
    let entry = judged.get(record.fields);
    if (!entry || entry.model !== money.said || entry.readWith !== readWith) {
      const claim = entry?.readWith === readWith ? entry.claim : claimOf(record, money, mentions);
      entry = { readWith, claim, model: money.said, fits: claim !== null && fits(claim, money) };
      judged.set(record.fields, entry);
    }
    if (!entry.claim) continue;
    // The record of this packet: its file may have moved it.
    const claim = { ...entry.claim, record };
    claims.push(claim);
    if (!entry.fits) open.push(claim);
  }
  if (claims.length === 0) return 'No text of the packet quotes money of the cost model';
  const doubtful = new Set(open);
  const sure = new Map<string, MoneyClaim[]>();
  for (const claim of open.length > 0 ? claims : []) {
    if (doubtful.has(claim)) continue;
    const others = sure.get(sentenceOf(claim));
    if (others) others.push(claim);
    else sure.set(sentenceOf(claim), [claim]);
  }
  const gaps = open
    .filter((claim) => !worksOut(claim, sure.get(sentenceOf(claim)) ?? []))
    .map((claim) => gapOf(claim, money));
  return { claims, gaps };
}

/** A value of the model, or its part per month, week … where the text says so. */
function fits(claim: MoneyClaim, money: ModelMoney): boolean {
  return matching(claim, money, 1).length > 0 || matching(claim, money, timesAYear(claim)).length > 0;
}

/** The values of the model that an amount may be, `times` what it says. */
function matching(claim: MoneyClaim, money: ModelMoney, times: number): readonly ModelValue[] {
  if (times === 0) return [];
  const slack = (claim.step * times) / 2 + 1e-9 * claim.value * times + 1e-9;
  return valuesNear(money, claim.value * times, slack).filter((v) => mayBe(claim, v));
}

/** How often a year has what the text says an amount is for; 0 when it says nothing of the kind. */
function timesAYear({ after }: MoneyClaim): number {
  const unit = /^\s?(?:a|per|each|every|\/)\s?(month|quarter|week|day)/i.exec(after)?.[1];
  return unit === undefined ? 0 : (PER_YEAR[unit.toLowerCase()] ?? 1);
}

const LIKELIHOOD = { figure: 0, change: 1, difference: 2 } as const;

/**
 * The value of the model that an amount quotes, for going there: the figure its row and column ask for, else a figure before what changes and
 * what is between two options, else the nearest. Null when the model gives it only as a sum of others, or not at all.
 */
export function quotedValue(claim: MoneyClaim, money: ModelMoney): ModelValue | null {
  const once = matching(claim, money, 1);
  const found = once.length > 0 ? once : matching(claim, money, timesAYear(claim));
  const rank = (v: ModelValue) => (v.key === claim.key ? 0 : 3) + LIKELIHOOD[v.kind];
  const off = (v: ModelValue) => Math.abs(Math.abs(v.value) - claim.value);
  return [...found].sort((a, b) => rank(a) - rank(b) || off(a) - off(b))[0] ?? null;
}

function sentenceOf({ record, sentence }: MoneyClaim): string {
  return `${sentence} ${record.path}`;
}

/** True when the amount is the sum or the difference of others in its sentence, or the sum of all of them. */
function worksOut(claim: MoneyClaim, others: readonly MoneyClaim[]): boolean {
  const values = others.map((o) => o.value);
  if (
    values.length > 2 &&
    quotes(
      claim,
      values.reduce((a, b) => a + b, 0),
    )
  )
    return true;
  return values.some((a, i) => values.slice(i + 1).some((b) => quotes(claim, a + b) || quotes(claim, a - b)));
}

function gapOf(claim: MoneyClaim, money: ModelMoney): MoneyGap {
  const pool = money.values.filter((v) => mayBe(claim, v));
  const meant = meantBy(claim, pool);
  const nearest = meant ?? nearestTo(claim, pool);
  const names = [...claim.options].join(' and ');
  const lead = `${claim.text} is no value of the cost model${names === '' ? '' : ` for ${names}`}`;
  const elsewhere = money.values.find(
    (v) => v.kind === 'figure' && v.options.length === 1 && !mayBe(claim, v) && quotes(claim, v.value),
  );
  const tail = elsewhere
    ? `; it is the ${labelOf(elsewhere)} of ${elsewhere.options.join()}`
    : nearest
      ? `; the ${meant ? 'one meant' : 'nearest'} is ${full(nearest.value)}, ${describe(nearest)}`
      : '';
  if (!meant) return { claim, message: lead + tail, nearest: nearest ?? elsewhere ?? null };
  const written = writtenLike(claim.text, meant.value);
  const { span } = claim.record;
  return {
    claim,
    message: lead + tail,
    nearest: meant,
    fix: { title: `Write ${written}`, edits: [{ ...span, insert: written }] },
  };
}

/** What a value is and whose: "NPV of kafka". */
export function describe(value: ModelValue): string {
  return value.options.length === 1 ? `${labelOf(value)} of ${value.options.join()}` : labelOf(value);
}

function full(value: number): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** The one figure that row and column ask for; else the one value that a single slip of the pen turns into the amount. */
function meantBy(claim: MoneyClaim, pool: readonly ModelValue[]): ModelValue | null {
  if (claim.key !== null) {
    const asked = pool.find((v) => v.key === claim.key && v.kind === 'figure' && v.options.length === 1);
    if (asked) return asked;
  }
  const close = pool.filter((v) => oneSlip(claim.text, writtenLike(claim.text, v.value)));
  const spellings = new Set(close.map((v) => writtenLike(claim.text, v.value)));
  return spellings.size === 1 ? (close[0] ?? null) : null;
}

/** Of the figures themselves; of differences only where there is no figure. */
function nearestTo(claim: MoneyClaim, pool: readonly ModelValue[]): ModelValue | null {
  const figures = pool.filter((v) => v.kind === 'figure' && v.value !== 0);
  let best: ModelValue | null = null;
  const distance = (v: ModelValue) => Math.abs(claim.value - Math.abs(v.value));
  for (const value of figures.length > 0 ? figures : pool) {
    if (best === null || distance(value) < distance(best)) best = value;
  }
  return best;
}

/** True when the digits differ by one digit that is wrong, missing or too much, or by two neighbours that changed places. */
function oneSlip(written: string, right: string): boolean {
  const a = written.replace(/\D/g, '');
  const b = right.replace(/\D/g, '');
  if (a === b || Math.max(a.length, b.length) < LEAST_DIGITS || Math.abs(a.length - b.length) > 1)
    return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  if (a.length !== b.length) return restA.slice(1) === restB || restA === restB.slice(1);
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

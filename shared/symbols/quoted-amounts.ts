import { grouped } from '../preview/number-text';
import { KitPacket } from '../rubric/kit-packet';
import { type ModelMoney, type ModelValue, modelMoney } from '../rubric/model-money';
import { describe, moneyVerdict, quotedValue } from '../rubric/money-verdict';
import type { Contribution, Packet } from '../rubric/packet';
import { PacketNews } from '../rubric/packet-news';
import type { Span } from '../text/span';
import type { KitSymbol, Occurrence } from './symbol';

interface Amount {
  readonly symbol: KitSymbol;
  readonly definitions: readonly Occurrence[];
  readonly references: Occurrence[];
}

/** Figures by symbol, and the places of texts and models by path. */
interface Amounts {
  readonly byKey: ReadonlyMap<string, Amount>;
  readonly byPath: ReadonlyMap<string, readonly Occurrence[]>;
}

/**
 * Money as symbols: a figure is defined by the cost model, and used where a text quotes it, at whatever precision. Which figure an amount means
 * depends on what is around it and on the names of the options, so this is the judgement of rule X-09 and no search for digits.
 */
export class QuotedAmounts {
  private packet = new KitPacket([]);
  private news = new PacketNews();

  /** Takes note of what a file says now; null is a file that is not there. */
  fileChanged(path: string, before: Contribution | null, after: Contribution | null): void {
    this.news.add(path, before, after);
  }

  symbol(key: string): KitSymbol | null {
    return key.startsWith('money ') ? (this.amounts().byKey.get(key)?.symbol ?? null) : null;
  }

  /** Figures that some text quotes. */
  get quoted(): readonly KitSymbol[] {
    return [...this.amounts().byKey.values()]
      .filter(({ references }) => references.length > 0)
      .map(({ symbol }) => symbol);
  }

  /** Where a figure stands in the model, then where texts quote it. */
  occurrences(key: string): readonly Occurrence[] {
    const amount = this.amounts().byKey.get(key);
    return amount ? [...amount.definitions, ...amount.references] : [];
  }

  /** The figure that is quoted or stated at an offset of a file. In the model a place may stand for several: the most quoted is meant. */
  at(path: string, offset: number): Occurrence | null {
    const { byKey, byPath } = this.amounts();
    const uses = ({ key }: Occurrence) => byKey.get(key)?.references.length ?? 0;
    let best: Occurrence | null = null;
    for (const found of byPath.get(path) ?? []) {
      if (found.from > offset || offset > found.to) continue;
      if (best === null || uses(found) > uses(best)) best = found;
    }
    return best;
  }

  private amounts(): Amounts {
    if (this.news.any) {
      this.packet = this.packet.with(this.news.changes, this.news);
      this.news = new PacketNews();
    }
    return this.packet.derived(amountsOf);
  }
}

function amountsOf(packet: Packet): Amounts {
  const byKey = new Map<string, Amount>();
  const verdict = moneyVerdict(packet);
  const money = modelMoney(packet);
  if (!money || typeof verdict === 'string') return { byKey, byPath: new Map() };
  const figures = new Map<string, ModelValue>();
  for (const value of money.values) {
    if (value.kind !== 'figure') continue;
    // What the file states is the figure, not what its formulas give beside.
    if (!value.computed || !figures.has(keyOf(value))) figures.set(keyOf(value), value);
  }
  const amountOf = (value: ModelValue): Amount => {
    const key = keyOf(value);
    const known = byKey.get(key);
    if (known) return known;
    const definitions = partsOf(value, figures).map((part) => occurrence(key, part, 'definition'));
    const made = { symbol: symbolOf(key, value, money), definitions, references: [] };
    byKey.set(key, made);
    return made;
  };
  for (const value of figures.values()) amountOf(value);
  for (const claim of verdict.claims) {
    const value = quotedValue(claim, money);
    if (!value) continue;
    const { references } = amountOf(value);
    references.push(occurrence(keyOf(value), claim.record, 'reference'));
  }
  return { byKey, byPath: placesByPath(byKey) };
}

/** A difference is said of two figures and has no place of its own: it leads to both, and stands at neither. */
function placesByPath(byKey: ReadonlyMap<string, Amount>): Amounts['byPath'] {
  const byPath = new Map<string, Occurrence[]>();
  for (const { definitions, references } of byKey.values()) {
    for (const one of definitions.length > 1 ? references : [...definitions, ...references]) {
      const list = byPath.get(one.path);
      if (list) list.push(one);
      else byPath.set(one.path, [one]);
    }
  }
  return byPath;
}

/** By what it is and not by its size: a figure stays itself when the model is edited. */
function keyOf({ kind, key, options, path }: ModelValue): string {
  return `money ${kind} ${key} ${options.join(' ')} ${path}`;
}

/** The figures of the model that a value is made of: itself, the two of a difference, or a case and the base. */
function partsOf(value: ModelValue, figures: ReadonlyMap<string, ModelValue>): readonly ModelValue[] {
  if (value.kind === 'figure') return [value];
  const [first, second] = value.options;
  const part = (key: string, option: string | undefined) =>
    option === undefined
      ? undefined
      : (figures.get(keyOf({ ...value, kind: 'figure', key, options: [option] })) ??
        [...figures.values()].find((one) => one.key === key && one.options[0] === option));
  const other = value.kind === 'difference' ? part(value.key, second) : part('npv', first);
  return other && (other.path !== value.path || other.span.from !== value.span.from)
    ? [value, other]
    : [value];
}

function symbolOf(key: string, value: ModelValue, { sign }: ModelMoney): KitSymbol {
  const minus = value.value < 0 && value.kind === 'figure' ? '−' : '';
  const name = `${minus}${sign ?? ''}${grouped(Math.abs(value.value))}`;
  return { key, kind: 'money', name, title: describe(value), family: '' };
}

function occurrence(
  key: string,
  { path, span }: { readonly path: string; readonly span: Span },
  role: Occurrence['role'],
): Occurrence {
  return { path, key, role, from: span.from, to: span.to };
}

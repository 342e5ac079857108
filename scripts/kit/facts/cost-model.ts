import {
  BASE_INPUTS,
  type CostInputs,
  EVENT_BYTES,
  FTE,
  FTE_COST,
  MIGRATION_FTE,
  OPTIONS,
  type Option,
  PEAK_FACTOR,
  PRICES,
  TOOLING,
  TRAINING,
  WAGE_GROWTH,
} from './cost-inputs';

export { BASE_INPUTS, type CostInputs, OPTIONS, type Option, PRICES } from './cost-inputs';

/**
 * The five-year cost model of the case, computed from its assumptions and prices (fact sheet 6.5) and from nothing else: the worked model, the
 * summary and every amount that the prose quotes are compared with these results.
 */

export const CATEGORIES = [
  'platform',
  'storage',
  'archive',
  'network',
  'processing',
  'tooling',
  'staffing',
  'migration',
] as const;
export type Category = (typeof CATEGORIES)[number];

export interface OptionCosts {
  /** Whole dollars for each of the five years. */
  readonly lines: Readonly<Record<Category, readonly number[]>>;
  readonly totals: readonly number[];
  readonly fiveYear: number;
  readonly npv: number;
}

/** Half up, as the model rounds each cell; the tiny addend keeps a binary fraction just under a half from tipping down. */
export const halfUp = (value: number, decimals = 0): number => {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5 + 1e-9) / scale;
};

export const YEARS = [1, 2, 3, 4, 5] as const;

/** Sizes of the stream in a year, 1 to 5. */
export function sizing(year: number, inputs: CostInputs = BASE_INPUTS) {
  const G = (1 + inputs.growth) ** (year - 1);
  const raw = ((inputs.eventsDay * EVENT_BYTES) / 1e9) * G;
  const wire = raw * inputs.compression;
  const sent = raw * inputs.kinesisEventRatio;
  const units = Math.ceil((EVENT_BYTES * inputs.kinesisEventRatio) / 1024);
  const billed = ((inputs.eventsDay * units * 1024) / 1e9) * G;
  const peak = ((wire * 1000) / 86_400) * PEAK_FACTOR;
  const hot = (wire * inputs.retentionDays * 3) / 0.6;
  const localDays = inputs.tiered ? Math.min(3, inputs.retentionDays) : inputs.retentionDays;
  const local = (wire * localDays * 3) / 0.6;
  const tier = inputs.tiered ? wire * Math.max(0, inputs.retentionDays - 3) : 0;
  const brokersFor = (disk: number) => 3 * Math.max(2, Math.ceil(peak / 15 - 1e-9), Math.ceil(disk / 48_000));
  return {
    G,
    raw,
    wire,
    sent,
    billed,
    peak,
    rawPeak: peak / inputs.compression,
    hot,
    local,
    tier,
    brokers: brokersFor(local),
    ownBrokers: brokersFor(hot),
    kpu: Math.ceil(40 * G - 1e-9),
  };
}

/** The parts of an option's migration in year 1; zero for batch, which stays where it is. */
export function migrationParts(option: Option, inputs: CostInputs = BASE_INPUTS) {
  if (option === 'batch')
    return { labour: 0, training: 0, contingency: 0, dualRun: 0, dualRunEngineer: 0, total: 0 };
  const labour = MIGRATION_FTE[option] * FTE_COST;
  const training = TRAINING[option];
  const contingency = 0.1 * (labour + training);
  const batchYear = inputs.batchComputeDay * 365 * PRICES.p_glue + 12_000 + TOOLING.batch;
  const dualRun = (batchYear * 8) / 12;
  const dualRunEngineer = (FTE_COST * 8) / 12;
  return {
    labour,
    training,
    contingency,
    dualRun,
    dualRunEngineer,
    total: labour + training + contingency + dualRun + dualRunEngineer,
  };
}

/** Everything one option costs. */
export function costsOf(option: Option, changed: Partial<CostInputs> = {}): OptionCosts {
  const inputs = { ...BASE_INPUTS, ...changed };
  const p = PRICES;
  const fte = option === 'kafka-msk' ? inputs.msk : FTE[option];
  const perYear = YEARS.map((year): Record<Category, number> => {
    const s = sizing(year, inputs);
    const network = s.wire * 365 * ((2 / 3) * p.p_xaz + inputs.fanout * inputs.crossZoneReads * p.p_xaz);
    const own = {
      'kafka-msk': {
        platform: s.brokers * p.p_msk * 8760,
        storage: s.local * p.p_msk_gb * 12 + s.tier * p.p_tier * 12,
        network,
      },
      'kafka-self-managed': {
        platform: (s.ownBrokers * p.p_ec2 + 3 * p.p_ctrl) * 8760,
        storage: s.hot * p.p_gp3 * 12,
        network: network + s.wire * 365 * 2 * p.p_xaz,
      },
      kinesis: {
        platform:
          s.billed * 365 * p.p_kin_in +
          s.sent * 365 * (inputs.fanout / 2) * (p.p_kin_out + p.p_kin_efo) +
          12 * p.p_kin_stream * 8760,
        storage:
          s.billed * (Math.min(inputs.retentionDays, 7) - 1) * p.p_kin_ext * 12 +
          s.billed * Math.max(0, inputs.retentionDays - 7) * p.p_kin_lt * 12,
        network: 0,
      },
      batch: {
        platform: inputs.batchComputeDay * s.G * 365 * p.p_glue,
        storage: 12_000 * s.G,
        network: 0,
      },
    }[option];
    return {
      ...own,
      archive: s.wire * (90 * p.p_s3 + 305 * p.p_ia) * 12,
      processing: option === 'batch' ? 0 : s.kpu * p.p_kpu * 8760,
      tooling: TOOLING[option],
      staffing: fte * FTE_COST * (1 + WAGE_GROWTH) ** (year - 1),
      migration: year === 1 ? migrationParts(option, inputs).total : 0,
    };
  });
  const lines = Object.fromEntries(
    CATEGORIES.map((category) => [category, perYear.map((year) => halfUp(year[category]))]),
  ) as Record<Category, number[]>;
  const totals = YEARS.map((_, index) =>
    CATEGORIES.reduce((sum, category) => sum + (lines[category][index] ?? 0), 0),
  );
  return {
    lines,
    totals,
    fiveYear: totals.reduce((a, b) => a + b, 0),
    npv: halfUp(totals.reduce((sum, total, index) => sum + total / (1 + inputs.discount) ** (index + 1), 0)),
  };
}

/** NPVs of all four options with some inputs changed. */
export function npvs(changed: Partial<CostInputs> = {}): Readonly<Record<Option, number>> {
  return Object.fromEntries(OPTIONS.map((option) => [option, costsOf(option, changed).npv])) as Record<
    Option,
    number
  >;
}

/** The cases of the sensitivity list; volume scales events and batch compute together. */
export const CASES = {
  'growth 0 %': { growth: 0 },
  'growth 15 %': { growth: 0.15 },
  'growth 45 %': { growth: 0.45 },
  'growth 60 %': { growth: 0.6 },
  'volume × 0.5': { eventsDay: 432e6, batchComputeDay: 495 },
  'volume × 2': { eventsDay: 1728e6, batchComputeDay: 1980 },
  'retention 3 days': { retentionDays: 3 },
  'retention 14 days': { retentionDays: 14 },
  'retention 30 days': { retentionDays: 30 },
  'tiered, 14 days': { retentionDays: 14, tiered: true },
  'tiered, 30 days': { retentionDays: 30, tiered: true },
  'compression 0.30': { compression: 0.3 },
  'compression 0.60': { compression: 0.6 },
  'compression 1.00': { compression: 1 },
  'fan-out 2': { fanout: 2 },
  'fan-out 6': { fanout: 6 },
  'msk 1.6 FTE': { msk: 1.6 },
  'msk 2.5 FTE': { msk: 2.5 },
  'discount 5 %': { discount: 0.05 },
  'discount 12 %': { discount: 0.12 },
} as const satisfies Record<string, Partial<CostInputs>>;

/** Settings that favour MSK, moved against it; the summary of the model owns up to them. */
export const ADMITTED = {
  'events compressed one by one to 0.80': { kinesisEventRatio: 0.8 },
  'reads cross zones like writes': { crossZoneReads: 2 / 3 },
  'no read crosses a zone': { crossZoneReads: 0 },
} as const satisfies Record<string, Partial<CostInputs>>;

/** Where MSK and Kinesis meet, one driver at a time (6.5); the gap around each is checked by the tests. */
export const BREAK_EVENS = {
  growthPct: 16.4,
  mskFte: 2.15,
  compression: 0.525,
  volume: 0.794,
  retentionDays: 13,
} as const;

/** Dollars that Kinesis costs above MSK in NPV with some inputs changed; negative when it is cheaper. */
export const kinesisGap = (changed: Partial<CostInputs> = {}): number => {
  const all = npvs(changed);
  return all.kinesis - all['kafka-msk'];
};

const base = Object.fromEntries(OPTIONS.map((option) => [option, costsOf(option)])) as Record<
  Option,
  OptionCosts
>;

/** The base case of all four options. */
export const COSTS: Readonly<Record<Option, OptionCosts>> = base;

/** NPV of an option above that of MSK, in percent. */
export const premiumPct = (option: Option): number => (base[option].npv / base['kafka-msk'].npv - 1) * 100;

/** Money that MSK has cost less than batch by the end of a year, 1 to 5. */
export const cashAdvantage = (year: number): number =>
  base.batch.totals.slice(0, year).reduce((a, b) => a + b, 0) -
  base['kafka-msk'].totals.slice(0, year).reduce((a, b) => a + b, 0);

/** One more month of running both systems: the batch bill and the engineer who keeps it alive. */
export const DUAL_RUN_MONTH = (() => {
  const infrastructure = halfUp((990 * 365 * PRICES.p_glue + 12_000 + TOOLING.batch) / 12);
  const staffing = halfUp(FTE_COST / 12);
  return { infrastructure, staffing, total: infrastructure + staffing };
})();

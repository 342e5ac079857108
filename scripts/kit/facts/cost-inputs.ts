/** Assumptions and list prices of the five-year cost model (fact sheet 6.5). */

/** What may be moved in a sensitivity row; the rest of the assumptions is fixed. */
export interface CostInputs {
  readonly eventsDay: number;
  readonly batchComputeDay: number;
  readonly growth: number;
  readonly compression: number;
  readonly retentionDays: number;
  /** Reader groups of the full stream. */
  readonly fanout: number;
  readonly msk: number;
  readonly discount: number;
  /** True when only three days stay on broker disks and the rest is tiered. */
  readonly tiered: boolean;
  /** Size of an event that is sent to Kinesis, over its raw size: 1 when nobody compresses it. */
  readonly kinesisEventRatio: number;
  /** Share of the reads that cross a zone on their way to a reader of Kafka. */
  readonly crossZoneReads: number;
}

export const BASE_INPUTS: CostInputs = {
  eventsDay: 864e6,
  batchComputeDay: 990,
  growth: 0.3,
  compression: 0.4,
  retentionDays: 7,
  fanout: 4,
  msk: 2,
  discount: 0.08,
  tiered: false,
  kinesisEventRatio: 1,
  crossZoneReads: 0.1,
};

export const FTE_COST = 235_000;
export const WAGE_GROWTH = 0.04;
export const EVENT_BYTES = 2000;
export const PEAK_FACTOR = 3;
export const FTE = { 'kafka-msk': 2, kinesis: 1.6, batch: 3, 'kafka-self-managed': 3.5 } as const;
export const MIGRATION_FTE = { 'kafka-msk': 2.4, kinesis: 2, batch: 0, 'kafka-self-managed': 3.2 } as const;
export const TRAINING = {
  'kafka-msk': 45_000,
  kinesis: 25_000,
  batch: 0,
  'kafka-self-managed': 60_000,
} as const;
export const TOOLING = {
  'kafka-msk': 36_000,
  kinesis: 24_000,
  batch: 18_000,
  'kafka-self-managed': 60_000,
} as const;

/** List prices of 2023-10-16 in dollars. */
export const PRICES = {
  p_msk: 0.84,
  p_msk_gb: 0.1,
  p_ec2: 0.384,
  p_ctrl: 0.096,
  p_gp3: 0.08,
  p_xaz: 0.02,
  p_kpu: 0.11,
  p_s3: 0.023,
  p_ia: 0.0125,
  p_kin_in: 0.08,
  p_kin_out: 0.04,
  p_kin_efo: 0.05,
  p_kin_stream: 0.04,
  p_kin_ext: 0.1,
  p_kin_lt: 0.023,
  p_glue: 0.44,
  p_tier: 0.06,
} as const;

export const OPTIONS = ['kafka-msk', 'kinesis', 'batch', 'kafka-self-managed'] as const;
export type Option = (typeof OPTIONS)[number];

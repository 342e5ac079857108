import { type Static, Type } from '@sinclair/typebox';
import { Id, maybe, object } from './atoms';

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const GradeWord = maybe(
  Type.Union([Type.Literal('draft'), Type.Literal('senior-grade'), Type.Literal('staff-ready')]),
);

/** So many days are kept: more than a year of work on a packet. */
export const MOST_DAYS = 500;

/** How a packet stood at the end of a day. Numbers and grades only: nothing in it comes from a text of the user. */
export const Standing = object({
  /** The user's own day, `2026-01-05`. */
  day: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  must: Count,
  should: Count,
  could: Count,
  /** Share of the points over the whole packet, 0–1; null when nothing was graded. */
  points: maybe(Type.Number({ minimum: 0, maximum: 1 })),
  /** Minutes for all that was open. */
  minutes: Count,
  /** The grades of the four deliverables, in their order. */
  grades: Type.Array(GradeWord, { minItems: 4, maxItems: 4 }),
});
/** Ascending by day, each day once. */
export const Progress = Type.Array(Standing, { maxItems: MOST_DAYS });
export const ProgressNote = object({ kitId: Id, standing: Standing });

export type Standing = Static<typeof Standing>;
export type Progress = Static<typeof Progress>;

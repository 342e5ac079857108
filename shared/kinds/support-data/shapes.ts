import { Type } from '@sinclair/typebox';
import {
  amount,
  date,
  headerFields,
  id,
  list,
  mapping,
  oneOf,
  optional,
  table,
  text,
  whole,
} from '../../rubric/header-schema';
import type { JsonSchema } from '../../rubric/kind';
import type { Shape } from './model';

export const DISPOSITIONS = ['accepted', 'rejected', 'deferred', 'disagree-and-commit'] as const;

/** A value that may be written with or without quotes, such as the number of a section. */
const textOrNumber = () => Type.Unsafe<string | number>({ type: ['string', 'number'], minLength: 1 });

const capacityPlan = mapping({
  ...headerFields,
  assumptions: table(mapping({ value: textOrNumber(), unit: optional(text()), source: optional(text()) })),
  topics: list(
    mapping({ name: text(), partitions: whole({ minimum: 1 }), events_day_y1: amount(), key: text() }),
  ),
  brokers_by_year: Type.Array(whole(), { minItems: 5, maxItems: 5 }),
  headroom_pct: amount(),
});

const stakeholderMap = mapping({
  ...headerFields,
  people: list(
    mapping({
      key: text(),
      stance: Type.Number({ minimum: -10, maximum: 10 }),
      interest: text(),
      frame: oneOf('VP', 'CTO', 'IC'),
      ask: text(),
    }),
  ),
});

const reviewComments = mapping({
  ...headerFields,
  items: list(
    mapping({
      id: text(),
      by: text(),
      date: date(),
      section: textOrNumber(),
      text: text(),
      disposition: oneOf(...DISPOSITIONS),
      resolution: text(),
      changed_doc: Type.Boolean(),
    }),
  ),
});

const reviewActionItems = mapping({
  ...headerFields,
  items: list(
    mapping({
      id: id('^RA-A\\d{2}$'),
      owner: text(),
      due: date(),
      gate: id('^P\\d$'),
      status: text(),
      evidence: text(),
    }),
  ),
});

const impactAssessment = mapping({
  ...headerFields,
  measures: list(
    mapping({
      id: text(),
      name: text(),
      value: amount(),
      unit: text(),
      method: text(),
      permanence: oneOf('recovered', 'permanent', 'n/a'),
      source: text(),
    }),
  ),
});

/** Formats of the working papers (artifact specification, K28). */
export const shapes: Readonly<Record<Shape, JsonSchema>> = {
  'capacity-plan': capacityPlan,
  'stakeholder-map': stakeholderMap,
  'review-comments': reviewComments,
  'review-action-items': reviewActionItems,
  'impact-assessment': impactAssessment,
};

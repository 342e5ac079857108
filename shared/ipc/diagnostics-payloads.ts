import { type Static, Type } from '@sinclair/typebox';
import { object } from './atoms';

/** The classes of errors that engines and we ourselves throw. Any other name may be made of a text. */
export const ERROR_NAMES = [
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'AbortError',
  'DataCloneError',
  'InvalidStateError',
  'NotFoundError',
  'QuotaExceededError',
  'SecurityError',
  'Other',
] as const;
export type ErrorName = (typeof ERROR_NAMES)[number];

/** What of the page broke; `worker` is any of its threads. */
export const PAGE_FAILURES = ['exception', 'promise', 'pane', 'worker'] as const;

/** A place in a bundle. The name is only a shape here; the main process keeps places of files that it serves itself. */
const Place = object({
  file: Type.String({ pattern: '^[A-Za-z0-9_.-]{1,80}$' }),
  line: Type.Integer({ minimum: 0, maximum: 9_999_999 }),
  column: Type.Integer({ minimum: 0, maximum: 9_999_999 }),
});

/** A bug in the page, without a word of its message. */
export const PageError = object({
  what: Type.Union(PAGE_FAILURES.map((name) => Type.Literal(name))),
  error: Type.Union(ERROR_NAMES.map((name) => Type.Literal(name))),
  places: Type.Array(Place, { maxItems: 12 }),
});
export const ReportSaved = object({ saved: Type.Boolean() });

export type StackPlace = Static<typeof Place>;
export type PageError = Static<typeof PageError>;

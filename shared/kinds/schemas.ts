import type { JsonSchema } from '../rubric/kind';
import { KINDS } from './index';

/** The schema of each data kind by kind id: what the build compiles to validators. */
export const kindSchemas: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  KINDS.flatMap((kind) => (kind.schema ? [[kind.id, kind.schema] as const] : [])),
);

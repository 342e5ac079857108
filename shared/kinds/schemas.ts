import type { JsonSchema } from '../rubric/kind';
import { KINDS } from './index';

/** The schema of each data kind by kind id, or by kind id and shape: what the build compiles to validators. */
export const kindSchemas: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  KINDS.flatMap((kind) => [
    ...(kind.schema ? [[kind.id, kind.schema] as const] : []),
    ...Object.entries(kind.shapes ?? {}).map(([shape, schema]) => [`${kind.id}/${shape}`, schema] as const),
  ]),
);

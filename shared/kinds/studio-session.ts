import { validators } from '../generated/validators';
import type { SchemaValidator } from '../rubric/schema-findings';
import { KindRegistry } from '../rubric/registry';
import { CheckSession } from '../rubric/session';
import { KINDS } from './index';

/** The studio's kinds, looked up. */
export const studioRegistry = new KindRegistry(KINDS);

/** The engine with the studio's own kinds and their precompiled schemas: the same in the window, the command line and the tests. */
export function newCheckSession(name: string): CheckSession {
  return new CheckSession({
    registry: studioRegistry,
    name,
    validator: (kindId) => (validators[`kind:${kindId}`] as SchemaValidator | undefined) ?? null,
  });
}

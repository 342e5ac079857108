import { CONSISTENCY_RULES } from './consistency';
import { validators } from './generated/kind-validators';
import { KINDS } from './kinds';
import { PORTFOLIO_READERS } from './portfolio/own-file-remarks';
import { KindRegistry } from './rubric/registry';
import { CheckSession, type CheckSessionOptions } from './rubric/session';

/** The studio's kinds, looked up. */
export const studioRegistry = new KindRegistry(KINDS);

/** The precompiled validator of a kind's schema, or null when the kind has none. */
export const kindValidator = (kindId: string) => validators[`kind:${kindId}`] ?? null;

/**
 * The engine with the studio's own kinds, schemas and rules: the same in the window, the command line and the tests.
 */
export function newCheckSession(
  name: string,
  options: Pick<CheckSessionOptions, 'now' | 'keptText' | 'acceptsStandard'> = {},
): CheckSession {
  return new CheckSession({
    registry: studioRegistry,
    name,
    validator: kindValidator,
    rules: CONSISTENCY_RULES,
    ownFiles: PORTFOLIO_READERS,
    ...options,
  });
}

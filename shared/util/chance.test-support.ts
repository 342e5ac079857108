import { env } from 'node:process';

/*
 * Runs before each test file (`vitest.config.ts`): properties begin with the seed that `npm run torture` printed, so that a long run that failed,
 * or one that did not, can be told and repeated. Without a seed, each test says itself what it begins with.
 */
const seed = env['STAFFWRIGHT_SEED'];
if (seed !== undefined) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
}

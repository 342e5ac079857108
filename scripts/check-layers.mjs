import { checkTree, formatViolation } from './layers/check.mjs';
import { repoRoot } from './setup/paths.mjs';
import { main } from './setup/process.mjs';

/** `node scripts/check-layers.mjs [root]`: prints where the import rules and bans are broken. */
main(async () => {
  const violations = checkTree(process.argv[2] ?? repoRoot);
  for (const violation of violations) console.error(formatViolation(violation));
  console.error(violations.length === 0 ? 'Layers are in order.' : `${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
});

import { expect, it } from 'vitest';
import { kitPaths, gaps, mutate, swap, kitReport } from './kit-fixture.test-support';
it('x', () => {
  const t=performance.now();
  console.log(kitPaths().length, performance.now()-t);
  const p='examples/part1-design-doc/tradeoff-matrix.yaml';
  console.log(gaps(p), kitReport(p).grade);
  const t2=performance.now();
  console.log(mutate(p, swap('weighted_total: 4.40','weighted_total: 4.50')).findings, performance.now()-t2);
});

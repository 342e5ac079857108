import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { parseSource } from '../../rubric/parse-source';
import { breakEvens, npvsAt, sensitivityRows } from './cases';
import { baseOf } from './evaluate';
import { readCostModel } from './model';

it('x', () => {
  const path = 'examples/part2-adr-catalog/tco-5yr-model.yaml';
  const source = parseSource(path, readFileSync(path, 'utf8'))!;
  const t = performance.now();
  const m = readCostModel(source);
  const b = baseOf(m);
  console.log('base', performance.now() - t);
  b.options.forEach((o, i) =>
    console.log(m.options[i]!.id, o.totals, o.total, o.npv, m.options[i]!.total, m.options[i]!.npv),
  );
  const t2 = performance.now();
  for (const r of sensitivityRows(m))
    for (const e of ['low', 'high'] as const) {
      const n = npvsAt(m, r, r[e]);
      const bad = m.options.filter((o) => n!.get(o.id) !== r.at.at(`npv_${e}`, o.id).number);
      console.log(r.driver, e, [...n!.values()].join(), bad.length);
    }
  console.log('sens', performance.now() - t2);
  for (const r of breakEvens(m)) {
    const n = npvsAt(m, r, r.value)!;
    console.log(r.driver, r.value, n.get('kinesis')! - n.get('kafka-msk')!, r.at.at('x-gap').number);
  }
});
it('speed', () => {
  const path = 'examples/part2-adr-catalog/tco-5yr-model.yaml';
  const text = readFileSync(path, 'utf8');
  for (let k = 0; k < 5; k++) {
    const N = 20;
    let a = 0,
      b = 0,
      c = 0;
    for (let i = 0; i < N; i++) {
      const t0 = performance.now();
      const source = parseSource(path, text + '#' + i)!;
      const t1 = performance.now();
      const m = readCostModel(source);
      baseOf(m);
      const t2 = performance.now();
      for (const r of sensitivityRows(m)) for (const e of ['low', 'high'] as const) npvsAt(m, r, r[e]);
      const t3 = performance.now();
      a += t1 - t0;
      b += t2 - t1;
      c += t3 - t2;
    }
    console.log('parse', a / N, 'base', b / N, 'sens', c / N);
  }
});

import { it } from 'vitest';
import { kitPaths, kitReport, kitText } from './kit-fixture.test-support';
import { LineIndex } from '../text/line-index';
it('x', () => {
  for (const p of kitPaths()) {
    const r = kitReport(p);
    if (!['rfc','diagram','adr','consensus-doc'].includes(r.kind ?? '')) { if (/adr-0|consensus|mmd|RFC/.test(p)) console.log('NOT MINE', p, r.kind, r.unrecognised); continue; }
    const bad = r.criteria.filter((c) => c.verdict !== 'pass' && c.verdict !== 'manual' && c.verdict !== 'not-applicable');
    console.log(p, r.kind, r.grade, bad.map((c) => `${c.id} ${c.verdict} ${c.reason ?? ''} ${c.because ?? ''}`).join(' | '));
    for (const f of r.findings) console.log('   ', f.id, f.severity, new LineIndex(kitText(p)).position(f.span.from).line, f.message, JSON.stringify(kitText(p).slice(f.span.from, f.span.to).slice(0, 80)));
  }
});

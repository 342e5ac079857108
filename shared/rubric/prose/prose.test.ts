import { describe, expect, it } from 'vitest';
import { kitPaths, kitReport, kitText } from '../../kinds/kit-fixture.test-support';
import { newCheckSession } from '../../studio';
import { applyEdits } from '../../text/edits/edit';
import type { Finding } from '../finding';
import { KitPacket } from '../kit-packet';
import { parseSource } from '../parse-source';
import { runCriterion } from '../run';
import { WAIVERS_FILE } from '../waivers/waiver';
import { waiveEdits } from '../waivers/write-waiver';
import { PROSE_REMARKS } from '.';
import { asCriterion, type Remark, remarksOf } from './remark';

const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';

function run(remark: Remark, path: string, text: string, template = false): readonly Finding[] {
  const source = parseSource(path, text);
  if (!source) throw new Error(`No format for ${path}`);
  const outcome = runCriterion(asCriterion(remark), {}, source, new KitPacket([]), template);
  expect(outcome.result.reason ?? '').not.toContain('broke');
  return remarksOf(outcome, path, null);
}

describe.each(PROSE_REMARKS.map((remark) => [remark.id, remark] as const))('%s', (_, remark) => {
  it.each(remark.examples.pass.map((example) => [example.source, example] as const))(
    'is silent: %s',
    (_, e) => {
      expect(run(remark, e.path ?? 'note.md', e.source)).toEqual([]);
    },
  );

  it.each(remark.examples.fail.map((example) => [example.source, example] as const))('speaks: %s', (_, e) => {
    const found = run(remark, e.path ?? 'note.md', e.source);
    expect(found.map(({ span }) => e.source.slice(span.from, span.to))).toEqual(e.at);
    expect(found.every(({ severity }) => severity === 'info')).toBe(true);
    for (const { fix } of found)
      if (fix) {
        const mended = applyEdits(e.source, fix.edits);
        expect(run(remark, e.path ?? 'note.md', mended)).toHaveLength(found.length - 1);
      }
  });

  it('leaves templates alone, and finishes on any text', () => {
    const [example] = remark.examples.fail;
    expect(run(remark, 'templates/note.md', example?.source ?? '', true)).toEqual([]);
    for (const text of ['', '\uFEFF', '---\n', '# a\n\n. . !?', '\u0000'.repeat(10), '| a |\n', '> > > x x'])
      run(remark, 'note.md', text);
    const start = performance.now();
    for (const unit of ['the ', 'is ', 'we think ', ', ', 'is really ', '"', 'In the context of , facing '])
      run(remark, 'note.md', `## Decision\n\n${unit.repeat(20_000)}.`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

it('rewrites a hedge where the sentence stands without it, and only there', () => {
  const hedges = PROSE_REMARKS.find(({ id }) => id === 'PROSE-02');
  if (!hedges) throw new Error('There are no hedges');
  const mended = (line: string) => {
    const source = `# Note\n\n${line}\n`;
    const edits = run(hedges, 'note.md', source).flatMap(({ fix }) => fix?.edits ?? []);
    return applyEdits(source, edits).slice(8, -1);
  };
  expect(mended('The log could possibly stop.')).toBe('The log could stop.');
  expect(mended('It perhaps might hold, and is somewhat slow.')).toBe('It might hold, and is slow.');
  for (const line of [
    'We believe that it might help.',
    'Hopefully it holds.',
    'It is somewhat of a risk.',
    'Perhaps might is right.',
    'It improved somewhat.',
    'It might\npossibly stop.',
  ])
    expect(mended(line)).toBe(line);
});

describe('remarks in a kit', () => {
  it('are none in the worked example', () => {
    const remarks = kitPaths()
      .map(kitReport)
      .filter(({ counterExample }) => !counterExample)
      .flatMap(({ path, findings }) =>
        findings
          .filter(({ id }) => id.startsWith('PROSE-'))
          .map(({ id, message }) => `${path} ${id} ${message}`),
      );
    expect(remarks).toEqual([]);
    expect(kitPaths().length).toBeGreaterThan(40);
  });

  const files = {
    'RFC-001-x.md': '# RFC-001: X\n\n## 1. Summary and ask\n\nWe replay the the log, somewhat late.\n',
  };
  const report = (more: Readonly<Record<string, string>> = {}) => {
    const session = newCheckSession('kit');
    for (const [path, text] of Object.entries({ ...files, ...more })) session.setFile(path, text);
    session.settle();
    const whole = session.report();
    const artifact = whole.artifacts.find(({ path }) => path === 'RFC-001-x.md');
    if (!artifact) throw new Error('The file was not judged');
    return { whole, artifact, prose: artifact.findings.filter(({ id }) => id.startsWith('PROSE-')) };
  };

  it('weigh nothing: grade, points and criteria are those of the text without them', () => {
    const { artifact, whole, prose } = report();
    expect(prose.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['PROSE-01 info', 'PROSE-02 info']);
    const clean = report({
      'RFC-001-x.md': files['RFC-001-x.md'].replace('the the', 'the').replace(', somewhat late', ', late'),
    });
    expect(artifact.criteria).toEqual(clean.artifact.criteria);
    expect([artifact.grade, artifact.points]).toEqual([clean.artifact.grade, clean.artifact.points]);
    expect(whole.summary).toEqual({ ...clean.whole.summary, info: clean.whole.summary.info + 2 });
  });

  it('can be switched off, limited to kinds, and given a weight among the findings', () => {
    const kit = (line: string) => ({ 'kit.yaml': `version: 1\nname: K\ncriteria:\n  ${line}\n` });
    expect(report(kit('PROSE-01: {severity: off}')).prose.map(({ id }) => id)).toEqual(['PROSE-02']);
    expect(report(kit('PROSE-01: {severity: off, kinds: [adr]}')).prose).toHaveLength(2);
    const raised = report(kit('PROSE-02: {severity: should}'));
    expect(raised.prose.map(({ severity }) => severity)).toEqual(['info', 'should']);
    expect(raised.artifact.criteria.some(({ id }) => id === 'PROSE-02')).toBe(false);
    expect(raised.artifact.points).toBe(report().artifact.points);
    expect(raised.whole.standard?.changes).toEqual([
      {
        id: 'PROSE-02',
        title: 'Sentences say what they claim',
        from: 'info',
        to: 'should',
        reason: null,
        kinds: [],
      },
    ]);
  });

  it('can be waived', () => {
    const found = report().prose.find(({ id }) => id === 'PROSE-02') as Finding;
    const words = { reason: 'His own words', by: 'Ada Quist', date: '2026-01-05' };
    const waiver = applyEdits('', waiveEdits(null, found, files['RFC-001-x.md'], words));
    const { prose } = report({ [WAIVERS_FILE]: waiver });
    expect(prose.map(({ id, waived }) => [id, waived?.by ?? null])).toEqual([
      ['PROSE-01', null],
      ['PROSE-02', 'Ada Quist'],
    ]);
  });

  it('come and go with edits, at their exact place', () => {
    const { gained, text } = mutated(RFC, (before) => before.replace('We propose', 'We propose propose'));
    expect(gained.map(({ id, span }) => [id, text.slice(span.from, span.to)])).toEqual([
      ['PROSE-01', 'propose propose'],
    ]);
  });
});

function mutated(path: string, change: (text: string) => string) {
  const session = newCheckSession('kit');
  const before = kitText(path);
  session.setFile(path, before);
  session.settle();
  const text = change(before);
  expect(text).not.toBe(before);
  session.setFile(path, text);
  session.settle();
  const gained = (session.artifact(path)?.findings ?? []).filter(({ id }) => id.startsWith('PROSE-'));
  return { gained, text };
}

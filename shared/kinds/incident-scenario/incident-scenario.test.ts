import { describe, expect, it } from 'vitest';
import { parseSource } from '../../rubric/parse-source';
import { gaps, kitReport, kitText, mutate, swap } from '../kit-fixture.test-support';
import { marksOf } from '../marks.test-support';
import { incidentScenario } from '.';

const PATH = 'scenarios/incident_scenario.json';
const { worse, expectWorse, line } = marksOf(PATH);

describe('the worked scenario', () => {
  it('has no gap, and is staff-ready', () => {
    const report = kitReport(PATH);
    expect(report.kind).toBe('incident-scenario');
    expect(report.part).toBe('X');
    expect(gaps(PATH)).toEqual([]);
    expect(report.grade).toBe('staff-ready');
  });

  it('decides all but what the tests of its generator prove', () => {
    const verdicts = kitReport(PATH).criteria.map((c) => `${c.id} ${c.verdict}`);
    expect(verdicts.filter((v) => v.startsWith('SC-'))).toEqual([
      'SC-01 pass',
      'SC-02 pass',
      'SC-03 pass',
      'SC-04 pass',
      'SC-05 pass',
      'SC-06 not-evaluated',
      'SC-07 not-evaluated',
    ]);
    expect(verdicts).toContain('GEN-04 pass');
    expect(verdicts).toContain('GEN-06 pass');
  });
});

describe('one change fails one criterion', () => {
  it('SC-01: a ref that two arrays use', () => {
    expectWorse(swap('"ref": "CHAT-03"', '"ref": "D-loader"'), {
      marks: [`SC-01 ${line('"ref": "CHAT-03"')}: "D-loader"`],
      failing: ['SC-01'],
    });
    const { report } = mutate(PATH, swap('"ref": "CHAT-03"', '"ref": "D-loader"'));
    const finding = report.findings.find((f) => f.id === 'SC-01');
    expect(finding?.message).toBe('D-loader already names a record in `deploys`');
    expect(finding?.related).toEqual([
      { path: PATH, span: spanOf('"D-loader"'), message: 'the first record with this ref' },
    ]);
  });

  it('SC-01: an array that is not there, told once', () => {
    expectWorse(swap('"tickets"', '"x-tickets"'), {
      marks: ['SC-01 2: "schema_version"'],
      failing: [
        'SC-01',
        'X-31 not-evaluated',
        'examples/part4-postmortem/contributing-factors.yaml CTF-02',
        'examples/part4-postmortem/timeline.yaml TL-04',
      ],
    });
    expectWorse(swap('"pipeline_counters"', '"x-counters"'), {
      marks: ['SC-01 2: "schema_version"'],
      failing: [
        ...['SC-01', 'SC-03', 'SC-04', 'X-32 not-evaluated'],
        'examples/part4-postmortem/impact-assessment.yaml DAT-03 not-evaluated',
      ],
    });
  });

  it('SC-02: a record out of order, and one after the window', () => {
    const second = '"2024-03-12T09:05:00Z"';
    const at = line(second, '"ref": "D-checkout-five"');
    expectWorse(swap(second, '"2024-03-12T07:05:00Z"', '"ref": "D-checkout-five"'), {
      marks: [`SC-02 ${at}: "2024-03-12T07:05:00Z"`],
      failing: ['SC-02'],
    });
    const last = '"2024-03-12T21:55:00Z"';
    expectWorse(swap(last, '"2024-03-13T00:00:00Z"', '"ref": "RPL-16"'), {
      marks: [`SC-02 ${line(last, '"ref": "RPL-16"')}: "2024-03-13T00:00:00Z"`],
      failing: ['SC-02'],
    });
  });

  it('SC-02: a metric point and a cleared alert count too', () => {
    const point = '"t": "2024-03-12T08:30:00Z"';
    expect(worse(swap(point, '"t": "2024-03-12T07:30:00Z"', '"ref": "MET-02"')).marks).toEqual([
      `SC-02 ${line(point, '"ref": "MET-02"')}: "2024-03-12T07:30:00Z"`,
    ]);
    const cleared = '"cleared": "';
    const { marks } = worse(swap(cleared, '"cleared": "not ', '"alerts"'));
    expect(marks).toEqual([expect.stringMatching(/^SC-02 \d+: "not 2024-03-12T/)]);
  });

  it('SC-02: a window of no length marks the window and not each record', () => {
    const end = '"2024-03-12T23:59:59Z"';
    expectWorse(swap(end, '"2024-03-10T23:59:59Z"'), {
      marks: [`SC-02 ${line(end)}: "2024-03-10T23:59:59Z"`],
      failing: ['SC-02'],
    });
  });

  it('SC-03: more log lines than anyone reads', () => {
    const logs = JSON.parse(kitText(PATH)).logs as { ref: string }[];
    const lines = Array.from({ length: 122 }, (_, i) => JSON.stringify({ ...logs[0], ref: `LOG-more-${i}` }));
    expectWorse(swap('"logs": [', `"logs": [${lines.join(', ')},`), {
      marks: [`SC-03 ${line('"logs"')}: "logs"`],
      failing: ['SC-03'],
    });
    const one = swap('"logs": [', `"logs": [${lines.slice(0, 121).join(', ')},`);
    expect(worse(one)).toEqual({ marks: [], failing: [] });
  });

  it('SC-04: a window that loses one record', () => {
    expectWorse(swap('"records_out": 130832', '"records_out": 130831'), {
      marks: [`SC-04 ${line('"records_in"', '"ref": "CNT-0800"')}: 130892`],
      failing: ['SC-04'],
    });
    const { report } = mutate(PATH, swap('"records_out": 130832', '"records_out": 130831'));
    expect(report.findings.find((f) => f.id === 'SC-04')?.message).toBe(
      'CNT-0800: 130892 records in, but 130831 + 60 + 0 = 130891 accounted for',
    );
  });

  it('SC-05: a message that knows the answer', () => {
    const message = 'Watching.';
    expectWorse(swap(message, 'Root cause found, see CF-01.'), {
      marks: [`SC-05 ${line(message)}: Root cause`, `SC-05 ${line(message)}: CF-01`],
      failing: ['SC-05'],
    });
  });

  it('GEN-06: a scenario without its incident id', () => {
    expectWorse(swap('"incident_id": "INC-2024-0312",', ''), {
      marks: [`GEN-06 ${line('"metadata"')}: "metadata"`],
      failing: ['GEN-06'],
    });
  });
});

describe('the format', () => {
  it('names fields that SC-01 leaves to it', () => {
    const { schema, failing } = mutate(PATH, swap('"weight_pct": 100', '"weight_pct": "100 %"'));
    expect(schema.map((f) => `${f.text}: ${f.message}`)).toEqual([
      '"100 %": deploys[0].weight_pct must be a whole number, found "100 %"',
    ]);
    expect(failing).toEqual([]);
  });
});

describe('what others may rely on', () => {
  const source = parseSource(PATH, kitText(PATH));
  if (!source) throw new Error('The scenario has no format');
  const model = incidentScenario.read(source);
  const facts = incidentScenario.facts(model, source);

  it('names services, topics, the incident and its window', () => {
    const names = (type: string) => facts.filter((f) => f.type === type);
    expect(names('service')).toHaveLength(16);
    expect(names('topic')).toHaveLength(12);
    expect(names('service').map((f) => ('name' in f ? f.name : ''))).toContain('order-enricher');
    expect(names('value')).toEqual([
      { type: 'value', name: 'incident-id', value: 'INC-2024-0312', span: spanOf('"INC-2024-0312"') },
      {
        type: 'value',
        name: 'window-start',
        value: '2024-03-11T23:00:00Z',
        span: spanOf('"2024-03-11T23:00:00Z"'),
      },
    ]);
  });

  it('offers each record under its ref, with its time', () => {
    const refs = facts.flatMap((f) => (f.type === 'record' && f.set === 'scenario-ref' ? [f] : []));
    expect(refs).toHaveLength(386);
    expect(refs.find((f) => f.id === 'CHAT-10')).toMatchObject({
      set: 'scenario-ref',
      fields: { array: 'chat', t: expect.stringMatching(/^2024-03-12T14:20/) },
      span: spanOf('"CHAT-10"'),
    });
  });

  it('is shown as tables of what there is', () => {
    const blocks = incidentScenario.preview?.(model, source) ?? [];
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(tables.map((t) => [t.caption, t.rows.length])).toEqual([
      ['25 deploys, changes and alerts in their order, times in UTC', 25],
      ['Evidence: 479 log, counter and metric records, 203 of them metric points', 10],
      ['16 services', 16],
      ['12 topics', 12],
    ]);
    expect(tables[1]?.rows[3]?.cells.map((c) => c.text)).toEqual([
      'Log lines',
      '168',
      '2024-03-12T08:01:35Z',
      expect.stringMatching(/^2024-03-12T2/),
    ]);
    expect(blocks[0]).toMatchObject({ kind: 'entries' });
  });
});

function spanOf(text: string): { from: number; to: number } {
  const from = kitText(PATH).indexOf(text);
  return { from, to: from + text.length };
}

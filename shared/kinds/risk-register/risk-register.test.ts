import { describe, expect, it } from 'vitest';
import { all, gaps, kitBlocks, kitReport, kitText, mutate, swap } from '../kit-fixture.test-support';
import { marksOf } from '../marks.test-support';

const PATH = 'examples/part1-design-doc/risk-register.json';
const { worse, expectWorse, line } = marksOf(PATH);

/** A change inside one risk: the first occurrence behind its id. */
const inRisk = (id: string, from: string, to: string) => swap(from, to, `"id": "${id}"`);

/** Takes a field of a risk out, with its line and comma. */
const without = (id: string, field: string) => (text: string) => {
  const at = text.indexOf(`"id": "${id}"`);
  const from = text.indexOf(`      "${field}": `, at);
  return text.slice(0, from) + text.slice(text.indexOf('\n', from) + 1);
};

const idLine = (id: string) => line(`"id": "${id}"`);

describe('the worked register', () => {
  it('has no gap that a reader would stop at or see', () => {
    expect(gaps(PATH)).toEqual([]);
    expect(kitReport(PATH)).toMatchObject({ kind: 'risk-register', grade: 'staff-ready' });
    const open = kitReport(PATH).criteria.filter((c) => c.verdict !== 'pass' && c.verdict !== 'manual');
    expect(open.map((c) => `${c.id} ${c.verdict}`)).toEqual([
      'GEN-05 not-applicable',
      'GEN-07 not-applicable',
      'GEN-08 not-applicable',
      'RR-09 not-applicable',
    ]);
  });

  it('has one critical, five high, five medium and one low risk', () => {
    const first = kitBlocks(PATH)[0];
    expect(first).toMatchObject({
      kind: 'paragraph',
      text: '12 risks: 1 critical, 5 high, 5 medium, 1 low. Realised: R-03.',
    });
  });
});

describe('deleting what stops the work', () => {
  it.each(['R-01', 'R-03', 'R-06', 'R-08', 'R-09', 'R-10'])(
    '%s without its rollback_trigger gives exactly RR-03 at that risk',
    (id) => {
      const change = without(id, 'rollback_trigger');
      expectWorse(change, { marks: [`RR-03 ${idLine(id)}: "${id}"`], failing: ['RR-03'] });
      expect(mutate(PATH, change).schema).toEqual([]);
    },
  );

  it('R-02, a medium risk, may do without', () => {
    expect(worse(without('R-02', 'rollback_trigger'))).toEqual({ marks: [], failing: [] });
  });
});

describe('taking out the decisive passage', () => {
  it('RR-01: a score that is not the product, with the product as the repair', () => {
    const change = inRisk('R-05', '"score": 9', '"score": 8');
    expectWorse(change, {
      marks: [`RR-01 ${line('"score"', '"id": "R-05"')}: 8`],
      failing: ['RR-01'],
    });
    const fix = mutate(PATH, change).report.findings.find((f) => f.id === 'RR-01')?.fix;
    expect(fix?.edits.map((edit) => edit.insert)).toEqual(['9']);
  });

  it('RR-01: a level of another band', () => {
    expectWorse(inRisk('R-03', '"level": "critical"', '"level": "high"'), {
      marks: [`RR-01 ${line('"level"', '"id": "R-03"')}: "high"`],
      failing: ['RR-01'],
    });
  });

  it('RR-01: a residual score that is not its own product', () => {
    expectWorse(inRisk('R-03', '"score": 10', '"score": 5'), {
      marks: [`RR-01 ${line('"score": 10', '"id": "R-03"')}: 5`],
      failing: ['RR-01'],
    });
  });

  it('RR-02: a misspelt owner, two owners, a team', () => {
    const owner = line('"owner"', '"id": "R-07"');
    for (const name of ['Tomas Adeyinka', 'Tomasz Adeyinka and Yuki Brannigan', 'Data Reliability']) {
      expectWorse(inRisk('R-07', '"Tomasz Adeyinka"', `"${name}"`), {
        marks: [`RR-02 ${owner}: "${name}"`],
        // The rule about names leaves a misspelt one to the register.
        failing: name === 'Tomas Adeyinka' ? ['RR-02', 'X-22'] : ['RR-02'],
      });
    }
    const hint = mutate(PATH, inRisk('R-07', 'Tomasz', 'Tomas')).report.findings.find(
      (f) => f.id === 'RR-02',
    )?.hint;
    expect(hint).toBe('The nearest name is Tomasz Adeyinka.');
  });

  it('RR-03: a rollback trigger without a number, and a mitigation in two words', () => {
    const trigger = 'duplicate rate > 0.01 % for 60 min: billing reads batch again inside 45 min';
    expectWorse(inRisk('R-06', trigger, 'when advertisers complain'), {
      marks: [`RR-03 ${line(trigger)}: "when advertisers complain"`],
      failing: ['RR-03'],
    });
    const mitigation =
      'P4 opens only after 30 days without a batch fallback; jobs are paused first and deleted last.';
    expectWorse(swap(mitigation, 'Monitor closely'), {
      marks: [`RR-03 ${line(mitigation)}: "Monitor closely"`],
      failing: ['RR-03'],
    });
  });

  it('RR-04: a high risk whose threshold has no number', () => {
    expectWorse(inRisk('R-01', '"> 2.15 FTE"', '"too high"'), {
      marks: [`RR-04 ${line('"threshold"', '"id": "R-01"')}: "too high"`],
      failing: ['RR-04'],
    });
  });

  it('RR-04: below 80 % the medium ones count too', () => {
    const vague = ['R-02', 'R-04', 'R-05'].map((id) => (text: string) => {
      const at = text.indexOf('"threshold": "', text.indexOf(`"id": "${id}"`)) + '"threshold": "'.length;
      return `${text.slice(0, at)}${'too much'}${text.slice(text.indexOf('"', at))}`;
    });
    expect(worse(all(...vague)).failing).toEqual(['RR-04']);
    expect(worse(all(...vague)).marks).toHaveLength(3);
    expect(worse(all(...vague.slice(0, 2))).failing).toEqual([]);
  });

  it('RR-05: the critical risk without an alert, as it stood before 2024-03-22', () => {
    const wire = '"threshold": "> 0.1 % for 10 min",\n        "alert_id": "ALR-completeness-orderline"';
    expectWorse(swap(wire, '"threshold": "> 0.1 % for 10 min"'), {
      marks: [`RR-05 ${line('"trigger"', '"id": "R-03"')}: "trigger"`],
      failing: ['RR-05'],
    });
  });

  it('RR-06: a cause in one word, and a consequence that repeats the event', () => {
    const cause = 'Replay shares Flink capacity and sink throughput with live traffic';
    expectWorse(swap(cause, 'Capacity'), {
      marks: [`RR-06 ${line(cause)}: "Capacity"`],
      failing: ['RR-06'],
    });
    const event = 'Rebuilding a lost day may take longer than the day itself';
    const consequence = 'Facts stay wrong for more than 24 h and goal G3 is missed';
    expectWorse(swap(consequence, event), {
      marks: [`RR-06 ${line(consequence)}: "${event}"`],
      failing: ['RR-06'],
    });
  });

  it('RR-07: a mitigation that lowers nothing', () => {
    const change = swap(
      '"likelihood": 2,\n        "impact": 1,\n        "score": 2',
      '"likelihood": 2,\n        "impact": 2,\n        "score": 4',
      '"id": "R-11"',
    );
    expectWorse(change, {
      marks: [`RR-07 ${line('"score": 2', '"id": "R-11"')}: 4`],
      failing: ['RR-07'],
    });
  });

  it('RR-08: too few people own too much', () => {
    const keep = ['Yuki Brannigan', 'Odalys Petrov', 'Baptiste Nwosu'];
    const change = (text: string) =>
      text.replace(/"owner": "([^"]+)",\n( {6})"response"/g, (all_, owner: string, indent: string) =>
        keep.includes(owner) ? all_ : `"owner": "Yuki Brannigan",\n${indent}"response"`,
      );
    expectWorse(change, { marks: [`RR-08 ${line('"risks"')}: "risks"`], failing: ['RR-08'] });
  });

  it('RR-08 alone tells that there are no risks', () => {
    const change = (text: string) => `${text.slice(0, text.indexOf('"risks"'))}"risks": []\n}\n`;
    const { marks, failing } = worse(change);
    expect(marks).toEqual([`RR-08 ${line('"risks"')}: "risks"`]);
    expect(failing).toEqual([
      'RR-01',
      'RR-02',
      'RR-03',
      'RR-04',
      'RR-05',
      'RR-06',
      'RR-07',
      'RR-08',
      'RR-09',
      'X-11 not-evaluated',
      'X-12 not-evaluated',
      'X-42 not-evaluated',
      'examples/part3-architecture-review/quality-attribute-scenarios.yaml QA-C3 not-evaluated',
      'examples/part4-postmortem/contributing-factors.yaml CTF-02 not-evaluated',
    ]);
  });

  it('RR-09: an accepted risk that says neither who nor until when', () => {
    const note = 'Prices are re-read with each quarterly effort report and the model is rerun.';
    const accept = inRisk('R-11', '"response": "mitigate"', '"response": "accept"');
    expectWorse(accept, { marks: [`RR-09 ${line(note)}: "${note}"`], failing: ['RR-09'] });
    const said = inRisk(
      'R-11',
      '"reviewed"',
      '"x-note": "Accepted by Baptiste Nwosu until 2024-10-16.", "reviewed"',
    );
    expect(worse(accept, said)).toEqual({ marks: [], failing: ['RR-09 pass'] });
  });
});

describe('the format', () => {
  it('names a band that is not the common one, and a key it does not know', () => {
    const change = all(
      swap('      5,\n      9\n', '      5,\n      8\n'),
      swap('"status": "open"', '"state": "open"', '"id": "R-02"'),
    );
    const { schema } = mutate(PATH, change);
    expect(schema.map((f) => `${f.line}: ${f.text}`)).toEqual([
      '29: 8',
      `${idLine('R-02')}: "id"`,
      expect.stringContaining('"state"'),
    ]);
  });

  it('wants every id once', () => {
    const { schema, failing } = mutate(PATH, swap('"id": "R-05"', '"id": "R-04"'));
    expect(schema.map((f) => `${f.line}: ${f.text}: ${f.message}`)).toEqual([
      `${idLine('R-05')}: "R-04": R-04 stands twice in this list`,
    ]);
    // The plan still carries the risk that has lost its id.
    expect(failing).toEqual(['X-11', 'examples/part1-design-doc/rollout-plan.yaml RO-05']);
  });

  it('is the one every risk of the worked file has', () => {
    expect(kitReport(PATH).findings.filter((f) => f.id === 'schema')).toEqual([]);
    expect(JSON.parse(kitText(PATH)).risks).toHaveLength(12);
  });
});

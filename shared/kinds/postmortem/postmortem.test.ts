import { describe, expect, it } from 'vitest';
import { expectBreaks } from '../broken-criterion.test-support';
import { all, gaps, kitReport, mutate, swap } from '../kit-fixture.test-support';
import { postmortem } from '.';

const PATH = 'examples/part4-postmortem/INC-2024-0312-postmortem.md';

/** The change breaks the criterion at these texts; of the rest, only what is named. */
const breaks = (
  id: string,
  at: readonly string[],
  change: (text: string) => string,
  also: readonly string[] = [],
) => expectBreaks({ id, path: PATH, change, at, also });

/** What became worse, as `criterion: exact text`. */
const worse = (...changes: readonly ((text: string) => string)[]) => {
  const mutated = mutate(PATH, all(...changes));
  return { marks: mutated.findings.map((f) => `${f.id}: ${f.text}`), failing: mutated.failing, mutated };
};

describe('the worked postmortem', () => {
  it('has no gap that a reader would stop at or see', () => {
    expect(gaps(PATH)).toEqual([]);
    expect(kitReport(PATH).kind).toBe('postmortem');
    expect(kitReport(PATH).grade).toBe('staff-ready');
  });

  it('decides every automatic criterion', () => {
    const undecided = kitReport(PATH).criteria.filter((c) => c.verdict !== 'pass' && c.verdict !== 'manual');
    // Nothing in it was copied from an example.
    expect(undecided.map((c) => `${c.id} ${c.verdict}`)).toEqual(['GEN-08 not-applicable']);
    expect(postmortem.rubric.filter((c) => c.mode === 'auto')).toHaveLength(13);
  });
});

describe('taking out the decisive passage', () => {
  it('PM-01: a detection before the start', () => {
    const { marks, failing } = worse(swap('detected: "2024-03-12T14:20Z"', 'detected: "2024-03-12T09:04Z"'));
    expect(marks.filter((m) => m.startsWith('PM-01'))).toEqual(['PM-01: 2024-03-12T09:04Z']);
    // The durations are computed from the same time.
    expect(failing).toEqual(['PM-01', 'PM-06', 'X-29', 'X-31']);
  });

  it('PM-01: an end that is not the mitigation', () => {
    const { marks } = worse(swap('end: "2024-03-12T15:10Z"', 'end: "2024-03-12T15:25Z"'));
    expect(marks).toEqual(['PM-01: 2024-03-12T15:25Z', 'PM-06: 365 min']);
  });

  it('PM-01: a time that is missing leaves the durations undecided', () => {
    const mutated = breaks('PM-01', ['id: INC-2024-0312'], swap('resolved: "2024-03-12T23:20Z"\n', ''), [
      'PM-06 not-evaluated',
      'PM-12 not-evaluated',
    ]);
    expect(mutated.report.criteria.find((c) => c.id === 'PM-06')?.verdict).toBe('not-evaluated');
  });

  it('PM-02: a section that is missing is told once', () => {
    const mutated = breaks(
      'PM-02',
      ['## Root causes and contributing factors'],
      swap('## Trigger\n', '### Release\n'),
      ['PM-07'],
    );
    expect(mutated.report.criteria.find((c) => c.id === 'PM-07')?.because).toBe('PM-02');
  });

  it('PM-03: a name in the timeline, with the role as the repair', () => {
    const change = swap('Demand Lift switched off', 'Imani Rusk switched Demand Lift off');
    const mutated = breaks('PM-03', ['Imani Rusk'], change);
    const fix = mutated.report.findings.find((f) => f.id === 'PM-03')?.fix;
    expect(fix?.edits.map((e) => e.insert)).toEqual(['Ads Revenue PM']);
  });

  it('PM-03: a word that blames, anywhere', () => {
    const change = swap('- Only checkout', '- Simply put, only checkout');
    breaks('PM-03', ['Simply'], change);
  });

  it('PM-04: a value in words', () => {
    const change = swap('| $58,300 | permanent |', '| a great deal | permanent |');
    breaks('PM-04', ['a great deal'], change);
  });

  it('PM-04: lost data without its fate', () => {
    const change = swap('| 5,367,722 events | recovered |', '| 5,367,722 events | open |');
    breaks('PM-04', ['Order-line events dropped'], change);
  });

  it('PM-05: a row out of order', () => {
    const change = swap('| 2024-03-12T15:25Z |', '| 2024-03-12T14:25Z |');
    breaks('PM-05', ['2024-03-12T14:25Z'], change, ['X-31 not-evaluated']);
  });

  it('PM-05: a moment that nothing carries', () => {
    const change = swap('| resolution | CHAT-46 |', '| action | CHAT-46 |');
    breaks('PM-05', ['| Time (UTC) | Event | Tag | Source |'], change);
  });

  it('PM-06: a duration that does not follow', () => {
    const change = swap('| 315 min |', '| 310 min |');
    breaks('PM-06', ['310 min'], change, ['X-33 not-evaluated']);
  });

  it('PM-06: the declaration is taken from the timeline', () => {
    const { marks } = worse(swap('| 2024-03-12T14:34Z |', '| 2024-03-12T14:36Z |'));
    expect(marks).toEqual(['X-31: 2024-03-12T14:36Z', 'PM-06: 14 min']);
  });

  it('PM-07: factors without their ids', () => {
    const change = (text: string) => {
      const from = text.indexOf('## Root causes');
      const to = text.indexOf('## Trigger');
      return text.slice(0, from) + text.slice(from, to).replaceAll(/CF-0[4-9]/g, 'CF-01') + text.slice(to);
    };
    // Three distinct ids are left.
    breaks('PM-07', ['## Root causes and contributing factors'], change);
  });

  it('PM-07: the categories come from the factors file', () => {
    expectBreaks({
      id: 'PM-07',
      path: PATH,
      in: 'examples/part4-postmortem/contributing-factors.yaml',
      change: (text) => text.replaceAll(/category: ".*"/g, 'category: "Measurement"'),
      at: ['## Root causes and contributing factors'],
      also: ['examples/part4-postmortem/contributing-factors.yaml CTF-01'],
    });
  });

  it('PM-08: an action without an owner', () => {
    const change = swap('| guardrail | Imani Rusk |', '| guardrail |  |');
    breaks('PM-08', ['AI-08'], change);
  });

  it('PM-09: an objective without its id', () => {
    const change = (text: string) => {
      const from = text.indexOf('## SLO and error budget');
      const to = text.indexOf('## Action items');
      return (
        text.slice(0, from) + text.slice(from, to).replaceAll(/SLO-0\d/g, 'The objective') + text.slice(to)
      );
    };
    breaks('PM-09', ['## SLO and error budget'], change);
  });

  it('PM-10: two items of luck', () => {
    const cut = (text: string) => {
      const lines = text.split('\n');
      const at = lines.indexOf('## Where we got lucky');
      lines.splice(at + 2, 2);
      return lines.join('\n');
    };
    breaks('PM-10', ['## Where we got lucky'], cut);
  });

  it('PM-11: a timeline without wrong turns', () => {
    const change = (text: string) => text.replaceAll(/red herrings?|ruled out/gi, 'noise');
    breaks('PM-11', ['## Timeline (UTC)'], change);
  });

  it('PM-12: eleven business days', () => {
    const change = swap('published: "2024-03-22"', 'published: "2024-03-27"');
    breaks('PM-12', ['2024-03-27'], change);
  });

  it('PM-13: nothing of what was known', () => {
    const change = (text: string) => text.replaceAll(/(?<![A-Z])(?:R|D|TW)-0\d/g, 'It');
    breaks('PM-13', ['## What we knew beforehand'], change, ['X-42 not-evaluated']);
  });
});

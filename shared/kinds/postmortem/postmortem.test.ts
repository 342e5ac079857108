import { describe, expect, it } from 'vitest';
import { all, gaps, kitReport, mutate, swap } from '../kit-fixture.test-support';
import { postmortem } from '.';

const PATH = 'examples/part4-postmortem/INC-2024-0312-postmortem.md';

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
    expect(undecided).toEqual([]);
    expect(postmortem.rubric.filter((c) => c.mode === 'auto')).toHaveLength(13);
  });
});

describe('taking out the decisive passage', () => {
  it('PM-01: a detection before the start', () => {
    const { marks, failing } = worse(swap('detected: "2024-03-12T14:20Z"', 'detected: "2024-03-12T09:04Z"'));
    expect(marks.filter((m) => m.startsWith('PM-01'))).toEqual(['PM-01: 2024-03-12T09:04Z']);
    // The durations are computed from the same time.
    expect(failing).toEqual(['PM-01', 'PM-06']);
  });

  it('PM-01: an end that is not the mitigation', () => {
    const { marks } = worse(swap('end: "2024-03-12T15:10Z"', 'end: "2024-03-12T15:25Z"'));
    expect(marks).toEqual(['PM-01: 2024-03-12T15:25Z', 'PM-06: 365 min']);
  });

  it('PM-01: a time that is missing leaves the durations undecided', () => {
    const { marks, mutated } = worse(swap('resolved: "2024-03-12T23:20Z"\n', ''));
    expect(marks).toEqual(['PM-01: id: INC-2024-0312']);
    expect(mutated.report.criteria.find((c) => c.id === 'PM-06')?.verdict).toBe('not-evaluated');
  });

  it('PM-02: a section that is missing is told once', () => {
    const { marks, failing, mutated } = worse(swap('## Trigger\n', '### Release\n'));
    expect(marks).toEqual(['PM-02: ## Root causes and contributing factors']);
    expect(failing).toEqual(['PM-02', 'PM-07']);
    expect(mutated.report.criteria.find((c) => c.id === 'PM-07')?.because).toBe('PM-02');
  });

  it('PM-03: a name in the timeline, with the role as the repair', () => {
    const { marks, failing, mutated } = worse(
      swap('Demand Lift switched off', 'Imani Rusk switched Demand Lift off'),
    );
    expect(marks).toEqual(['PM-03: Imani Rusk']);
    expect(failing).toEqual(['PM-03']);
    const fix = mutated.report.findings.find((f) => f.id === 'PM-03')?.fix;
    expect(fix?.edits.map((e) => e.insert)).toEqual(['Ads Revenue PM']);
  });

  it('PM-03: a word that blames, anywhere', () => {
    const { marks, failing } = worse(swap('- Only checkout', '- Simply put, only checkout'));
    expect(marks).toEqual(['PM-03: Simply']);
    expect(failing).toEqual(['PM-03']);
  });

  it('PM-04: a value in words', () => {
    const { marks, failing } = worse(swap('| $58,300 | permanent |', '| a great deal | permanent |'));
    expect(marks).toEqual(['PM-04: a great deal']);
    expect(failing).toEqual(['PM-04']);
  });

  it('PM-04: lost data without its fate', () => {
    const { marks } = worse(swap('| 5,367,722 events | recovered |', '| 5,367,722 events | open |'));
    expect(marks).toEqual(['PM-04: Order-line events dropped']);
  });

  it('PM-05: a row out of order', () => {
    const { marks, failing } = worse(swap('| 2024-03-12T15:25Z |', '| 2024-03-12T14:25Z |'));
    expect(marks).toEqual(['PM-05: 2024-03-12T14:25Z']);
    expect(failing).toEqual(['PM-05']);
  });

  it('PM-05: a moment that nothing carries', () => {
    const { marks } = worse(swap('| resolution | CHAT-46 |', '| action | CHAT-46 |'));
    expect(marks).toEqual(['PM-05: | Time (UTC) | Event | Tag | Source |']);
  });

  it('PM-06: a duration that does not follow', () => {
    const { marks, failing } = worse(swap('| 315 min |', '| 310 min |'));
    expect(marks).toEqual(['PM-06: 310 min']);
    expect(failing).toEqual(['PM-06']);
  });

  it('PM-06: the declaration is taken from the timeline', () => {
    const { marks } = worse(swap('| 2024-03-12T14:34Z |', '| 2024-03-12T14:36Z |'));
    expect(marks).toEqual(['X-31: 2024-03-12T14:36Z', 'PM-06: 14 min']);
  });

  it('PM-07: factors without their ids', () => {
    const { marks, failing } = worse((text) => {
      const from = text.indexOf('## Root causes');
      const to = text.indexOf('## Trigger');
      return text.slice(0, from) + text.slice(from, to).replaceAll(/CF-0[4-9]/g, 'CF-01') + text.slice(to);
    });
    // Three distinct ids are left.
    expect(marks).toEqual(['PM-07: ## Root causes and contributing factors']);
    expect(failing).toEqual(['PM-07']);
  });

  it('PM-07: the categories come from the factors file', () => {
    const mutated = mutate(
      'examples/part4-postmortem/contributing-factors.yaml',
      (text) => text.replaceAll(/category: ".*"/g, 'category: "Measurement"'),
      PATH,
    );
    expect(mutated.findings.map((f) => [f.id, f.text])).toEqual([
      ['PM-07', '## Root causes and contributing factors'],
    ]);
  });

  it('PM-08: an action without an owner', () => {
    const { marks, failing } = worse(swap('| guardrail | Imani Rusk |', '| guardrail |  |'));
    expect(marks).toEqual(['PM-08: AI-08']);
    expect(failing).toEqual(['PM-08']);
  });

  it('PM-09: an objective without its id', () => {
    const { marks, failing } = worse((text) => {
      const from = text.indexOf('## SLO and error budget');
      const to = text.indexOf('## Action items');
      return (
        text.slice(0, from) + text.slice(from, to).replaceAll(/SLO-0\d/g, 'The objective') + text.slice(to)
      );
    });
    expect(marks).toEqual(['PM-09: ## SLO and error budget']);
    expect(failing).toEqual(['PM-09']);
  });

  it('PM-10: two items of luck', () => {
    const cut = (text: string) => {
      const lines = text.split('\n');
      const at = lines.indexOf('## Where we got lucky');
      lines.splice(at + 2, 2);
      return lines.join('\n');
    };
    const { marks, failing } = worse(cut);
    expect(marks).toEqual(['PM-10: ## Where we got lucky']);
    expect(failing).toEqual(['PM-10']);
  });

  it('PM-11: a timeline without wrong turns', () => {
    const { marks, failing } = worse((text) => text.replaceAll(/red herrings?|ruled out/gi, 'noise'));
    expect(marks).toEqual(['PM-11: ## Timeline (UTC)']);
    expect(failing).toEqual(['PM-11']);
  });

  it('PM-12: eleven business days', () => {
    const { marks, failing } = worse(swap('published: "2024-03-22"', 'published: "2024-03-27"'));
    expect(marks).toEqual(['PM-12: 2024-03-27']);
    expect(failing).toEqual(['PM-12']);
  });

  it('PM-13: nothing of what was known', () => {
    const { marks, failing } = worse((text) => text.replaceAll(/(?<![A-Z])(?:R|D|TW)-0\d/g, 'It'));
    expect(marks.filter((m) => m.startsWith('PM'))).toEqual(['PM-13: ## What we knew beforehand']);
    expect(failing.filter((id) => id.startsWith('PM'))).toEqual(['PM-13']);
  });
});

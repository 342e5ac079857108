import { expect, it } from 'vitest';
import { newCheckSession } from '../../studio';

const PATH = 'INC-2024-0001-postmortem.md';

/** A short report in the form of the SRE book, with its header in lines and its sections in another order than ours. */
const SRE = `# Search answered nothing for an hour

**Date:** 2024-05-02

**Authors:** Ada Example

**Status:** final

## Summary

Search returned no results for 61 min on 2024-05-02.

## Root causes

The index builder kept one shard, and queries failed to reach the others.

## Action items

- Alert on empty answers.
- Build two shards.

## Lessons learned

### What went well

- The page fired.

### What went poorly

- Nobody had a runbook.

### Where we got lucky

- It was night.

## Timeline

Times are in CET.

| When | What |
| --- | --- |
| 2024-05-02 01:10 | Deployed the builder, which triggered a rebuild |
| 2024-05-02 01:20 | Declared an incident; the search for the cause began |
| 2024-05-02 02:11 | Rolled back |

## Supporting information

- [Dashboard](https://example.org/board)
`;

function check(text: string) {
  const session = newCheckSession('Kit');
  session.setFile(PATH, text);
  session.settle();
  const report = session.artifact(PATH);
  if (!report) throw new Error('No report');
  const found = (id: string) =>
    report.findings
      .filter((f) => f.id === id)
      .map((f) => [text.slice(f.span.from, f.span.to), f.message] as const);
  return { report, found };
}

it('a report in the form of the SRE book is told what it lacks, and nothing that it has', () => {
  const { found, report } = check(SRE);
  expect(found('GEN-06')).toEqual([
    ['Date', 'The header stands in lines of text instead of front matter and lacks `id`'],
  ]);
  expect(found('PM-02')).toEqual([
    [
      '## Summary',
      'The sections "Impact", "Detection", "Response" and "Recovery" are missing; their place is after "Summary"',
    ],
    [
      '## Root causes',
      'The sections "Trigger" and "SLO and error budget" are missing; their place is after "Root causes"',
    ],
    ['## Timeline', '"Timeline" is out of order; its place is after "Summary"'],
  ]);
  expect(found('PM-03')).toEqual([]);
  expect(found('PM-10').map(([at]) => at)).toEqual([
    '### What went well',
    '### What went poorly',
    '### Where we got lucky',
  ]);
  expect(report.criteria.find(({ id }) => id === 'GEN-04')).toMatchObject({ because: 'PM-05' });
});

it('its times are read, but not as UTC', () => {
  const { found } = check(SRE);
  expect(found('PM-05').map(([at, message]) => [at.slice(0, 16), message])).toEqual([
    ['Times are in CET', 'The timeline is in CET; write its times in UTC'],
    ['| When | What |', 'The timeline has 3 rows of 15'],
    [
      '| When | What |',
      'No row is marked as the trigger, the impact start, the detection, the mitigation, the recovery or the resolution',
    ],
  ]);
  const utc = check(SRE.replace('in CET', 'in UTC'));
  expect(utc.found('PM-05').map(([at]) => at)).toEqual(['| When | What |', '| When | What |']);
  expect(utc.report.criteria.find(({ id }) => id === 'GEN-04')?.verdict).toBe('pass');
});

import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { addKeys } from '../../../rubric/repairs/add-keys';
import { writeTime, writeValue } from '../../../rubric/repairs/write-value';
import { HEADER } from '../header-blanks';
import { type Postmortem, TIMES, type TimeName } from '../model';

/** What happens when, in words. */
const MEANING: Readonly<Record<TimeName, string>> = {
  start: 'the impact starts',
  detected: 'someone notices',
  mitigated: 'the impact stops',
  resolved: 'the incident is over',
  end: 'the impact ends',
};
const SEQUENCE = ['start', 'detected', 'mitigated', 'resolved'] as const;

/** PM-01. */
export const headerTimes: AutoCriterion<Postmortem> = {
  id: 'PM-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The header times are present and in order',
  failTitle: 'The header times are missing or out of order',
  why: 'Every duration in the report rests on these five times; a committee that finds one out of order checks nothing else.',
  hint: 'Fill start, detected, mitigated, resolved and end from the timeline, as 2024-03-12T14:20Z; end is when the impact stopped.',
  sources: ['SREB'],
  check: ({ model, source }) => {
    if (source.problems.length > 0 && model.header.node === null) return failBecause('GEN-01');
    if (model.header.node === null) return failBecause('GEN-06');
    const problems: Problem[] = [];
    for (const name of TIMES) {
      const at = model.header.at(name);
      if (model.time(name) !== null) continue;
      const wanted = at.exists
        ? `"${at.spelled ?? ''}" is no UTC time stamp`
        : `The header lacks \`${name}\``;
      problems.push({
        span: at.span,
        message: `${wanted}; write when ${MEANING[name]}, such as 2024-03-12T14:20Z`,
        ...(at.exists ? writeTime(at) : addKeys(model.header.tree, [], HEADER, [name], twin(model, name))),
      });
    }
    let previous: TimeName | null = null;
    for (const name of SEQUENCE) {
      const minute = model.time(name);
      if (minute === null) continue;
      const before = previous === null ? null : model.time(previous);
      if (previous !== null && before !== null && minute < before) {
        const [a, b] = [model.header.at(previous).text, model.header.at(name).text];
        problems.push({
          span: model.header.at(name).span,
          message: `${name} (${b}) is before ${previous} (${a})`,
        });
      }
      previous = name;
    }
    const [end, mitigated] = [model.time('end'), model.time('mitigated')];
    if (end !== null && mitigated !== null && end !== mitigated) {
      const [a, b] = [model.header.at('end').text, model.header.at('mitigated').text];
      problems.push({
        span: model.header.at('end').span,
        message: `end (${a}) differs from mitigated (${b}); the impact ends when it is mitigated`,
        ...writeValue(model.header.at('end'), b ?? ''),
      });
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      TIMES.map((name) => model.header.at(name).span),
    );
  },
  examples: {
    pass: [
      {
        source: header('09:05', '14:20', '15:10', '23:20', '15:10'),
        evidence: ['2024-03-12T09:05Z', '2024-03-12T23:20Z'],
      },
    ],
    fail: [
      { source: header('09:05', '09:01', '15:10', '23:20', '15:10'), at: ['2024-03-12T09:01Z'] },
      { source: header('09:05', '14:20', '15:10', '23:20', '15:40'), at: ['2024-03-12T15:40Z'] },
      { source: header('09:05', '14:20', '15:10', 'later', '15:10'), at: ['2024-03-12TlaterZ'] },
      { source: '# Nothing yet\n' },
      {
        source: header('09:05', '14:20', '15:10', '23:20', '15:10').replace(/end: .*\n/, ''),
        at: ['id: INC-2024-0312'],
      },
      {
        source: header('09:05', '14:20', '15:10', '23:20', '15:10').replace('T14:20Z', ' 14:20 UTC'),
        at: ['2024-03-12 14:20 UTC'],
      },
    ],
  },
};

/** The impact ends when it is mitigated: one of the two times tells the other. */
function twin(model: Postmortem, name: TimeName): Readonly<Record<string, string>> {
  const other = name === 'end' ? 'mitigated' : name === 'mitigated' ? 'end' : null;
  const time = other === null || model.time(other) === null ? null : model.header.at(other).text;
  return time === null ? {} : { [name]: time };
}

function header(start: string, detected: string, mitigated: string, resolved: string, end: string): string {
  const times = { start, end, detected, mitigated, resolved };
  const lines = Object.entries(times).map(([name, clock]) => `${name}: "2024-03-12T${clock}Z"`);
  return `---\nid: INC-2024-0312\n${lines.join('\n')}\n---\n\n# Report\n`;
}

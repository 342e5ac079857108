import { expect, it } from 'vitest';
import { parseMarkdown } from '../text/markdown';
import { budgetFigures } from './budget-facts';
import { durationsOfText } from './duration-facts';
import type { Fact } from './fact';
import { levelCounts } from './level-counts';

function stated(text: string): string[] {
  return durationsOfText(parseMarkdown(`# Report\n\n${text}\n`)).map(show);
}

function show(fact: Fact): string {
  if (fact.type !== 'record') return '';
  const { measure, from, to } = fact.fields;
  return [fact.id, measure, from, to].filter((part) => part !== undefined).join(' ');
}

it.each([
  ['From the report at 10:40 to the rollback at 11:10 is 30 min.', ['30 min 10:40 11:10']],
  ['From 10:40 to 11:10 (30 min) the team looked.', ['30 min 10:40 11:10']],
  ['The 135 min from 14:20 to 16:35 cost most.', ['135 min 14:20 16:35']],
  [
    'Between 2031-01-02T09:05Z and 2031-01-02T11:05Z it lost rows, 3 % of those 120 minutes.',
    ['120 minutes 2031-01-02T09:05Z 2031-01-02T11:05Z'],
  ],
  ['At 10:40, 95 min after the first drop, a page.', ['95 min start 10:40']],
  ['Time to detect was 6 h 05.', ['6 h 05 detect']],
  ['Finance found it after 315 min, and it was stopped 50 min later.', ['315 min detect', '50 min mitigate']],
  ['**The silence** of 17 h 25 m ended.', ['17 h 25 m detect']],
])('takes the length of time whose sentence says what it measures: %s', (text, expected) => {
  expect(stated(text)).toEqual(expected);
});

it.each([
  'The queue was down for 10 min.',
  'We stopped the job and started it 5 min later.',
  'From 09:00 to 10:00 we waited 20 min for approval.',
  'The window from 02:00 to 04:00, 30 min of which was lost.',
  'The alert fires 15 min after the first drop.',
  'If it is found after 5 min, nothing is lost.',
  'Given the same 50 min to mitigate, drops end earlier.',
  'In the drill the replay took 101 min.',
  'Latency rises for 15 min at 12:40.',
])('leaves a length of time alone that could be of anything: %s', (text) => {
  expect(stated(text)).toEqual([]);
});

it('reads a table of durations and a table of measures', () => {
  const table =
    '| Duration | From | To | Minutes |\n| --- | --- | --- | --- |\n| Diagnosis | 14:34 | 14:49 | 15 |\n';
  expect(stated(table)).toEqual(['15 14:34 14:49']);
  expect(stated('| Measure | Value |\n| --- | --- |\n| Time to resolve | 855 min |\n')).toEqual([
    '855 min resolve',
  ]);
  expect(
    stated(
      '| Rule | From | To | Loss |\n| --- | --- | --- | --- |\n| R-03, 10 min | 09:15 | 10:05 | 5 min |\n',
    ),
  ).toEqual([]);
});

it('reads what is spent of a budget and not what is left', () => {
  const figures = (text: string) =>
    budgetFigures(parseMarkdown(`# Report\n\n${text}\n`)).map((f) =>
      f.type === 'record' ? `${f.fields['role']} ${f.fields['value']}` : '',
    );
  expect(figures('SLO-01 consumed 40 % of its budget.')).toEqual(['share 40']);
  expect(figures('12 % of the budget is left for SLO-01.')).toEqual([]);
  expect(figures('More than 20 % of the budget of SLO-01 needs a postmortem.')).toEqual([]);
  expect(figures('SLO-01 and SLO-02 consumed 40 % of the budget.')).toEqual([]);
});

it('counts actions and not documents that somebody read', () => {
  const counts = (text: string) => {
    const doc = parseMarkdown(`# Report\n\n${text}\n`);
    return levelCounts(doc, { from: 0, to: doc.text.length }).map((f) =>
      f.type === 'record' ? `${f.fields['count']} ${f.id}` : '',
    );
  };
  expect(counts('Of the actions 2 automate a defence and one is a document.')).toEqual([
    '2 automate',
    '1 document',
  ]);
  expect(counts('We read 3 documents and set up 2 guardrails.')).toEqual([]);
});

it('is fast on long lines', () => {
  const started = performance.now();
  stated(`from 10:40 ${'to 10:41 '.repeat(5000)}5 min`);
  stated('from '.repeat(20_000));
  budgetFigures(parseMarkdown(`SLO-01 ${'budget is 5 % of '.repeat(5000)}`));
  expect(performance.now() - started).toBeLessThan(2000);
});

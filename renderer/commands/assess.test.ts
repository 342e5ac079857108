import { describe, expect, it, vi } from 'vitest';
import { ASSESSMENTS_FILE } from '../../shared/rubric/assessments/assessment';
import {
  answerProblems,
  assess,
  canAssess,
  type GivenAnswer,
  lastAnsweredBy,
  selectedPassage,
  showAnswer,
} from './assess';
import { openFile } from './files';
import { openRecent } from './kits';
import type { Studio } from './studio';
import { RFC_TEXT, testStudio, typeAtEnd } from './studio.test-support';

vi.setConfig({ testTimeout: 60_000 });

const RFC = 'RFC-007-streams.md';
const DATE = '2026-03-12';
const GIVEN: GivenAnswer = {
  path: RFC,
  criterion: 'RFC-14',
  answer: 'no',
  note: 'She asked what it is about',
  quote: 'We propose to move.',
  by: 'Ada Quist',
};

const report = (studio: Studio) => studio.store.getState().checks.reports.get(RFC);
const question = (studio: Studio) => report(studio)?.criteria.find(({ id }) => id === 'RFC-14');

async function opened() {
  const made = testStudio();
  await openRecent(made.studio, 'kit');
  await openFile(made.studio, RFC);
  await vi.waitFor(() => expect(question(made.studio)?.verdict).toBe('manual'), { timeout: 30_000 });
  return made;
}

describe('answering a question', () => {
  it('keeps the answer in the kit, and it counts', async () => {
    const { studio, kit } = await opened();
    expect(await assess(studio, { ...GIVEN, date: DATE })).toBe(true);
    const file = kit.files.get(ASSESSMENTS_FILE) ?? '';
    expect(file).toContain('- criterion: RFC-14\n  path: RFC-007-streams.md\n  answer: "no"\n');
    expect(file).toContain('quote: "We propose to move."');
    await vi.waitFor(() => expect(question(studio)?.assessed?.by).toBe('Ada Quist'));
    expect(report(studio)?.assessed).toBe(1);
    const [finding] = report(studio)?.findings.filter(({ id }) => id === 'RFC-14') ?? [];
    expect(finding?.message).toBe('She asked what it is about');
    expect(RFC_TEXT.slice(finding?.span.from, finding?.span.to)).toBe('We propose to move.');
    expect(lastAnsweredBy(studio)).toBe('Ada Quist');
  });

  it('goes stale while the quoted passage is edited, and is answered anew below', async () => {
    const { studio, kit } = await opened();
    await assess(studio, { ...GIVEN, date: DATE });
    await vi.waitFor(() => expect(question(studio)?.assessed).toBeDefined());
    const at = RFC_TEXT.indexOf('to move.');
    studio.buffers.dispatch(RFC, { changes: { from: at, to: at + 8, insert: 'to wait.' } });
    await vi.waitFor(() => expect(question(studio)?.assessed?.stale).toBe(true));
    expect(report(studio)?.assessed).toBeUndefined();
    await assess(studio, {
      ...GIVEN,
      answer: 'yes',
      note: '',
      quote: 'We propose\nto  wait.',
      date: DATE,
    });
    await vi.waitFor(() => expect(question(studio)?.assessed?.answer).toBe('yes'));
    expect(kit.files.get(ASSESSMENTS_FILE)?.match(/^- criterion:/gm)).toHaveLength(2);
  });

  it('adds to answers that are open and edited, saves them, and shows the entry', async () => {
    const { studio, kit } = await opened();
    await assess(studio, { ...GIVEN, date: DATE });
    await openFile(studio, ASSESSMENTS_FILE);
    typeAtEnd(studio, ASSESSMENTS_FILE, '# a note of mine\n');
    expect(await assess(studio, { ...GIVEN, note: 'Second', date: DATE })).toBe(true);
    const text = kit.files.get(ASSESSMENTS_FILE) ?? '';
    expect(text).toContain('# a note of mine');
    await vi.waitFor(() => expect(question(studio)?.assessed?.note).toBe('Second'));
    await showAnswer(studio, RFC, 'RFC-14');
    const { from, to } = studio.buffers.state(ASSESSMENTS_FILE)?.selection.main ?? { from: 0, to: 0 };
    expect(text.slice(from, to)).toBe('"Second"');
  });
});

describe('an answer that cannot be kept', () => {
  it.each([
    [{ note: ' ' }, { note: 'A "no" needs a note: say what is missing.' }],
    [{ answer: 'yes', note: '', quote: '' }, { note: 'A "yes" needs a passage that shows it, or a note.' }],
    [{ quote: 'We propose to stay.' }, { quote: 'These words do not stand in the file.' }],
    [{ by: '' }, { by: 'Write a full name.' }],
    [{ quote: '' }, {}],
    [{ quote: 'We  propose\nto move.' }, {}],
  ] as const)('with %j is told %j', async (change, problems) => {
    const { studio } = await opened();
    expect(answerProblems(studio, { ...GIVEN, ...change })).toEqual(problems);
  });

  it('is not asked for of templates, counter-examples and read-only kits', async () => {
    const { studio } = await opened();
    const own = report(studio);
    if (!own) throw new Error('The RFC has no report');
    expect(canAssess(studio, own)).toBe(true);
    expect(canAssess(studio, { ...own, template: true })).toBe(false);
    expect(canAssess(studio, { ...own, counterExample: true })).toBe(false);
    const { kit } = studio.store.getState();
    if (kit) studio.store.setState({ kit: { ...kit, readOnly: true } });
    expect(canAssess(studio, own)).toBe(false);
  });
});

describe('the selected passage', () => {
  it('is what is selected, on one line; nothing when nothing is', async () => {
    const { studio } = await opened();
    expect(selectedPassage(studio, RFC)).toBeNull();
    const from = RFC_TEXT.indexOf('## 1.');
    studio.buffers.dispatch(RFC, { selection: { anchor: from, head: RFC_TEXT.indexOf(' TODO') } });
    expect(selectedPassage(studio, RFC)?.text).toBe('## 1. Summary and ask We propose to move.');
  });

  it('tells which of two places is meant', async () => {
    const { studio, kit } = await opened();
    typeAtEnd(studio, RFC, '\nWe propose to move. Again.\n');
    const text = studio.buffers.text(RFC) ?? '';
    const from = text.lastIndexOf('We propose');
    await assess(studio, { ...GIVEN, date: DATE }, { from, to: from + 19 });
    expect(kit.files.get(ASSESSMENTS_FILE)).toContain('after: "Again."');
  });
});

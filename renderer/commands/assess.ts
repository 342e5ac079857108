import type { Answer } from '../../shared/domain/grade';
import { comparePaths } from '../../shared/domain/kit-path';
import { ASSESSMENTS_FILE, lacking } from '../../shared/rubric/assessments/assessment';
import { findQuote, LONGEST_PASSAGE } from '../../shared/rubric/assessments/find-quote';
import { answerEdits } from '../../shared/rubric/assessments/write-assessment';
import type { ArtifactReport } from '../../shared/rubric/report';
import type { Span } from '../../shared/text/span';
import { draftKey, withDraft } from '../state/answers-slice';
import { update } from '../state/studio-state';
import { openFile } from './files';
import { notify } from './notify';
import { editOwnFile } from './own-file';
import type { Studio } from './studio';
import { lastWaivedBy } from './waive';

/** An answer as a person gives it in the window. */
export interface GivenAnswer {
  readonly path: string;
  readonly criterion: string;
  readonly answer: Answer;
  readonly note: string;
  /** The passage it rests on, as it stands in the file up to white space; empty when it rests on the file as a whole. */
  readonly quote: string;
  readonly by: string;
}

/** What is wrong with an answer that cannot be kept as it is, by the field to mend; empty when it is whole. */
export type AnswerProblems = Readonly<Partial<Record<'note' | 'quote' | 'by', string>>>;

/** Whether questions of a file can be answered here: not of blanks and counter-examples, and not in a read-only kit. */
export function canAssess(studio: Studio, report: ArtifactReport): boolean {
  const { kit } = studio.store.getState();
  return kit !== null && !kit.readOnly && !report.template && !report.counterExample;
}

/** What the form has to say before it keeps an answer. */
export function answerProblems(studio: Studio, given: GivenAnswer): AnswerProblems {
  const text = studio.buffers.text(given.path) ?? '';
  const lack = lacking(given.answer, given.note, given.quote);
  return {
    ...(lack === null ? {} : { note: `${lack}.` }),
    ...(given.quote.trim() === '' || passageOf(text, given.quote)
      ? {}
      : { quote: 'These words do not stand in the file.' }),
    ...(given.by.trim() === '' ? { by: 'Write a full name.' } : {}),
  };
}

/**
 * Keeps an answer in the kit. False when nothing was written, which was then said. `date` is the day, as the window has the clock; `near` is where
 * the passage was selected, for passages that are repeated.
 */
export async function assess(
  studio: Studio,
  given: GivenAnswer & { readonly date: string },
  near: Span | null = null,
): Promise<boolean> {
  const text = studio.buffers.text(given.path);
  if (text === null) return false;
  const passage = given.quote.trim() === '' ? null : passageOf(text, given.quote, near);
  const kept = await editOwnFile(
    studio,
    ASSESSMENTS_FILE,
    (file) => answerEdits(file, given, text, passage),
    'input.assess',
  );
  if (kept) notify(studio, 'info', `Your answer to ${given.criterion} is kept.`);
  return kept;
}

/** The selected text of an open file, as the passage that an answer may rest on. */
export function selectedPassage(
  studio: Studio,
  path: string,
): { readonly text: string; readonly span: Span } | null {
  const state = studio.buffers.state(path);
  if (!state) return null;
  const { from, to } = state.selection.main;
  const text = state.sliceDoc(from, Math.min(to, from + 4 * LONGEST_PASSAGE));
  if (text.trim() === '') return null;
  return { text: text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_PASSAGE), span: { from, to } };
}

/** Opens the answers at the entry that counts for a criterion. */
export async function showAnswer(studio: Studio, path: string, criterion: string): Promise<void> {
  const { checks } = studio.store.getState();
  const found = checks.reports.get(path)?.criteria.find((result) => result.id === criterion)?.assessed;
  await openFile(studio, ASSESSMENTS_FILE, { focus: true });
  const text = studio.buffers.text(ASSESSMENTS_FILE);
  if (!found || text === null) return;
  const words = found.note === '' ? found.quote : found.note;
  const at = words === undefined ? -1 : text.lastIndexOf(JSON.stringify(words));
  if (at >= 0)
    studio.buffers.reveal(ASSESSMENTS_FILE, { from: at, to: at + JSON.stringify(words).length }, true);
}

/** Who answered last in the kit, else who waived last: most likely the same person again. */
export function lastAnsweredBy(studio: Studio): string {
  const { checks } = studio.store.getState();
  const dated = [...checks.reports.values()]
    .flatMap((report) => report.criteria.flatMap((result) => result.assessed ?? []))
    .sort((a, b) => comparePaths(a.date, b.date));
  return dated.at(-1)?.by ?? lastWaivedBy(studio);
}

/** Begins an answer, with the selected text of the file as its passage; one that is begun keeps its words and changes sides. */
export function beginAnswer(studio: Studio, path: string, criterion: string, answer: Answer): void {
  const { kit, answers } = studio.store.getState();
  if (!kit) return;
  const key = draftKey(kit.kitId, path, criterion);
  const begun = answers.get(key);
  const selected = begun ? null : selectedPassage(studio, path);
  const draft = begun ?? {
    answer,
    note: '',
    quote: selected?.text ?? '',
    by: lastAnsweredBy(studio),
    near: selected?.span ?? null,
  };
  update(studio.store, 'answers', (all) => withDraft(all, key, { ...draft, answer }));
}

/** Where the quoted words stand: at `near`, else the first place. */
function passageOf(text: string, quote: string, near: Span | null = null): Span | null {
  const anchor = { quote, before: '', after: '' };
  if (near) {
    const from = Math.max(0, near.from);
    const within = findQuote(text.slice(from, near.to), anchor);
    if (within) return { from: from + within.from, to: from + within.to };
  }
  return findQuote(text, anchor);
}

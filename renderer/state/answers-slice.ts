import type { Answer } from '../../shared/domain/grade';
import type { Span } from '../../shared/text/span';

/** An answer that is being written. It outlives its form: looking something up in another file must not cost the words. */
export interface AnswerDraft {
  readonly answer: Answer;
  readonly note: string;
  readonly quote: string;
  readonly by: string;
  /** Where the quoted passage was selected, for passages that are repeated; null for one that was typed. */
  readonly near: Span | null;
}

/** Answers that are being written, by {@link draftKey}. */
export type AnswersState = ReadonlyMap<string, AnswerDraft>;

export const initialAnswers: AnswersState = new Map();

export function draftKey(kitId: string, path: string, criterion: string): string {
  return `${kitId} ${criterion} ${path}`;
}

/** Begins an answer, or changes what it says so far. */
export function withDraft(answers: AnswersState, key: string, draft: AnswerDraft): AnswersState {
  return new Map(answers).set(key, draft);
}

export function withoutDraft(answers: AnswersState, key: string): AnswersState {
  if (!answers.has(key)) return answers;
  const left = new Map(answers);
  left.delete(key);
  return left;
}

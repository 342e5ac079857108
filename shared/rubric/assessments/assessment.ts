import type { Answer } from '../../domain/grade';
import type { KitPath } from '../../domain/kit-path';
import { asKitPath } from '../../domain/kit-path';
import type { Span } from '../../text/span';
import type { Anchor } from '../waivers/waiver';

/** Where a kit keeps what people answered to the questions that only a person can judge: plain text, added to and never rewritten. */
export const ASSESSMENTS_FILE: KitPath = asKitPath('.staffwright/self-assessments.yaml');

export const ANSWERS: readonly Answer[] = ['yes', 'partly', 'no'];

/** One answer as it stands in the file. Of all answers to a question of a file, the latest counts; the others are its history. */
export interface Assessment {
  /** Id of the criterion whose question it answers. */
  readonly criterion: string;
  readonly path: string;
  readonly answer: Answer;
  /** In the words of the person; may be empty where a passage is quoted for a yes. */
  readonly note: string;
  /** The passage that the answer rests on; null when it rests on the file as a whole. */
  readonly anchor: Anchor | null;
  readonly by: string;
  readonly date: string;
  /** The entry's first line in the file. */
  readonly span: Span;
}

/** What a report says of an answer: always as a person's, never as something the program found. */
export interface Assessed {
  readonly answer: Answer;
  readonly note: string;
  readonly by: string;
  readonly date: string;
  /** Absent when the answer rests on the file as a whole. */
  readonly quote?: string;
  /** Set when the quoted passage no longer stands in the file: the answer counts for nothing until it is given again. */
  readonly stale?: true;
  /** What the others said last, each person once, the latest first; absent when one person alone answered. */
  readonly others?: readonly OtherAnswer[];
}

export interface OtherAnswer {
  readonly answer: Answer;
  readonly by: string;
  readonly date: string;
}

/**
 * What an answer still lacks before it can be kept, in words; null when it is whole. A gap has to be told in words; a yes may rest on a passage
 * alone.
 */
export function lacking(answer: Answer, note: string, quote: string): string | null {
  if (note.trim() !== '') return null;
  if (answer !== 'yes') return `A "${answer}" needs a note: say what is missing`;
  return quote.trim() === '' ? 'A "yes" needs a passage that shows it, or a note' : null;
}

/** Whether a result is an answer that counts, for which nobody but a person stands. */
export function isAnswered(result: { readonly assessed?: Assessed }): boolean {
  return result.assessed !== undefined && !result.assessed.stale;
}

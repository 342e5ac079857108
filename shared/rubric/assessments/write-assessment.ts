import type { Answer } from '../../domain/grade';
import type { Span } from '../../text/span';
import type { TextEdit } from '../finding';
import { appendedEntry, entryText } from '../waivers/write-waiver';
import { passageAnchor } from './find-quote';

/** An answer to be kept. */
export interface AnswerWords {
  readonly criterion: string;
  readonly path: string;
  readonly answer: Answer;
  /** May be empty for a yes that quotes a passage. */
  readonly note: string;
  /** Who answers: a full name. */
  readonly by: string;
  /** ISO date; the engine has no clock. */
  readonly date: string;
}

const HEAD = `# What people answered to the questions that only a person can judge. The latest answer to a question counts; older ones stay as its history.
# New entries go at the end. An answer that quotes a passage counts for as long as the passage stands in the file.
`;

/**
 * The entry that keeps an answer, as the edits of the file of answers: at its end, so that two branches merge. `file` is the text of that file
 * or null when there is none yet; `passage` is what the answer rests on in the artifact's `text`, or null.
 */
export function answerEdits(
  file: string | null,
  words: AnswerWords,
  text: string,
  passage: Span | null,
): readonly TextEdit[] {
  const anchor = passage ? passageAnchor(text, passage) : { quote: '', before: '', after: '' };
  const entry = entryText([
    ['criterion', words.criterion],
    ['path', words.path],
    // In quotes: readers of older YAML take a plain yes or no for true or false.
    ['answer', words.answer],
    ['note', words.note],
    ['quote', anchor.quote],
    ['before', anchor.before],
    ['after', anchor.after],
    ['by', words.by],
    ['date', words.date],
  ]);
  return appendedEntry(file, HEAD, entry);
}

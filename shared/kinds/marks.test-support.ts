import { LineIndex } from '../text/line-index';
import { all, kitText, mutate } from './kit-fixture.test-support';

export interface Worse {
  /** New findings of criteria in text order, each as `criterion line: exact text`. */
  readonly marks: readonly string[];
  /** Criteria that fail now and did not, those that only follow another one's finding included. */
  readonly failing: readonly string[];
}

/** What changes of one worked file make worse in it, and where its passages stand. */
export function marksOf(path: string) {
  return {
    worse(...changes: readonly ((text: string) => string)[]): Worse {
      const { findings, failing } = mutate(path, all(...changes));
      return { marks: findings.map((f) => `${f.id} ${f.line}: ${f.text}`), failing };
    },
    /** The line (from 1) of a passage, searched behind another one. */
    line(passage: string, after = ''): number {
      const text = kitText(path);
      const start = after === '' ? 0 : text.indexOf(after);
      const at = start < 0 ? -1 : text.indexOf(passage, start);
      if (at < 0) throw new Error(`${path} does not hold ${JSON.stringify(start < 0 ? after : passage)}`);
      return new LineIndex(text).position(at).line;
    },
  };
}

import { useEffect, useState } from 'react';
import type { CountedBudget } from '../../shared/rubric/word-budget';
import { useStudio, useStudioState } from '../commands/studio-context';
import { useOutline } from '../commands/use-outline';
import { budgetWords, isOff } from '../look/word-budget';
import styles from './StatusBar.module.css';
import { isCounted, wordCounting } from './word-count';

/** Words are counted when typing pauses, in milliseconds. */
const PAUSE = 400;
/** Longest piece of counting between two keys, in milliseconds. */
const SLICE = 6;
/** Words that people read in a minute, for texts on technical matters. */
const PACE = 230;

/** How long the open file is: words, the time to read them, and what its criteria want of the section one is in. */
export function WordCount({ path }: { readonly path: string }) {
  const words = useWords(path);
  const kind = useStudioState((state) => state.checks.reports.get(path)?.kind ?? null);
  if (words === null) return null;
  return (
    <>
      <span className={styles.number}>
        {words.toLocaleString('en')} {words === 1 ? 'word' : 'words'}
        {path.endsWith('.md') && words > 0 && (
          <span title="Time to read it">
            {' '}
            · {Math.max(1, Math.round(words / PACE)).toLocaleString('en')} min
          </span>
        )}
      </span>
      {kind !== null && path.endsWith('.md') && <SectionBudget path={path} />}
    </>
  );
}

function SectionBudget({ path }: { readonly path: string }) {
  const state = useOutline();
  const offset = useStudioState(({ cursor }) => (cursor?.path === path ? cursor.offset : null));
  const budgets = state.kind === 'known' && state.path === path ? (state.outline.budgets ?? []) : [];
  const here = offset === null ? null : budgetAt(budgets, offset);
  if (!here) return null;
  return (
    <span className={styles.budget} data-off={isOff(here)}>
      {here.title === '' ? '' : `${here.title}: `}
      {budgetWords(here)}
    </span>
  );
}

/** The budget of the section that holds an offset, else that of the whole file. */
export function budgetAt(budgets: readonly CountedBudget[], offset: number): CountedBudget | null {
  const around = budgets.filter(({ from, to }) => from <= offset && offset <= to);
  return around.findLast(({ title }) => title !== '') ?? around[0] ?? null;
}

function useWords(path: string): number | null {
  const { buffers } = useStudio();
  const [words, setWords] = useState<number | null>(null);
  useEffect(() => {
    const count = () => {
      const doc = buffers.doc(path);
      if (!doc) return;
      if (!isCounted(doc)) setWords(null);
      else work(wordCounting(doc));
    };
    const work = (counting: ReturnType<typeof wordCounting>) => {
      const until = performance.now() + SLICE;
      for (;;) {
        const { done, value } = counting.next();
        if (done) {
          setWords(value);
          return;
        }
        if (performance.now() < until) continue;
        timer = setTimeout(() => work(counting), 0);
        return;
      }
    };
    let timer = setTimeout(count, 0);
    const stop = buffers.subscribe((event) => {
      if (event.kind !== 'changed' || event.path !== path) return;
      clearTimeout(timer);
      timer = setTimeout(count, PAUSE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [buffers, path]);
  return words;
}

import { useState } from 'react';
import type { PortfolioOutline } from '../../shared/portfolio/outline';
import { writeMemo } from '../commands/composing';
import { openFile } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { Switch } from './CompositionOptions';
import styles from './composition.module.css';
import type { ComposedPortfolio } from './use-composition';

/** The cover memo: whether it opens the book, and how to come by one. */
export function MemoOptions({
  outline,
  composed,
  onClose,
}: {
  readonly outline: PortfolioOutline;
  readonly composed: ComposedPortfolio;
  readonly onClose: () => void;
}) {
  const studio = useStudio();
  const readOnly = useStudioState((state) => state.kit?.readOnly ?? true);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { memo, composition, claims, memoPath } = outline;
  const write = async () => {
    await composed.flush();
    const why = await writeMemo(studio, memoPath, composed.text);
    if (why === null) onClose();
    else setRefusal(why);
  };
  if (!memo)
    return (
      <section className={styles.group} aria-label="Cover memo">
        <h3>Cover memo</h3>
        <p className={styles.note}>
          {readOnly
            ? 'This kit has none.'
            : `This kit has none. A draft takes what the kit says: its artifacts with your role in them, figures with their sources, people, and a counted reading guide. It becomes ${memoPath}.`}
        </p>
        {!readOnly && <Button onPress={() => void write()}>Draft a Cover Memo</Button>}
        {refusal !== null && (
          <p className={styles.problem} role="alert">
            {refusal}
          </p>
        )}
      </section>
    );
  const open = () => {
    onClose();
    void openFile(studio, memo.path, { focus: true });
  };
  return (
    <section className={styles.group} aria-label="Cover memo">
      <h3>Cover memo</h3>
      <button type="button" className={styles.link} onClick={open}>
        {memo.title}
      </button>
      <Switch
        label="Opens the book, with its reading guide"
        on={composition.memo}
        onChange={(on) => composed.change({ memo: on })}
      />
      {composition.memo && (
        <>
          <Switch
            label="List where each claim stands"
            on={composition.claims}
            onChange={(on) => composed.change({ claims: on })}
          />
          {composition.claims && (
            <p className={styles.note}>
              {claims.listed === 1 ? 'One claim leads' : `${claims.listed} claims lead`} to evidence in this
              book
              {claims.open > 0 && `; ${claims.open} cannot be looked up in it`}.
            </p>
          )}
        </>
      )}
    </section>
  );
}

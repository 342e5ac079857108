import { useMemo, useState } from 'react';
import { fileName } from '../../shared/domain/kit-path';
import type { Ledger, LedgerRow } from '../../shared/packet/ledger/ledger';
import { goToPlace } from '../commands/packet';
import { useStudio, useStudioState } from '../commands/studio-context';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import { Words } from '../ui/Words';
import styles from './ledger.module.css';
import { Section } from './Section';

interface Document {
  readonly path: string;
  readonly rows: readonly LedgerRow[];
  readonly stale: number;
}

/** Every figure that the documents quote, with the model field or the event it comes from. */
export function LedgerSection({ ledger }: { readonly ledger: Ledger }) {
  const [staleOnly, setStaleOnly] = useState(false);
  const documents = useMemo(() => documentsOf(ledger, staleOnly), [ledger, staleOnly]);
  return (
    <Section id="ledger" title="Numbers and where they come from" text={textOf(ledger)}>
      {ledger.stale > 0 && (
        <fieldset className={styles.filter}>
          <legend className="visually-hidden">Figures to show</legend>
          <label>
            <input type="radio" name="ledger" checked={!staleOnly} onChange={() => setStaleOnly(false)} />
            <span>All</span>
          </label>
          <label>
            <input type="radio" name="ledger" checked={staleOnly} onChange={() => setStaleOnly(true)} />
            <span>Stale</span>
          </label>
        </fieldset>
      )}
      <ul className={styles.documents}>
        {documents.map((document) => (
          <li key={document.path}>
            <DocumentFigures document={document} />
          </li>
        ))}
      </ul>
      {ledger.more > 0 && <p className={styles.more}>{ledger.more} more figures are not listed.</p>}
    </Section>
  );
}

function textOf({ rows, stale, unsourced, more }: Ledger): string {
  const count = rows.length + more;
  if (count === 0)
    return 'No document quotes a figure that another file states: a cost model, a matrix, a timeline, an impact assessment.';
  const found = count - unsourced;
  const followed = `${found} ${found === 1 ? 'figure is' : 'figures are'} followed to where ${found === 1 ? 'it comes' : 'they come'} from.`;
  const state = stale === 0 ? 'None is stale.' : `${stale} ${stale === 1 ? 'is' : 'are'} stale.`;
  const rest =
    unsourced === 0 ? '' : ` ${unsourced} ${unsourced === 1 ? 'has' : 'have'} no source in the packet.`;
  return `${followed} ${state}${rest}`;
}

function documentsOf({ rows }: Ledger, staleOnly: boolean): readonly Document[] {
  const byPath = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    if (staleOnly && !row.stale) continue;
    const known = byPath.get(row.path);
    if (known) known.push(row);
    else byPath.set(row.path, [row]);
  }
  return [...byPath].map(([path, own]) => ({
    path,
    rows: own,
    stale: own.filter(({ stale }) => stale && !stale.waived).length,
  }));
}

function DocumentFigures({ document }: { readonly document: Document }) {
  const { path, rows, stale } = document;
  const [open, setOpen] = useState(stale > 0);
  const kind = useStudioState((state) => {
    const id = state.checks.reports.get(path)?.kind;
    return id ? (state.checks.kinds.get(id)?.title ?? '') : '';
  });
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary title={path}>
        <span className={styles.document}>{visibleName(fileName(path))}</span>
        <span className={styles.kind}>{kind}</span>
        <span className={styles.count}>
          {rows.length} {rows.length === 1 ? 'figure' : 'figures'}
        </span>
        {stale > 0 && <span className={styles.stale}>{stale} stale</span>}
      </summary>
      {open && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Line</th>
              <th scope="col">Comes from</th>
              <th scope="col">Says there</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FigureRow key={`${row.span.from} ${row.span.to}`} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

function FigureRow({ row }: { readonly row: LedgerRow }) {
  const studio = useStudio();
  const { path, span, line, text, source, how, stale } = row;
  return (
    <tr data-stale={stale !== null}>
      <td>
        <button type="button" className={styles.figure} onClick={() => goToPlace(studio, path, span)}>
          {text}
        </button>
      </td>
      <td className={styles.line}>{line}</td>
      <td>
        {source ? (
          <button
            type="button"
            className={styles.source}
            title={source.path}
            onClick={() => goToPlace(studio, source.path, source.span)}
          >
            {source.name !== '' && <span>{source.name}</span>}
            <span className={styles.where}>
              {visibleName(fileName(source.path))}, line {source.line}
            </span>
          </button>
        ) : (
          <span className={styles.how}>{how === '' ? 'No source found' : how}</span>
        )}
      </td>
      <td className={styles.value}>{source?.value ?? ''}</td>
      <td>
        {stale ? (
          <span className={styles.state} data-waived={stale.waived}>
            <Mark shape="cross" tone={stale.waived ? 'quiet' : 'must'} />
            <span>
              {stale.waived ? 'Waived' : 'Stale'}
              {stale.now !== null && <span className={styles.now}> now {stale.now}</span>}
              <span className={styles.says}>
                <Words text={stale.says} /> ({stale.rule})
              </span>
            </span>
          </span>
        ) : source ? (
          <span className={styles.state}>
            <Mark shape="check" tone="good" />
            Agrees
          </span>
        ) : (
          ''
        )}
      </td>
    </tr>
  );
}

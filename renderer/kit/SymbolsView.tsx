import { useMemo, useState } from 'react';
import {
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components';
import type { SymbolRow } from '../../shared/symbols/assist';
import { useStudio, useStudioState } from '../commands/studio-context';
import { goToPlace, showUses } from '../commands/symbols';
import { EmptyState } from '../ui/EmptyState';
import { visibleName } from '../ui/visible-name';
import styles from './Symbols.module.css';
import { symbolGroups } from './symbol-groups';
import { UsesView } from './UsesView';
import { useKitAnswer } from './use-kit-answer';

/** From this many rows on only those near the screen are in the page. */
const VIRTUAL_FROM = 300;

/** What the kit names: all of it, or the places of one symbol. */
export function SymbolsView() {
  const usesOf = useStudioState((state) => state.usesOf);
  return usesOf === null ? <AllSymbols /> : <UsesView symbol={usesOf.key} focus={usesOf.focus} />;
}

function AllSymbols() {
  const studio = useStudio();
  const list = useKitAnswer({ type: 'symbols' });
  const [filter, setFilter] = useState('');
  const groups = useMemo(() => (list ? symbolGroups(list, filter) : []), [list, filter]);
  if (!list) return <EmptyState title="Reading…" text="" />;
  if (list.symbols.length === 0 && list.undefined.length === 0) {
    return (
      <EmptyState
        title="No symbols yet"
        text="Ids such as ADR-001, people and options appear here as the kit defines them."
      />
    );
  }
  const missing = filter === '' ? list.undefined : [];
  const count = groups.reduce((sum, { rows }) => sum + rows.length, missing.length);
  const rows = (
    <ListBox
      aria-label="Symbols"
      className={styles.list ?? ''}
      selectionMode="none"
      renderEmptyState={() => <p className={styles.none}>Nothing is called so.</p>}
      onAction={(key) => {
        const lost = missing[Number(String(key).replace(/^undefined /, ''))];
        if (String(key).startsWith('undefined ') && lost) void goToPlace(studio, lost);
        else showUses(studio, String(key));
      }}
    >
      {missing.length > 0 && (
        <ListBoxSection id="undefined" className={styles.group ?? ''}>
          <Header className={styles.head ?? ''}>
            Not defined anywhere <span className={styles.count}>{missing.length}</span>
          </Header>
          {missing.map((place, i) => (
            <ListBoxItem
              // biome-ignore lint/suspicious/noArrayIndexKey: the same id may stand twice in a line.
              key={i}
              id={`undefined ${i}`}
              textValue={`${place.id}, not defined, ${place.path} line ${place.line}`}
              className={styles.row ?? ''}
            >
              <span className={styles.name} data-missing="true">
                {place.id}
              </span>
              <span className={styles.where}>
                {visibleName(place.path)}:{place.line}
              </span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      )}
      {groups.map((group) => (
        <ListBoxSection key={group.id} id={group.id} className={styles.group ?? ''}>
          <Header className={styles.head ?? ''}>
            {group.title} <span className={styles.count}>{group.rows.length}</span>
          </Header>
          {group.rows.map((row) => (
            <SymbolItem key={row.key} row={row} />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
  return (
    <div className={styles.view}>
      <h2 className="visually-hidden">Symbols</h2>
      <SearchField
        aria-label="Filter symbols"
        className={styles.filter ?? ''}
        value={filter}
        onChange={setFilter}
      >
        <Input placeholder="Filter" />
      </SearchField>
      {count < VIRTUAL_FROM ? (
        rows
      ) : (
        <Virtualizer
          layout={ListLayout}
          layoutOptions={{ estimatedRowHeight: 46, estimatedHeadingHeight: 30 }}
        >
          {rows}
        </Virtualizer>
      )}
    </div>
  );
}

function SymbolItem({ row }: { readonly row: SymbolRow }) {
  const { definition, name, title, uses } = row;
  const used = uses === 1 ? '1 use' : `${uses} uses`;
  const where = definition ? `${definition.path}:${definition.line}` : '';
  return (
    <ListBoxItem
      id={row.key}
      textValue={`${name}, ${title === name ? '' : `${title}, `}${used}`}
      className={styles.row ?? ''}
    >
      <span className={styles.name}>{visibleName(name)}</span>
      <span className={styles.uses}>{used}</span>
      {title !== name && <span className={styles.title}>{visibleName(title)}</span>}
      <span className={styles.where} title={where}>
        {visibleName(where.slice(where.lastIndexOf('/') + 1))}
      </span>
    </ListBoxItem>
  );
}

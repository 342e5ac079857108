import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { Place } from '../../shared/symbols/assist';
import { useStudio } from '../commands/studio-context';
import { goToPlace, showUses } from '../commands/symbols';
import { update } from '../state/studio-state';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { visibleName } from '../ui/visible-name';
import styles from './Symbols.module.css';
import { placeGroups } from './symbol-groups';
import { useKitAnswer } from './use-kit-answer';

/** Every place of one symbol, its definition first; Enter goes there. */
export function UsesView({ symbol, focus }: { readonly symbol: string; readonly focus: boolean }) {
  const studio = useStudio();
  const uses = useKitAnswer({ type: 'uses', key: symbol });
  const groups = useMemo(() => placeGroups(uses?.places ?? []), [uses]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!focus || !uses) return;
    // The rows are made a moment after the list.
    const frame = requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>('[role=option]')?.focus();
      update(studio.store, 'usesOf', (now) => now && { ...now, focus: false });
    });
    return () => cancelAnimationFrame(frame);
  }, [studio, focus, uses]);
  const places = new Map(
    groups.flatMap((group) => group.places.map((place) => [keyOf(place), place] as const)),
  );
  const name = symbol.slice(symbol.indexOf(' ') + 1);
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <Button look="quiet" onPress={() => showUses(studio, null)}>
          <ArrowLeft size={14} aria-hidden="true" /> All symbols
        </Button>
        <h2 className={styles.symbol}>
          <span className={styles.name}>{visibleName(name)}</span>{' '}
          {uses && uses.card.title !== name && <span>{visibleName(uses.card.title)}</span>}
        </h2>
      </div>
      {uses === null ? (
        <EmptyState title="Not in this kit" text={`Nothing defines ${name} any more.`} />
      ) : (
        <ListBox
          ref={list}
          aria-label={`Places of ${name}`}
          className={styles.list ?? ''}
          selectionMode="none"
          onAction={(key) => {
            const place = places.get(String(key));
            if (place) void goToPlace(studio, place);
          }}
        >
          {groups.map((group) => (
            <ListBoxSection key={group.path} id={group.path} className={styles.group ?? ''}>
              <Header className={styles.head ?? ''}>
                <span title={group.path}>{visibleName(group.name)}</span>{' '}
                <span className={styles.count}>{group.places.length}</span>
              </Header>
              {group.places.map((place) => (
                <PlaceItem key={keyOf(place)} place={place} />
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      )}
    </div>
  );
}

function PlaceItem({ place }: { readonly place: Place }) {
  const { excerpt, mark, line, role } = place;
  return (
    <ListBoxItem
      id={keyOf(place)}
      textValue={`${role === 'definition' ? 'Definition, ' : ''}line ${line}: ${excerpt}`}
      className={styles.place ?? ''}
    >
      <span className={styles.line}>{line}</span>
      <span className={styles.excerpt}>
        {excerpt.slice(0, mark.from)}
        <mark>{excerpt.slice(mark.from, mark.to)}</mark>
        {excerpt.slice(mark.to)}
        {role === 'definition' && <span className={styles.role}>definition</span>}
      </span>
    </ListBoxItem>
  );
}

function keyOf({ path, from, to }: Place): string {
  return `${path}#${from}-${to}`;
}

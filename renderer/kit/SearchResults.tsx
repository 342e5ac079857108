import { Check, ChevronRight, Lock, Minus } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Button,
  Checkbox,
  Collection,
  type Key,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { fileName } from '../../shared/domain/kit-path';
import type { TextMatch } from '../../shared/text/search/find';
import { openFile } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { countOf, matchKey, type SearchedFile, withChosen } from '../state/search-slice';
import { update } from '../state/studio-state';
import { visibleName } from '../ui/visible-name';
import styles from './Search.module.css';

/** From this many matches on only the rows near the screen are in the page. */
const VIRTUAL_FROM = 100;

/** The matches by file; Enter goes there. While replacing, each can be left out. */
export function SearchResults() {
  const studio = useStudio();
  const files = useStudioState((state) => state.search.files);
  const replacing = useStudioState((state) => state.search.replacing);
  const leftOut = useStudioState((state) => state.search.leftOut);
  const [folded, setFolded] = useState<ReadonlySet<Key>>(new Set());
  const expanded = useMemo(
    () => new Set<Key>(files.map(({ path }) => path).filter((path) => !folded.has(path))),
    [files, folded],
  );
  const places = useMemo(
    () =>
      new Map(
        files.flatMap(({ path, matches }) =>
          matches.map((match) => [matchKey(path, match), { path, match }] as const),
        ),
      ),
    [files],
  );
  // Rows need an id of their own: it is what tells one from the next when they change.
  const items = useMemo(() => files.map((file) => ({ id: file.path, file })), [files]);
  const fold = (keys: ReadonlySet<Key>) =>
    setFolded(new Set(files.map(({ path }) => path).filter((path) => !keys.has(path))));
  const tree = (
    <Tree
      aria-label="Matches"
      className={styles.tree ?? ''}
      items={items}
      selectionMode="none"
      expandedKeys={expanded}
      onExpandedChange={fold}
      dependencies={[replacing, leftOut]}
      onAction={(key) => {
        const place = places.get(String(key));
        if (place) void openFile(studio, place.path, { span: place.match, focus: true });
        else if (expanded.has(key)) setFolded(new Set([...folded, key]));
        else setFolded(new Set([...folded].filter((other) => other !== key)));
      }}
    >
      {({ file }) => <FileItem file={file} replacing={replacing} leftOut={leftOut} />}
    </Tree>
  );
  return (
    <div className={styles.results} data-search-results="">
      {countOf(files) < VIRTUAL_FROM ? (
        tree
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 24 }}>
          {tree}
        </Virtualizer>
      )}
    </div>
  );
}

interface FileItemProps {
  readonly file: SearchedFile;
  readonly replacing: boolean;
  readonly leftOut: ReadonlySet<string>;
}

function FileItem({ file, replacing, leftOut }: FileItemProps) {
  const { path, matches, readOnly } = file;
  const name = visibleName(fileName(path));
  const keys = useMemo(() => matches.map((match) => matchKey(path, match)), [path, matches]);
  const out = keys.filter((key) => leftOut.has(key)).length;
  const count = matches.length === 1 ? '1 match' : `${matches.length} matches`;
  const rows = useMemo(() => matches.map((match) => ({ id: matchKey(path, match), match })), [path, matches]);
  return (
    <TreeItem id={path} textValue={`${name}, ${count}`} className={styles.item ?? ''}>
      <TreeItemContent>
        <div className={styles.fileRow} title={path}>
          <Button slot="chevron" className={styles.chevron ?? ''}>
            <ChevronRight size={14} aria-hidden="true" />
          </Button>
          {replacing && !readOnly && (
            <Tick
              label={`Replace in ${name}`}
              keys={keys}
              chosen={out === 0}
              some={out > 0 && out < keys.length}
            />
          )}
          <span className={styles.fileName}>{name}</span>
          {readOnly && replacing && <Lock size={12} aria-label="Read-only" className={styles.lock} />}
          <span className={styles.count}>{matches.length}</span>
        </div>
      </TreeItemContent>
      <Collection items={rows} dependencies={[replacing, leftOut]}>
        {({ id, match }) => (
          <MatchItem id={id} match={match} replacing={replacing && !readOnly} chosen={!leftOut.has(id)} />
        )}
      </Collection>
    </TreeItem>
  );
}

interface MatchItemProps {
  readonly id: string;
  readonly match: TextMatch;
  readonly replacing: boolean;
  readonly chosen: boolean;
}

function MatchItem({ id, match, replacing, chosen }: MatchItemProps) {
  const { line, excerpt, mark, insert } = match;
  const shown = excerpt.slice(mark.from, mark.to);
  const by = replacing && chosen && insert !== null ? insert : null;
  const words = by === null ? '' : by === '' ? ', will be removed' : `, will be ${by}`;
  return (
    <TreeItem id={id} textValue={`Line ${line}: ${excerpt}${words}`} className={styles.item ?? ''}>
      <TreeItemContent>
        <div className={styles.matchRow} title={`Line ${line}`}>
          {replacing ? <Tick label={`Replace in line ${line}`} keys={[id]} chosen={chosen} /> : null}
          <span className={styles.excerpt}>
            {visibleName(excerpt.slice(0, mark.from))}
            {by === null ? (
              <mark data-empty={shown === ''}>{visibleName(shown)}</mark>
            ) : (
              <>
                <del>{visibleName(shown)}</del>
                <ins>{visibleName(by)}</ins>
              </>
            )}
            {visibleName(excerpt.slice(mark.to))}
          </span>
          <span className={styles.line}>{line}</span>
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}

interface TickProps {
  readonly label: string;
  readonly keys: readonly string[];
  readonly chosen: boolean;
  readonly some?: boolean;
}

function Tick({ label, keys, chosen, some = false }: TickProps) {
  const { store } = useStudio();
  return (
    <Checkbox
      aria-label={label}
      className={styles.tick ?? ''}
      isSelected={chosen}
      isIndeterminate={some}
      onChange={(on) => update(store, 'search', (search) => withChosen(search, keys, on))}
    >
      <span className={styles.box}>
        {some ? (
          <Minus size={11} strokeWidth={3} aria-hidden="true" />
        ) : (
          chosen && <Check size={11} strokeWidth={3} aria-hidden="true" />
        )}
      </span>
    </Checkbox>
  );
}

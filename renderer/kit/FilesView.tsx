import { ChevronRight, File, FileWarning, Folder, Image, Lock } from 'lucide-react';
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  Button,
  Collection,
  type Key,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import type { CommandId } from '../../shared/commands';
import { KIT_FILE_TYPE } from '../clipboard/kit-file-type';
import { focusedRow } from '../commands/file-behaviours';
import { openFile } from '../commands/files';
import { useRun, useStudio, useStudioState } from '../commands/studio-context';
import { EmptyState } from '../ui/EmptyState';
import { visibleName } from '../ui/visible-name';
import { fileTree, foldersOf, type TreeNode } from './file-tree';
import { DropFolder, useMoveByDrag } from './move-by-drag';
import styles from './Navigator.module.css';

/** From this many files on only the rows near the screen are in the page. */
const VIRTUAL_FROM = 250;

/** Folders that hold at most this many files are open at first. */
const OPEN_AT_FIRST = 80;

/** The kit as the disk has it; files that are no artifacts say why. */
export function FilesView() {
  const studio = useStudio();
  const listing = useStudioState((state) => state.kit?.listing);
  const active = useStudioState((state) => state.tabs.active);
  const nodes = useMemo(() => (listing ? fileTree(listing) : []), [listing]);
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(() =>
    firstExpanded(nodes, listing?.files.length ?? 0, active),
  );
  const run = useRun();
  const platform = useStudioState((state) => state.app.info?.platform);
  const onKey = (event: KeyboardEvent) => {
    const id = focusedRow() === null ? null : commandOf(event, platform === 'darwin');
    if (id === null) return;
    event.preventDefault();
    event.stopPropagation();
    run(id);
  };
  // What is shown has its row in sight, and so has what was put into a folder that is new.
  const known = useRef(nodes);
  useEffect(() => {
    const before = new Set(foldersIn(known.current));
    known.current = nodes;
    const fresh = foldersIn(nodes).filter((path) => !before.has(path));
    const wanted = [...fresh, ...(active === null ? [] : foldersOf(active))];
    setExpanded((open) => (wanted.every((path) => open.has(path)) ? open : new Set([...open, ...wanted])));
  }, [nodes, active]);
  const toggle = useCallback(
    (path: string) =>
      setExpanded((before) => {
        const after = new Set(before);
        if (!after.delete(path)) after.add(path);
        return after;
      }),
    [],
  );
  const open = useCallback(
    (path: string) => setExpanded((before) => (before.has(path) ? before : new Set([...before, path]))),
    [],
  );
  const moving = useMoveByDrag(studio, open);
  if (nodes.length === 0)
    return (
      <EmptyState title="An empty folder" text="Files you add to the kit's folder appear here at once." />
    );
  const tree = (
    <Tree
      aria-label="Files"
      data-menu="files"
      className={styles.tree ?? ''}
      items={nodes}
      expandedKeys={expanded}
      onExpandedChange={setExpanded}
    >
      {(node) => <FileItem id={node.path} node={node} onFolder={toggle} />}
    </Tree>
  );
  return (
    // What is dragged is told by the rows; the same is done by keyboard with “Rename or Move”.
    <div
      className={styles.files}
      data-drop={moving.folder === '' || undefined}
      onKeyDownCapture={onKey}
      {...moving.events}
    >
      <DropFolder value={moving.folder}>
        {(listing?.files.length ?? 0) < VIRTUAL_FROM ? (
          tree
        ) : (
          <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 26 }}>
            {tree}
          </Virtualizer>
        )}
      </DropFolder>
    </div>
  );
}

/** What a key does in the tree, as in a file manager; the other keys move in it. */
function commandOf(event: KeyboardEvent, mac: boolean): CommandId | null {
  const { key, shiftKey, altKey } = event;
  const main = mac ? event.metaKey : event.ctrlKey;
  if (shiftKey || altKey) return null;
  if (main) return key === 'z' ? 'file.undoChange' : mac && key === 'Backspace' ? 'file.delete' : null;
  return !mac && key === 'Delete' ? 'file.delete' : null;
}

function foldersIn(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap((node) => (node.file ? [] : [node.path, ...foldersIn(node.children)]));
}

function firstExpanded(nodes: readonly TreeNode[], files: number, active: string | null): ReadonlySet<Key> {
  const open = new Set<Key>(active === null ? [] : foldersOf(active));
  const walk = (node: TreeNode) => {
    if (node.file) return;
    open.add(node.path);
    node.children.forEach(walk);
  };
  if (files <= OPEN_AT_FIRST) nodes.forEach(walk);
  else for (const node of nodes) if (!node.file) open.add(node.path);
  return open;
}

/** A file or folder can be dragged to another folder; a file into a text too, which writes a link to it. */
function draggedAs({ path, file }: TreeNode) {
  return {
    draggable: true,
    // The list would keep the page from dragging; a press needs none of this.
    onMouseDown: (event: MouseEvent) => event.stopPropagation(),
    onDragStart: ({ dataTransfer }: DragEvent) => {
      if (file) dataTransfer.setData(KIT_FILE_TYPE, path);
      dataTransfer.setData('text/plain', path);
      dataTransfer.effectAllowed = 'all';
    },
  };
}

interface FileItemProps {
  /** The path: the list tells its items by this, wherever they stand. */
  readonly id: string;
  readonly node: TreeNode;
  readonly onFolder: (path: string) => void;
}

/** A click or Enter opens a file, and opens or closes a folder. */
function FileItem({ id, node, onFolder }: FileItemProps) {
  const studio = useStudio();
  const { file } = node;
  const reason = useStudioState((state) =>
    file ? (file.reason ?? state.checks.reports.get(node.path)?.unrecognised) : undefined,
  );
  const name = visibleName(node.name);
  const current = useStudioState((state) => state.tabs.active === node.path);
  const dropHere = useContext(DropFolder) === node.path;
  const act = () => {
    if (file) void openFile(studio, node.path, { focus: true });
    else if (node.children.length > 0) onFolder(node.path);
  };
  const told = reason === undefined ? name : `${name}, ${reason}`;
  return (
    <TreeItem
      id={id}
      textValue={current ? `${told}, shown` : told}
      className={styles.treeItem ?? ''}
      data-current={current || undefined}
      data-drop={dropHere || undefined}
      onAction={act}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className={styles.treeRow} title={reason ?? node.path} {...draggedAs(node)}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron ?? ''}>
                <ChevronRight size={14} aria-hidden="true" />
              </Button>
            ) : (
              <span className={styles.noChevron} />
            )}
            <FileIcon node={node} />
            <span className={styles.treeName} data-unknown={reason !== undefined}>
              {name}
            </span>
            {file?.readOnly && <Lock size={12} aria-label="Read-only" className={styles.lock} />}
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>
        {(child) => <FileItem id={child.path} node={child} onFolder={onFolder} />}
      </Collection>
    </TreeItem>
  );
}

function FileIcon({ node }: { readonly node: TreeNode }) {
  const look = { size: 14, 'aria-hidden': true, className: styles.fileIcon ?? '' } as const;
  if (!node.file) return <Folder {...look} />;
  if (node.file.state === 'text') return <File {...look} />;
  if (node.file.state === 'image') return <Image {...look} />;
  return <FileWarning {...look} />;
}

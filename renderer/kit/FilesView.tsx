import { ChevronRight, File, FileWarning, Folder, Image, Lock } from 'lucide-react';
import { useMemo, useState } from 'react';
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
import { openFile } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { EmptyState } from '../ui/EmptyState';
import { visibleName } from '../ui/visible-name';
import { fileTree, foldersOf, type TreeNode } from './file-tree';
import styles from './Navigator.module.css';

/** From this many files on only the rows near the screen are in the page. */
const VIRTUAL_FROM = 250;

/** Folders that hold at most this many files are open at first. */
const OPEN_AT_FIRST = 80;

/** The kit as the disk has it; files that are no artifacts say why. */
export function FilesView() {
  const listing = useStudioState((state) => state.kit?.listing);
  const active = useStudioState((state) => state.tabs.active);
  const nodes = useMemo(() => (listing ? fileTree(listing) : []), [listing]);
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(() =>
    firstExpanded(nodes, listing?.files.length ?? 0, active),
  );
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
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={active === null ? [] : [active]}
      expandedKeys={expanded}
      onExpandedChange={setExpanded}
    >
      {(node) => <FileItem node={node} />}
    </Tree>
  );
  if ((listing?.files.length ?? 0) < VIRTUAL_FROM) return tree;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 26 }}>
      {tree}
    </Virtualizer>
  );
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

function FileItem({ node }: { readonly node: TreeNode }) {
  const studio = useStudio();
  const { file } = node;
  const reason = useStudioState((state) =>
    file ? (file.reason ?? state.checks.reports.get(node.path)?.unrecognised) : undefined,
  );
  const name = visibleName(node.name);
  const open = file ? () => void openFile(studio, node.path, { focus: true }) : undefined;
  return (
    <TreeItem
      id={node.path}
      textValue={reason === undefined ? name : `${name}, ${reason}`}
      className={styles.treeItem ?? ''}
      {...(open ? { onAction: open } : {})}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className={styles.treeRow} title={reason ?? node.path}>
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
      <Collection items={node.children}>{(child) => <FileItem node={child} />}</Collection>
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

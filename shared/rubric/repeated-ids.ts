import type { DataNode } from '../text/data-tree';
import type { DataSource } from './artifact';
import type { Finding } from './finding';

/** At most this many are told per file. */
const MOST = 20;

/**
 * Entries of one list that share an `id`: references to it could mean either. The formats ask for unique ids in every list of objects that
 * have one (artifact specification, section 1), which JSON Schema cannot say. Each repetition is told at its id.
 */
export function repeatedIds(source: DataSource): Finding[] {
  const findings: Finding[] = [];
  if (source.data.root) visit(source.data.root, source.path, findings);
  return findings;
}

function visit(node: DataNode, path: string, into: Finding[]): void {
  if (into.length >= MOST) return;
  if (node.kind === 'map') for (const child of node.members.values()) visit(child, path, into);
  if (node.kind !== 'list') return;
  const seen = new Map<string, DataNode>();
  for (const item of node.items) {
    visit(item, path, into);
    const id = item.kind === 'map' ? item.members.get('id') : undefined;
    if (!id || typeof id.value !== 'string' || id.value === '') continue;
    const first = seen.get(id.value);
    if (!first) {
      seen.set(id.value, id);
    } else if (into.length < MOST) {
      into.push({
        id: 'schema',
        severity: 'should',
        path,
        span: id.span,
        message: `${id.value} stands twice in this list`,
        hint: 'Give each entry an id of its own.',
        related: [{ path, span: first.span, message: 'the first entry with this id' }],
      });
    }
  }
}

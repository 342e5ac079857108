import type { Problem } from '../../rubric/criterion';
import type { Packet } from '../../rubric/packet';
import type { DataNode, DataTree } from '../../text/data-tree';
import { matches } from '../../text/quantities';

const ID = '(?<![\\p{L}\\p{N}-])[A-Z]{1,5}(?:-[\\p{L}\\p{N}]+)*-[\\p{L}]{0,3}\\d{1,5}(?![\\p{L}\\p{N}-])';

/** Documents and incidents have namesakes outside the packet: RFC-031 of another team is no mistake. */
const ELSEWHERE = /^(?:RFC|INC)-/;

/** Families of ids that working papers refer to. */
const FAMILIES = ['R', 'CF', 'AI', 'SLO', 'TW', 'D', 'C', 'ADR', 'QA', 'IM', 'RA', 'RA-A', 'RC'] as const;

/**
 * Ids in the values of a file that nothing in the packet defines, although others of their row are defined: `R-99` beside a register with `R-01`
 * to `R-12`, `QRY-44` beside a scenario with `QRY-01` to `QRY-06`. Tokens of rows that the packet does not know are left alone.
 */
export function danglingIds(tree: DataTree, packet: Packet): Problem[] {
  const { known, rows } = packet.derived(idsOf);
  const problems: Problem[] = [];
  const visit = (node: DataNode, key: string): void => {
    if (node.kind === 'map') for (const [name, child] of node.members) visit(child, name);
    else if (node.kind === 'list') for (const child of node.items) visit(child, key);
    else if (typeof node.value === 'string' && key !== 'id')
      for (const { from, to, text } of matches(tree.text, ID, node.span)) {
        if (known.has(text) || !rows.has(rowOf(text)) || ELSEWHERE.test(text)) continue;
        problems.push({ span: { from, to }, message: `${text} is defined nowhere in the packet` });
      }
  };
  if (tree.root) visit(tree.root, '');
  return problems;
}

/** The ids that the packet defines, and what their rows share. */
function idsOf(packet: Packet): { readonly known: ReadonlySet<string>; readonly rows: ReadonlySet<string> } {
  const known = new Set<string>();
  for (const family of FAMILIES) for (const { id } of packet.definitions(family)) known.add(id);
  for (const { id } of packet.records('scenario-ref')) known.add(id);
  return { known, rows: new Set([...known].map(rowOf)) };
}

/** What the ids of one row share: `R-`, `RA-A`, `LOG-enr-`. */
function rowOf(id: string): string {
  return id.replace(/(?<!\d)\d+$/, '');
}

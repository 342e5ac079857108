import type { Block } from '../../preview/block';
import { leftOut, MOST_MARKS } from '../../preview/chart/left-out';
import type { BonesChart, Paint } from '../../preview/chart/spec';
import type { DiagramNode } from '../../text/mermaid';
import { type Category, type Fishbone, hypothesis, verified } from './model';

interface Standing {
  readonly words: string;
  readonly paint: Paint;
  readonly dashed?: boolean;
}

/** Mermaid draws the nodes as a mindmap; here they are the bones of a fish, and what is sure is told from what is not. */
export function preview({ readable, head, categories, leaves }: Fishbone): Block[] {
  const what = 'the fishbone';
  if (!readable) return [leftOut(what, 'It is read from a mindmap or a flowchart.')];
  if (!head || categories.length === 0)
    return [leftOut(what, 'It needs an effect as its head and categories that lead to it.')];
  if (leaves.length + categories.length > MOST_MARKS)
    return [leftOut(what, `${leaves.length} leaves are more than can be read.`)];
  const sure = leaves.filter(verified).length;
  const guesses = leaves.filter((leaf) => !verified(leaf) && hypothesis(leaf)).length;
  const untagged = leaves.length - sure - guesses;
  const bare = categories.filter((category) => category.leaves.length === 0).length;
  const chart: BonesChart = {
    form: 'bones',
    head: { name: `What happened: ${head.label}`, text: head.label, span: head.span },
    bones: categories.map(({ node, leaves: own }) => ({
      name: `${node.label}: ${counted(own.length)}`,
      label: node.label,
      span: node.span,
      leaves: own.map((leaf) => {
        const { words, ...look } = standingOf(leaf);
        return {
          name: `${node.label}: ${leaf.label} (${words})`,
          text: leaf.label,
          span: leaf.span,
          ...look,
        };
      }),
    })),
    legend: [
      { label: 'Verified: has a contributing factor', paint: 'good', shape: 'line' },
      ...(guesses === 0 ? [] : [{ label: 'Hypothesis', paint: 'warning', shape: 'dashed' } as const]),
      ...(untagged === 0 ? [] : [{ label: 'Neither', paint: 'bad', shape: 'line' } as const]),
    ],
  };
  return [
    {
      kind: 'chart',
      title: 'What may have led to it, by category of condition',
      alt: `${head.label}. ${categories.length} ${categories.length === 1 ? 'category' : 'categories'} with ${counted(leaves.length)}: ${sure} verified, ${guesses} ${guesses === 1 ? 'hypothesis' : 'hypotheses'}${untagged === 0 ? '' : `, ${untagged} neither`}.${bare === 0 ? '' : ` ${bare} ${bare === 1 ? 'category has' : 'categories have'} no leaf.`}`,
      chart,
      table: {
        kind: 'table',
        columns: [
          { label: 'Category', align: 'start', width: 2 },
          { label: 'Condition', align: 'start', width: 5 },
          { label: 'Standing', align: 'start' },
        ],
        rows: categories.flatMap(rowsOf),
      },
      tabled: false,
      span: head.span,
    },
  ];
}

function rowsOf({ node, leaves }: Category) {
  if (leaves.length === 0)
    return [
      {
        cells: [
          { text: node.label, span: node.span },
          { text: 'No leaf yet', span: null },
          { text: '–', span: null },
        ],
      },
    ];
  return leaves.map((leaf) => ({
    cells: [
      { text: node.label, span: node.span },
      { text: leaf.label, span: leaf.span },
      { text: standingOf(leaf).words, span: leaf.span },
    ],
  }));
}

function standingOf(leaf: DiagramNode): Standing {
  if (verified(leaf)) return { words: 'verified', paint: 'good' };
  if (hypothesis(leaf)) return { words: 'hypothesis', paint: 'warning', dashed: true };
  return { words: 'neither verified nor marked as a hypothesis', paint: 'bad' };
}

function counted(leaves: number): string {
  return `${leaves} ${leaves === 1 ? 'leaf' : 'leaves'}`;
}

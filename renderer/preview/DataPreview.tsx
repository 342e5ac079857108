import { memo, type ReactNode, useContext, useMemo, useRef } from 'react';
import type { Block } from '../../shared/preview/block';
import type { PlacedBlock } from '../../shared/preview/block-changes';
import { isForReaders } from '../../shared/preview/for-readers';
import type { Span } from '../../shared/text/span';
import { keyed } from '../ui/keyed';
import { ScrollArea } from '../ui/ScrollArea';
import { Chart } from './chart/Chart';
import styles from './DataPreview.module.css';
import { type JumpProps, Value } from './DataValue';
import { Diagram } from './Diagram';
import { useDataMarks } from './data-marks';
import { CellFormsContext } from './forms/cell-forms';
import { useSlices } from './slices';
import { ROW, TableView } from './TableView';
import { useCursorPart } from './use-cursor-part';

export interface DataPreviewProps {
  readonly blocks: readonly PlacedBlock[];
  readonly label: string;
  /** The reader chose a value that stands in the file. */
  readonly onJump: (span: Span) => void;
  /** Stands above the blocks and scrolls with them. */
  readonly head?: ReactNode;
}

/** A structured file as what it means. Values that stand in the file lead to their line; computed ones do not. */
export function DataPreview({ blocks: all, label, onJump, head }: DataPreviewProps) {
  const written = useContext(CellFormsContext) !== null;
  const blocks = useMemo(
    () => (written ? all : all.filter(({ block }) => isForReaders(block))),
    [written, all],
  );
  const slices = useSlices(blocks, probableHeight);
  const root = useRef<HTMLElement>(null);
  useCursorPart(root, blocks);
  return (
    <ScrollArea ref={root} look="pane" role="document" label={label} entry>
      <div className={styles.page}>
        {head}
        {slices.map(({ key: slice, items, room, ref }) => (
          <div
            key={slice}
            ref={ref}
            data-slice={slice}
            className={styles.blocks}
            style={room === null ? undefined : { blockSize: room }}
          >
            {room === null &&
              keyed(items, ({ block }) => blockKey(block)).map(({ key, item }) => (
                <ShownBlock key={key} block={item.block} shift={item.shift} onJump={onJump} />
              ))}
          </div>
        ))}
      </div>
    </ScrollArea>
  );
}

/** Room that a block probably takes before it was drawn, in pixels. */
function probableHeight({ block }: PlacedBlock): number {
  switch (block.kind) {
    case 'heading':
      return 46;
    case 'paragraph':
      return 24 + Math.ceil(block.text.length / 80) * 24;
    case 'entries':
      return 40 + Math.ceil(block.entries.length / 3) * 46;
    case 'list':
      return 12 + block.items.length * 24;
    case 'table':
      return 80 + block.rows.length * ROW;
    case 'chart':
    case 'diagram':
      return 340;
  }
}

/** A block, with its places where they are now. What did not change is not drawn again. */
const ShownBlock = memo(function ShownBlock({ block, shift, onJump }: PlacedBlock & JumpProps) {
  const jump = shift === 0 ? onJump : ({ from, to }: Span) => onJump({ from: from + shift, to: to + shift });
  return <BlockView block={block} shift={shift} onJump={jump} />;
});

/** Values longer than this get a line of their own, in characters. */
const LONG_VALUE = 90;

/** What a block is known by: its kind and its first words. */
function blockKey(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return `${block.kind} ${block.text}`;
    case 'table':
      return `table ${block.caption ?? block.columns.map((column) => column.label).join(' ')}`;
    case 'diagram':
    case 'chart':
      return `${block.kind} ${block.title}`;
    default:
      return block.kind;
  }
}

function BlockView({ block, shift, onJump }: PlacedBlock & JumpProps) {
  const marks = useDataMarks();
  const changed = marks.get(block);
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return (
        <Heading data-changed={changed}>
          <Value value={{ text: block.text, span: block.span }} onJump={onJump} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p data-tone={block.tone ?? 'plain'} data-changed={changed}>
          <Value value={{ text: block.text, span: block.span }} onJump={onJump} />
        </p>
      );
    case 'entries':
      return (
        <dl className={styles.entries}>
          {keyed(block.entries, (entry) => entry.term).map(({ key, item: entry }) => (
            <div key={key} data-long={entry.value.text.length > LONG_VALUE} data-changed={marks.get(entry)}>
              <dt>{entry.term}</dt>
              <dd>
                <Value value={entry.value} onJump={onJump} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ul className={styles.list}>
          {keyed(block.items, (item) => item.text).map(({ key, item }) => (
            <li key={key} data-changed={marks.get(item)}>
              <Value value={item} onJump={onJump} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableView block={block} shift={shift} onJump={onJump} />;
    case 'chart':
      return (
        <div data-changed={changed}>
          <Chart
            block={block}
            shift={shift}
            onJump={onJump}
            table={<TableView block={block.table} shift={shift} onJump={onJump} />}
          />
        </div>
      );
    case 'diagram':
      return (
        <div data-changed={changed}>
          <Diagram source={block.source} title={block.title} />
        </div>
      );
  }
}

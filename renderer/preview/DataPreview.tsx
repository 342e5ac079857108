import { memo, type ReactNode, useContext, useRef } from 'react';
import type { Block, CellValue, Column, TableBlock } from '../../shared/preview/block';
import type { PlacedBlock } from '../../shared/preview/block-changes';
import type { Span } from '../../shared/text/span';
import { keyed } from '../ui/keyed';
import { ScrollArea } from '../ui/ScrollArea';
import { Chart } from './chart/Chart';
import styles from './DataPreview.module.css';
import { Cell, type JumpProps, type PlacedProps, Value } from './DataValue';
import { Diagram } from './Diagram';
import { useDataMarks } from './data-marks';
import { CellFormsContext } from './forms/cell-forms';
import { isForm } from './forms/is-form';
import { useGrid } from './forms/use-grid';
import { useSlices } from './slices';
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
export function DataPreview({ blocks, label, onJump, head }: DataPreviewProps) {
  const slices = useSlices(blocks, probableHeight);
  const root = useRef<HTMLElement>(null);
  useCursorPart(root, blocks);
  return (
    <ScrollArea ref={root} className={styles.scroller} role="document" label={label} entry>
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

/** A column of words stays wide enough for them in a narrow pane: the table scrolls sideways instead. */
function leastWidth({ width = 1 }: Column): string | undefined {
  return width > 1 ? `${Math.min(width, 3) * 3.2}em` : undefined;
}

/** Height that a row of a table probably takes, in pixels. */
const ROW = 30;
const rowHeight = () => ROW;

/** A block, with its places where they are now. What did not change is not drawn again. */
const ShownBlock = memo(function ShownBlock({ block, shift, onJump }: PlacedBlock & JumpProps) {
  const jump = shift === 0 ? onJump : ({ from, to }: Span) => onJump({ from: from + shift, to: to + shift });
  return <BlockView block={block} shift={shift} onJump={jump} />;
});

/** Values longer than this get a line of their own, in characters. */
const LONG_VALUE = 90;

const NOTHING: CellValue = { text: '', span: null };

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

function TableView({ block, shift, onJump }: { readonly block: TableBlock } & PlacedProps) {
  const marks = useDataMarks();
  const columns = keyed(block.columns, (column) => column.label);
  const slices = useSlices(block.rows, rowHeight);
  const sliced = slices.length > 1;
  const written = useContext(CellFormsContext) !== null;
  const form = written && isForm(block);
  const grid = useGrid(form);
  return (
    <figure className={styles.figure}>
      {(block.caption !== undefined || form) && (
        <figcaption>
          {block.caption}
          {form && <span className={styles.hint}>Double-click a value to change it</span>}
        </figcaption>
      )}
      <ScrollArea className={styles.tableBox} label={block.caption ?? 'Table'} whenNeeded>
        <table
          {...(form ? { role: 'grid', ...grid } : {})}
          aria-label={block.caption}
          aria-rowcount={sliced ? block.rows.length + 1 : undefined}
        >
          <thead>
            <tr>
              {columns.map(({ key, item: column }) => (
                <th
                  key={key}
                  scope="col"
                  data-align={column.align}
                  style={{ minInlineSize: leastWidth(column) }}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          {slices.map((slice) => (
            <tbody key={slice.key} ref={slice.ref} data-slice={slice.key}>
              {slice.room !== null ? (
                <tr style={{ blockSize: slice.room }}>
                  <td colSpan={columns.length} />
                </tr>
              ) : (
                keyed(slice.items, (row) => row.cells[0]?.text ?? '').map(({ key, item: row }, place) => (
                  <tr
                    key={key}
                    data-tone={row.tone ?? 'plain'}
                    data-changed={marks.get(row)}
                    aria-rowindex={sliced ? slice.first + place + 2 : undefined}
                  >
                    {columns.map(({ key: column, item }, at) => (
                      <td
                        key={column}
                        data-align={item.align}
                        data-changed={marks.get(row.cells[at] ?? NOTHING)}
                      >
                        <Cell value={row.cells[at] ?? NOTHING} shift={shift} onJump={onJump} />
                      </td>
                    ))}
                  </tr>
                ))
              )}
            </tbody>
          ))}
        </table>
      </ScrollArea>
    </figure>
  );
}

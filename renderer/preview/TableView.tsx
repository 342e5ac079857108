import { useContext, useRef } from 'react';
import type { CellValue, Column, TableBlock, TableLine } from '../../shared/preview/block';
import { keyed } from '../ui/keyed';
import { ScrollArea } from '../ui/ScrollArea';
import styles from './DataPreview.module.css';
import { Cell, type PlacedProps } from './DataValue';
import { useDataMarks } from './data-marks';
import { CellFormsContext } from './forms/cell-forms';
import { isForm } from './forms/is-form';
import { AddRow, RemoveRow } from './forms/RowTools';
import { useGrid } from './forms/use-grid';
import { useRows } from './forms/use-rows';
import { useSlices } from './slices';

/** Height that a row of a table probably takes, in pixels. */
export const ROW = 30;
const rowHeight = () => ROW;

const NOTHING: CellValue = { text: '', span: null };

/** A column of words stays wide enough for them in a narrow pane: the table scrolls sideways instead. */
function leastWidth({ width = 1 }: Column): string | undefined {
  return width > 1 ? `${Math.min(width, 3) * 3.2}em` : undefined;
}

/** A table of values, and the form on its text where that is written. */
export function TableView({ block, shift, onJump }: { readonly block: TableBlock } & PlacedProps) {
  const marks = useDataMarks();
  const columns = keyed(block.columns, (column) => column.label);
  const slices = useSlices(block.rows, rowHeight);
  const sliced = slices.length > 1;
  const forms = useContext(CellFormsContext);
  const form = forms !== null && isForm(block);
  const grid = useGrid(form);
  const figure = useRef<HTMLElement>(null);
  const rows = useRows(forms, block, figure);
  return (
    <figure ref={figure} className={styles.figure} onKeyDown={rows?.onKeyDown}>
      {(block.caption !== undefined || form) && (
        <figcaption>
          {block.caption}
          {form && block.rows.length > 0 && (
            <span className={styles.hint}>Double-click a value to change it</span>
          )}
        </figcaption>
      )}
      <ScrollArea className={styles.tableBox} label={block.caption ?? 'Table'} whenNeeded>
        <table
          {...(form && block.rows.length > 0 ? { role: 'grid', ...grid } : {})}
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
              {rows && <td className={styles.tool} />}
            </tr>
          </thead>
          {slices.map((slice) => (
            <tbody key={slice.key} ref={slice.ref} data-slice={slice.key}>
              {slice.room !== null ? (
                <tr style={{ blockSize: slice.room }}>
                  <td colSpan={columns.length} />
                </tr>
              ) : (
                keyed(slice.items, (row) => rowKey(block, row)).map(({ key, item: row }, place) => (
                  <tr
                    key={key}
                    data-row={row.place?.index}
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
                    {rows && (
                      <td className={styles.tool}>
                        {row.place && <RemoveRow place={row.place} onRemove={rows.remove} />}
                      </td>
                    )}
                  </tr>
                ))
              )}
            </tbody>
          ))}
        </table>
      </ScrollArea>
      {rows && forms && <AddRow rows={rows} forms={forms} />}
    </figure>
  );
}

/** A row stays the same one while its words are written: it is known by its entry where it has one. */
function rowKey({ grows }: TableBlock, { place, cells }: TableLine): string {
  if (!place) return cells[0]?.text ?? '';
  return typeof grows?.path === 'number' ? `row ${place.index}` : `row ${place.was}`;
}

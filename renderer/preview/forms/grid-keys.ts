/** A value that can be changed: the box around its button or its field. */
const BOX = '[data-cell]';
/** The same without what a row has behind its values. */
const VALUE = '[data-cell]:not([data-tool])';

/**
 * The box that a key leads to from another one of the same table: beside it in the row, in the same column of the next row that has one, at the
 * ends of the row or, with Ctrl, of the table. Null where there is none, or for another key.
 */
export function nextBox(from: HTMLElement, key: string, far = false): HTMLElement | null {
  const row = from.closest('tr');
  const table = from.closest('table');
  if (!row || !table) return null;
  const around = far ? table : row;
  const beside = [...around.querySelectorAll<HTMLElement>(BOX)];
  const values = [...around.querySelectorAll<HTMLElement>(VALUE)];
  const at = beside.indexOf(from);
  switch (key) {
    case 'ArrowLeft':
      return beside[at - 1] ?? null;
    case 'ArrowRight':
      return beside[at + 1] ?? null;
    case 'Home':
      return values[0] ?? null;
    case 'End':
      return values.at(-1) ?? null;
    case 'ArrowUp':
      return inColumn(from, row, table, -1);
    case 'ArrowDown':
      return inColumn(from, row, table, 1);
    default:
      return null;
  }
}

/** The next box of the table, or the one before, over the ends of rows. */
export function followingBox(from: HTMLElement, step: 1 | -1): HTMLElement | null {
  const boxes = [...(from.closest('table')?.querySelectorAll<HTMLElement>(VALUE) ?? [])];
  return boxes[boxes.indexOf(from) + step] ?? null;
}

function inColumn(
  from: HTMLElement,
  row: HTMLTableRowElement,
  table: HTMLTableElement,
  step: number,
): HTMLElement | null {
  const column = from.closest('td')?.cellIndex ?? 0;
  const part = boxesOf(row, column).indexOf(from);
  const rows = [...table.rows];
  for (let at = rows.indexOf(row) + step; rows[at]; at += step) {
    const boxes = boxesOf(rows[at] as HTMLTableRowElement, column);
    const box = boxes[Math.min(part, boxes.length - 1)];
    if (box) return box;
  }
  return null;
}

function boxesOf(row: HTMLTableRowElement, column: number): HTMLElement[] {
  return [...(row.cells[column]?.querySelectorAll<HTMLElement>(BOX) ?? [])];
}

/** Puts the focus on the value in a box. */
export function focusBox(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>(':scope > button')?.focus();
}

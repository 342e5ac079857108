import type { CellValue, TableBlock } from '../../preview/block';
import { editableCell } from '../../rubric/editable';
import { growingTable, isBlank, placedRow } from '../../rubric/growing';
import { headingKey, type TableCell } from '../../text/markdown';
import { type Agenda, clockText, type Slot, startsColumn } from './model';

/** A slot where the agenda puts it. */
export interface PlacedSlot {
  readonly slot: Slot;
  readonly minutes: number;
  /** Minutes from midnight. */
  readonly from: number;
  /** Where it should start: where the one before ended. */
  readonly expected: number;
}

/** All slots as rows to be written; those without their minutes have no start either. */
export function slotTable(agenda: Agenda, placed: readonly PlacedSlot[]): TableBlock {
  const { doc, table } = agenda;
  const edits = (slot: Slot, key: keyof typeof HOW) => editsOf(agenda, slot, key);
  return {
    kind: 'table',
    caption: 'Slots of the meeting',
    columns: [
      { label: 'Start', align: 'start' },
      { label: 'Minutes', align: 'end' },
      { label: 'Item', align: 'start', width: 4 },
      { label: 'Lead', align: 'start', width: 2 },
      { label: 'Output', align: 'start', width: 4 },
    ],
    ...(table ? growingTable(doc, table, 'slot', newCells(agenda, placed)) : {}),
    rows: agenda.slots.map((slot) => {
      const from = placed.find((each) => each.slot === slot)?.from ?? slot.start;
      return {
        ...(table ? placedRow(doc, table, slot.row, slot.item.trim() || 'this slot') : {}),
        cells: [
          { text: from === null ? '–' : clockText(from), span: slot.startCell?.span ?? null },
          { ...cell(slot.minutesCell?.text ?? '', slot.minutesCell, true), ...edits(slot, 'minutes') },
          { ...cell(slot.item, slot.itemCell), ...edits(slot, 'item') },
          { ...cell(slot.lead, slot.leadCell), ...edits(slot, 'lead') },
          { ...cell(slot.output, slot.outputCell), ...edits(slot, 'output') },
        ],
      };
    }),
  };
}

/** How the minutes of a slot are written, in its row or on its bar. */
export function minutesEdit(agenda: Agenda, slot: Slot) {
  return editsOf(agenda, slot, 'minutes');
}

function editsOf({ doc }: Agenda, slot: Slot, key: keyof typeof HOW) {
  const { label, how } = HOW[key];
  return editableCell(doc, slot[`${key}Cell`], `${label} of ${slot.item.trim() || 'the slot'}`, how);
}

/** A slot more begins where the last one ends; what else it is stays to be filled in. */
function newCells({ table, start }: Agenda, placed: readonly PlacedSlot[]): string[] {
  const last = placed.at(-1);
  const begin = last ? last.from + last.minutes : start;
  return (table?.header.cells ?? []).map(({ text }) => {
    if (startsColumn(text) && begin !== null) return clockText(begin % (24 * 60));
    // Not `<item>`: that would be an element of HTML.
    const asked = /^min/i.test(text.trim()) ? 'a whole number' : 'in a few words';
    return `<${headingKey(text) || 'text'}, ${asked}>`;
  });
}

const HOW = {
  minutes: { label: 'Minutes', how: { type: 'number', min: 1, max: 480, whole: true } },
  item: { label: 'Item', how: { type: 'text' } },
  lead: { label: 'Lead', how: { type: 'text' } },
  output: { label: 'Output', how: { type: 'text' } },
} as const;

function cell(text: string, at: TableCell | null, number = false): CellValue {
  const trimmed = text.trim();
  const open = isBlank(trimmed);
  return {
    text: trimmed === '' || (open && number) ? '–' : trimmed,
    span: at?.span ?? null,
    ...(open ? { tone: 'quiet' as const } : {}),
  };
}

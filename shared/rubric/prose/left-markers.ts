import { lineEnd } from '../../text/edits/edit';
import { copiedParts, isStillCopied } from '../copied/copied-parts';
import { markerLine } from '../copied/marker';
import { judge, notApplicable } from '../criterion';
import type { Remark } from './remark';

const MARK = markerLine('md', 'Problem', 'Orders arrive late by 94 min.\nNobody saw it for 315 min.\n');
const DATA = 'criteria:\n  - name: Cost of a year\n';
const DATA_MARK = markerLine('yaml', 'criteria', DATA);

/** PROSE-05: a marker of what was copied as a start stands over text that has been written anew. */
export const leftMarkers: Remark = {
  id: 'PROSE-05',
  mode: 'auto',
  severity: 'info',
  scope: 'value',
  readsPacket: false,
  title: 'No marker is left over a part that is yours',
  failTitle: 'A marker is left over a part that is yours',
  why: 'The marker says that the text below it was copied. Most of it is not any more, and a reader of the source would believe the marker.',
  hint: 'Remove the marker.',
  sources: ['Seed'],
  check: ({ source }) => {
    const parts = copiedParts(source);
    if (parts.length === 0)
      return notApplicable('Nothing in the file is marked as copied from the worked example');
    return judge(
      parts
        .filter((part) => !isStillCopied(part))
        .map(({ marker: { from, to, title } }) => ({
          span: { from, to },
          message: `"${title}" is yours now: its marker can go`,
          fix: {
            title: 'Remove the marker',
            edits: [{ from, to: endOfGap(source.text, from, to), insert: '' }],
          },
        })),
    );
  },
  examples: {
    pass: [
      {
        path: 'note.md',
        source: `# Note\n\n## Problem\n\n${MARK}\n\nOrders arrive late by 94 min.\nNobody saw it for 315 min.\n`,
      },
    ],
    fail: [
      {
        path: 'note.md',
        source: `# Note\n\n## Problem\n\n${MARK}\n\nInvoices are paid twice, two in a week.\n`,
        at: [`${MARK}`],
      },
      {
        path: 'data.yaml',
        source: `${DATA_MARK}\ncriteria:\n  - name: Time of a run\n`,
        at: [`${DATA_MARK}`],
      },
    ],
  },
};

/** The end of the marker's line, and of the blank line below it when one stands above it too: no gap is left behind. */
function endOfGap(text: string, from: number, to: number): number {
  const next = Math.min(text.length, lineEnd(text, to) + (text.startsWith('\r\n', to) ? 2 : 1));
  const blank = /^[ \t]*\r?\n/.exec(text.slice(next, next + 80))?.[0];
  const above = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, from - 80), from));
  return above && blank !== undefined ? next + blank.length : next;
}

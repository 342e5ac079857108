import { copiedParts, isStillCopied } from '../copied/copied-parts';
import { markerLine } from '../copied/marker';
import { type AutoCriterion, judge, notApplicable } from '../criterion';

const EXAMPLE = 'Orders arrive late by 94 min.\nNobody saw it for 315 min.\n';
const MARK = markerLine('md', 'Problem', EXAMPLE);
const DATA = 'criteria:\n  - name: Cost of a year\n    weight: 30\n';
const DATA_MARK = markerLine('yaml', 'criteria', DATA);

/** GEN-08: what was copied from the worked example as a start has been written anew. */
export const ownWords: AutoCriterion<unknown> = {
  id: 'GEN-08',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'What was copied as a start is written anew',
  failTitle: 'A part still belongs to the worked example',
  why: 'A committee judges what you did. A borrowed section tells it about another company, and what it meets is not met by you.',
  hint: 'Write this part for your own case. Until most of it is yours, the criteria it meets do not count.',
  sources: ['Seed'],
  check: ({ source }) => {
    const parts = copiedParts(source);
    if (parts.length === 0)
      return notApplicable('Nothing in the file is marked as copied from the worked example');
    return judge(
      parts.filter(isStillCopied).map(({ marker, left }) => ({
        span: { from: marker.from, to: marker.to },
        message: `"${marker.title}" still says what the worked example says: ${left} of ${marker.signs.length} sentences and lines`,
      })),
      parts.filter((part) => !isStillCopied(part)).map(({ span }) => span),
    );
  },
  examples: {
    pass: [
      {
        path: 'note.md',
        source: `# Note\n\n## Problem\n\n${MARK}\n\nInvoices are paid twice.\nTwo a week are, since 2024-03-01.\n`,
        evidence: ['Invoices are paid twice'],
      },
      {
        path: 'data.yaml',
        source: `${DATA_MARK}\ncriteria:\n  - name: Time of a run\n    weight: 40\nowner: Ana\n`,
        evidence: ['Time of a run'],
      },
    ],
    fail: [
      {
        path: 'note.md',
        source: `# Note\n\n## Problem\n\n${MARK}\n\n${EXAMPLE}\n## Goals\n\nOurs.\n`,
        at: [`${MARK}`],
      },
      {
        path: 'note.md',
        source: `# Note\n\n## Problem\n\n${MARK}\n\nOrders arrive late by 94 min. We lost 4 of them.\n`,
        at: [`${MARK}`],
      },
      { path: 'data.yaml', source: `title: T\n${DATA_MARK}\n${DATA}owner: Ana\n`, at: [`${DATA_MARK}`] },
    ],
  },
};

import type { HostError } from '../../shared/ipc/contract';
import type { ExportProgress, ExportReceipt } from '../../shared/ipc/payloads';

/** Where an export stands. */
export type ExportRun =
  | { readonly kind: 'form'; readonly error: HostError | null }
  /** Files of an earlier export are there. */
  | { readonly kind: 'confirm' }
  | { readonly kind: 'running'; readonly progress: ExportProgress | null; readonly cancelling: boolean }
  | { readonly kind: 'done'; readonly receipt: ExportReceipt };

export type ExportStep = ExportProgress['step'];

/** The steps in their order, as people call them. */
export const STEPS: readonly { readonly id: ExportStep; readonly word: string }[] = [
  { id: 'read', word: 'Read the files' },
  { id: 'check', word: 'Check the packet' },
  { id: 'diagrams', word: 'Draw the diagrams' },
  { id: 'layout', word: 'Lay out the pages' },
  { id: 'print', word: 'Print the PDF' },
  { id: 'verify', word: 'Read it back and verify' },
  { id: 'more', word: 'Make the briefing and the web page' },
  { id: 'zip', word: 'Pack the sources' },
];

export const FORM: ExportRun = { kind: 'form', error: null };

/** What the outcome of an export shows next. */
export function afterAnswer(
  answer: { ok: true; value: ExportReceipt } | { ok: false; error: HostError },
): ExportRun {
  if (answer.ok) return { kind: 'done', receipt: answer.value };
  if (answer.error.code === 'exists') return { kind: 'confirm' };
  return { kind: 'form', error: answer.error.code === 'cancelled' ? null : answer.error };
}

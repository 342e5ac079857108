import { isolateHistory } from '@codemirror/commands';
import { fileName } from '../../shared/domain/kit-path';
import type { Copy } from '../../shared/rubric/copied/copy-section';
import { formatOf } from '../../shared/rubric/parse-source';
import { matchingSection } from '../example/matching-section';
import { tabOf } from '../state/tabs-slice';
import { kindOf } from './compare';
import { exampleOf } from './example';
import { notify } from './notify';
import type { Studio } from './studio';

/**
 * Copies a part of the worked example into the active file, as a start: the section at `place` of the example, else the one about what the
 * cursor is in. A marker keeps the rubric from counting it until it is rewritten.
 */
export async function copySectionAsStart(studio: Studio, place: number | null = null): Promise<void> {
  const { store, buffers } = studio;
  const path = store.getState().tabs.active;
  const state = path === null ? null : buffers.state(path);
  if (path === null || !state) return;
  const refuse = (reason: string) => notify(studio, 'info', reason);
  if (tabOf(store.getState().tabs, path)?.readOnly !== false)
    return refuse(`${fileName(path)} is read-only. Open your own packet to copy into it.`);
  const kind = kindOf(studio, path);
  const example = kind ? await exampleOf(studio, kind, path) : null;
  if (example?.kind !== 'found')
    return refuse('There is no worked example of this kind of file to copy from.');
  const text = state.doc.toString();
  const copy = await copyOf(path, text, example.text, state.selection.main.head, place);
  if (!copy.ok) return refuse(copy.reason);
  if (buffers.text(path) !== text) return refuse('The text changed meanwhile. Try again.');
  buffers.dispatch(path, {
    changes: copy.edits.map(({ from, to, insert }) => ({ from, to, insert })),
    annotations: isolateHistory.of('full'),
    userEvent: 'input.copy',
  });
  const at = (copy.edits[0]?.from ?? 0) + (/\S/.exec(copy.edits[0]?.insert ?? '')?.index ?? 0);
  buffers.reveal(path, { from: at, to: at }, true);
  notify(studio, 'good', `Copied "${copy.title}". It counts as yours once most of it is rewritten.`);
}

/** The readers of Markdown and YAML load when they are needed. */
async function copyOf(
  path: string,
  text: string,
  example: string,
  cursor: number,
  place: number | null,
): Promise<Copy> {
  switch (formatOf(path)) {
    case 'md': {
      const { copySection } = await import('../../shared/rubric/copied/copy-section');
      const at = place ?? matchingSection(text, cursor, example);
      return at === null
        ? { ok: false, reason: 'The example has no section about this. Choose one in the example.' }
        : copySection(text, example, at);
    }
    case 'yaml': {
      const { copyEntry } = await import('../../shared/rubric/copied/copy-entry');
      return copyEntry(text, example, cursor);
    }
    case 'json':
      return {
        ok: false,
        reason:
          'JSON has no comments, so a copy could not be told from what is yours. Write it with the example beside it.',
      };
    default:
      return { ok: false, reason: 'A diagram is copied as a whole: use “Copy This Example into My Packet”.' };
  }
}

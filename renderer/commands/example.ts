import { fileName } from '../../shared/domain/kit-path';
import type { OpenedKit } from '../../shared/ipc/payloads';
import { compileGlob } from '../../shared/util/glob';
import type { KindInfo } from '../state/kind-info';
import { openFile } from './files';
import { openFolder } from './kits';
import { notify, notifyError } from './notify';
import type { Studio } from './studio';

/** A file of the worked example, or why there is none. */
export type ExampleFile =
  | {
      readonly kind: 'found';
      readonly kitId: string;
      readonly path: string;
      readonly text: string;
      readonly own: boolean;
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly message: string };

/** Files that are read at most to find one of a kind. */
const MOST_LOOKED_AT = 12;

/** The worked example is opened once per window, behind the scenes. */
const examples = new WeakMap<Studio, Promise<OpenedKit | string>>();

function exampleKit(studio: Studio): Promise<OpenedKit | string> {
  const known = examples.get(studio);
  if (known) return known;
  const asked = studio.host.call('kit.openExample', {}).then((answer) => {
    if (answer.ok) return answer.value;
    // A failure is not kept: the next look tries again.
    examples.delete(studio);
    return answer.error.message;
  });
  examples.set(studio, asked);
  return asked;
}

/** The kit that ships with the studio: the one that is open when it is that, else it is opened behind the scenes. */
export function exampleKitOf(studio: Studio): Promise<Pick<OpenedKit, 'kitId' | 'listing'> | string> {
  const { kit } = studio.store.getState();
  return kit?.isExample ? Promise.resolve(kit) : exampleKit(studio);
}

/** The worked example of a kind, other than the file one is looking at. */
export async function exampleOf(studio: Studio, kind: KindInfo, path: string): Promise<ExampleFile> {
  const { kit } = studio.store.getState();
  if (!kit) return { kind: 'none' };
  const opened = kit.isExample ? kit : await exampleKit(studio);
  if (typeof opened === 'string') return { kind: 'failed', message: opened };
  const named = opened.listing.files.map((file) => file.path).filter((other) => matches(kind, other));
  const texts = await studio.host.call('kit.readMany', {
    kitId: opened.kitId,
    paths: named.slice(0, MOST_LOOKED_AT),
  });
  if (!texts.ok) return { kind: 'failed', message: texts.error.message };
  let same = false;
  for (const file of texts.value.files) {
    // A name may fit several kinds; the engine says which one it is.
    if (file.text === undefined || (await studio.checker.meaning(file.path, file.text)).kind !== kind.id)
      continue;
    if (!kit.isExample || file.path !== path) {
      return { kind: 'found', kitId: opened.kitId, path: file.path, text: file.text, own: kit.isExample };
    }
    same = true;
  }
  return { kind: same ? 'same' : 'none' };
}

/** Worked examples stand outside the templates and the counter-examples; of several, the first in the order of the folder is shown. */
function matches(kind: KindInfo, path: string): boolean {
  return !/(?:^|\/)(?:templates|senior-grade)\//.test(path) && isNamedLike(kind, path);
}

/** True when a file is called as files of a kind are. */
export function isNamedLike(kind: KindInfo, path: string): boolean {
  return kind.files.some((glob) =>
    glob.includes('/') ? compileGlob(`**${glob}`)(path) : compileGlob(glob)(fileName(path)),
  );
}

/**
 * Copies an example into the packet that is open, under its own path or, when that is taken, a free name beside it. From within the read-only
 * example, asks for the packet's folder first.
 */
export async function copyToPacket(studio: Studio): Promise<void> {
  const { kit, tabs, checks } = studio.store.getState();
  const path = tabs.active;
  if (!kit || path === null) return;
  if (kit.readOnly) {
    const text = studio.buffers.text(path);
    if (text === null || !(await openFolder(studio))) return;
    await createCopy(studio, path, text);
    return;
  }
  const kind = checks.kinds.get(checks.reports.get(path)?.kind ?? '');
  const example = kind ? await exampleOf(studio, kind, path) : null;
  if (example?.kind === 'found') await createCopy(studio, example.path, example.text);
  else if (example?.kind === 'failed') notify(studio, 'problem', example.message);
  else notify(studio, 'info', 'There is no worked example of this kind to copy.');
}

async function createCopy(studio: Studio, path: string, text: string): Promise<void> {
  const { kit } = studio.store.getState();
  if (!kit) return;
  for (const target of [path, ...freeNames(path)]) {
    const answer = await studio.host.call('artifact.create', { kitId: kit.kitId, path: target, text });
    if (answer.ok) {
      await openFile(studio, target, { focus: true });
      notify(studio, 'good', `Copied to ${target}`);
      return;
    }
    if (answer.error.code !== 'exists') {
      notifyError(studio, answer.error);
      return;
    }
  }
  notify(studio, 'problem', `${path} and its copies exist already`);
}

function freeNames(path: string): readonly string[] {
  const dot = path.lastIndexOf('.');
  const [stem, ending] = dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  return ['-example', '-example-2', '-example-3'].map((suffix) => `${stem}${suffix}${ending}`);
}

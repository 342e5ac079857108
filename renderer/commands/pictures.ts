import { relativeLink } from '../../shared/domain/kit-path';
import { pictureStem } from '../clipboard/picture-name';
import { redrawPicture } from '../clipboard/redraw-picture';
import { listAgain } from './list-again';
import { notify, notifyError } from './notify';
import type { Studio } from './studio';

/** Larger files are not even drawn, in bytes. */
const LARGEST = 40 * 1024 * 1024;

/** Keeps a picture beside a file of the kit. Answers how a link in that file writes its place; null when it was not kept, which was then said. */
export async function keepPicture(
  studio: Studio,
  path: string,
  file: Blob,
  name: string,
): Promise<string | null> {
  const { host, store, checker } = studio;
  const { kit } = store.getState();
  if (!kit) return null;
  const picture = file.size > LARGEST ? null : await redrawPicture(file);
  if (!picture) {
    const why = file.size > LARGEST ? 'has more than 40 MB' : 'is no picture that can be shown';
    notify(studio, 'problem', `${name || 'The picture'} ${why}. It was not kept.`);
    return null;
  }
  const saved = await host.call('artifact.saveAsset', {
    kitId: kit.kitId,
    beside: path,
    name: `${pictureStem(name, path)}.${picture.ending}`,
    base64: picture.base64,
  });
  if (!saved.ok) {
    notifyError(studio, saved.error);
    return null;
  }
  await listAgain(studio);
  // The checker has to know that it is there, or the link to it would lead nowhere.
  checker.set([{ path: saved.value.path, text: null, version: 0 }]);
  return relativeLink(path, saved.value.path);
}

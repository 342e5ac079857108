import { basename } from 'node:path';
import { extension, folderOf } from '../../shared/domain/kit-path';
import type { HostError } from '../../shared/ipc/contract';
import type { AssetReceipt } from '../../shared/ipc/payloads';
import { ok, type Result } from '../../shared/util/result';
import { pictureSize } from '../windows/picture-size';
import { writeAtomically } from './atomic-write';
import { absolutePath, belongsToKit, checkKitPath, type KitScope } from './containment';
import { sha256 } from './content-hash';
import { IMAGE_TYPES, MAX_IMAGE_BYTES } from './file-classes';
import type { FileSystem } from './file-system';
import { type HeldFolder, holdFolder } from './held-folder';
import { explain, fail } from './host-failure';
import { readKitBytes } from './read-text';
import { alreadyThere, holdsKitFiles, makeFolders, takenName, told } from './save-text';

/** A picture to be kept beside a file of the kit. */
export interface AssetOrder {
  readonly fs: FileSystem;
  readonly scope: KitScope;
  /** Kit path of the file that shows it. */
  readonly beside: string;
  /** Wanted name without folder, with its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Names that are tried before giving up: `figure.png`, `figure-2.png` and so on. */
const MOST_NAMES = 200;

/**
 * Writes a picture into `assets/` beside a file, under the first free name. Nothing that exists is touched; a file there with the same bytes is
 * taken as it is. Bytes that are no picture of the kind the name says are refused, whatever the page calls them.
 */
export async function saveAsset(order: AssetOrder): Promise<Result<AssetReceipt, HostError>> {
  const { fs, scope, bytes } = order;
  const folder = folderOf(order.beside);
  const first = `${folder === '' ? '' : `${folder}/`}assets/${order.name}`;
  const what = `"${first}" could not be saved`;
  const checked = checkKitPath(first);
  if (!checked.ok) return checked;
  if (!belongsToKit(scope, absolutePath(scope, first)))
    return fail('outside-kit', `"${first}" is not in one of the folders that kit.yaml names.`, {
      file: first,
    });
  if (bytes.length > MAX_IMAGE_BYTES) return fail('too-large', 'A picture may have at most 20 MB.');
  if (!isPicture(order.name, bytes)) return fail('bad-request', 'This is no picture that can be shown.');
  let held: HeldFolder | null = null;
  try {
    const place = await makeFolders(fs, scope, first);
    if (!place.ok) return place;
    held = await holdFolder(fs, place.value, (real) => holdsKitFiles(scope, real));
    for (const path of namesFor(first)) {
      const name = basename(path);
      const taken = await takenName(fs, held.at('.'), name);
      if (taken === null) {
        const written = await writeAtomically(fs, { folder: held, name, bytes, expected: 'nothing' });
        if (written.ok) return ok({ path });
        // Somebody was faster with this name: the next one.
        if (written.error.kind === 'changed') continue;
        return told(written.error, what, path);
      }
      if (taken === name && (await holds(order, path))) return ok({ path });
    }
    return alreadyThere(first, basename(first));
  } catch (error) {
    return explain(error, what, first);
  } finally {
    await held?.close();
  }
}

function* namesFor(path: string): Generator<string> {
  const ending = extension(path);
  const stem = path.slice(0, path.length - ending.length - 1);
  for (let n = 1; n <= MOST_NAMES; n++) yield n === 1 ? path : `${stem}-${n}.${ending}`;
}

async function holds({ fs, scope, bytes }: AssetOrder, path: string): Promise<boolean> {
  const read = await readKitBytes(fs, scope, path, bytes.length);
  return read.ok && read.value.hash === sha256(bytes);
}

/** PNG and JPEG only: the page draws every picture anew before it is kept, and these are what it draws. */
function isPicture(name: string, bytes: Uint8Array): boolean {
  const size = pictureSize(bytes);
  const png = bytes[0] === 0x89;
  const jpeg = bytes[0] === 0xff;
  const said = IMAGE_TYPES[extension(name)];
  return (
    size !== null && size.width > 0 && ((png && said === 'image/png') || (jpeg && said === 'image/jpeg'))
  );
}

import { extension } from '../../shared/domain/kit-path';
import { IMAGE_TYPES, MAX_IMAGE_BYTES } from '../kit/file-classes';
import type { KitRegistry } from '../kit/kit-registry';
import { notFound, pageResponse } from './page-response';
import { pictureSize } from './picture-size';

/** Drawing takes four bytes for each. */
const MAX_PIXELS = 40_000_000;

/**
 * Answers `app://kit/<kitId>/<path>` with a picture of an open kit, read through the containment layer. Anything that is no picture by name,
 * is too large, or lies outside is a 404: the page shows its placeholder.
 */
export async function kitImage(kits: KitRegistry, pathname: string): Promise<Response> {
  const place = imagePlace(pathname);
  const type = place ? IMAGE_TYPES[extension(place.path)] : undefined;
  if (!place || type === undefined) return notFound();
  const kit = kits.get(place.kitId);
  if (!kit.ok) return notFound();
  const read = await kit.value.readBytes(place.path, MAX_IMAGE_BYTES);
  if (!read.ok || !isDrawable(type, read.value.bytes)) return notFound();
  return pageResponse('kit', read.value.bytes, type);
}

/** An SVG is drawn as large as the page wants it; every other picture must be one and say a size that can be drawn. */
function isDrawable(type: string, bytes: Uint8Array): boolean {
  if (type === IMAGE_TYPES['svg']) return true;
  const size = pictureSize(bytes);
  return size !== null && size.width * size.height <= MAX_PIXELS;
}

/** Splits an address into kit and path. Each part is decoded once and may not hold a separator then. */
export function imagePlace(pathname: string): { readonly kitId: string; readonly path: string } | null {
  const parts: string[] = [];
  for (const part of pathname.split('/').slice(1)) {
    let decoded: string;
    try {
      decoded = decodeURIComponent(part);
    } catch {
      return null;
    }
    if (decoded === '' || /[/\\\0]/.test(decoded)) return null;
    parts.push(decoded);
  }
  const [kitId, ...path] = parts;
  return kitId === undefined || path.length === 0 ? null : { kitId, path: path.join('/') };
}

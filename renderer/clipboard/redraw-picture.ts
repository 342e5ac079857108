/** Pictures that are longer on one side are made smaller: nobody sees more of them on a page. */
const LONGEST_SIDE = 4096;
const JPEG_QUALITY = 0.92;

/** A picture to keep: its bytes as base64, and the ending of its name. */
export interface RedrawnPicture {
  readonly base64: string;
  readonly ending: 'png' | 'jpg';
}

/**
 * Draws a picture anew before it is kept: what else its file holds (where a photo was taken, other data) is left behind, and what is no picture
 * cannot be kept. A photo stays JPEG, everything else becomes PNG. Null where it cannot be drawn.
 */
export async function redrawPicture(file: Blob): Promise<RedrawnPicture | null> {
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file);
  } catch {
    return null;
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height, 1));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  if (!context) return null;
  const jpeg = file.type === 'image/jpeg';
  const drawn = await canvas.convertToBlob(
    jpeg ? { type: 'image/jpeg', quality: JPEG_QUALITY } : { type: 'image/png' },
  );
  return { base64: base64Of(new Uint8Array(await drawn.arrayBuffer())), ending: jpeg ? 'jpg' : 'png' };
}

/** In pieces: the arguments of a call do not hold a whole picture. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

const KB = 1024;
const MB = 1024 * KB;

/** A number of bytes as people say it: `17 bytes`, `3 KB`, `1.2 MB`. Rounded up, so that what passes a limit never looks like the limit. */
export function bytesInWords(bytes: number): string {
  if (bytes < KB) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < MB) return `${Math.ceil(bytes / KB)} KB`;
  return `${(Math.ceil((bytes / MB) * 10) / 10).toLocaleString('en-US')} MB`;
}

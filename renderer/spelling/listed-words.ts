/** The words of the studio's own list: separated by blanks, with notes on lines that begin with `#`. */
export function listedWords(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .filter((word) => word !== '');
}

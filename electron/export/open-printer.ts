import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printResources } from '../app-paths';
import { Printer } from './print';
import { loadPrintFonts } from './print-fonts';

/** A printer that has the bundled faces and some of our style sheets, by name. */
export async function openPrinter(styles: readonly string[]): Promise<Printer> {
  const folder = printResources();
  const [fonts, ...sheets] = await Promise.all([
    loadPrintFonts(folder),
    ...styles.map((name) => readFile(join(folder, name), 'utf8')),
  ]);
  return new Printer(Object.fromEntries(styles.map((name, i) => [name, sheets[i] ?? ''])), fonts);
}

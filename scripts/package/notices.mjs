import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRepo, repoRoot } from '../setup/paths.mjs';

/** Where the bundles left the licences of the packages inside them. */
const FOLDERS = ['dist/electron', 'dist/renderer'];

/** The licences of fonts that lie beside their files, not in a bundle. */
const FONTS = 'resources/print/fonts/OFL.txt';

/** Sections of a notice file, by the package they are about. Vite and our own bundler both write `## name …`. */
function sectionsOf(text) {
  return text.split(/^(?=## )/m).filter((section) => section.startsWith('## '));
}

/** One list of all packages in the program, each once, written to `target` (absolute). Returns their number. */
export function writeNotices(target) {
  const sections = new Map();
  for (const folder of FOLDERS.map((name) => inRepo(name)).filter((path) => existsSync(path))) {
    for (const name of readdirSync(folder).filter((file) => /^third-party-licenses.*\.md$/.test(file))) {
      for (const section of sectionsOf(readFileSync(`${folder}/${name}`, 'utf8'))) {
        const [title = ''] = section.split('\n', 1);
        // Vite writes `## name - version (licence)`, the other bundler without the dash.
        sections.set(title.replace(' - ', ' '), section.trim());
      }
    }
  }
  if (sections.size === 0) throw new Error('The bundles list no licences: build first.');
  const list = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section);
  const fonts = readFileSync(`${repoRoot}/${FONTS}`, 'utf8').trim();
  const text = `# Third-party software in Staffwright\n\nElectron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html.\n\n${list.join('\n\n')}\n\n## Fonts of the printed book\n\n${fonts}\n`;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  return sections.size;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repoRoot } from '../setup/paths.mjs';

/**
 * Notices of the packages inside a bundle. Their licences ask for it, and a reader of the shipped folder
 * can see what is in there. (The renderer's come from Vite.)
 */

/** Folder of the package a bundled file belongs to. */
function packageFolder(input) {
  const at = input.lastIndexOf('node_modules/');
  if (at === -1) return undefined;
  const [scopeOrName, name] = input.slice(at + 'node_modules/'.length).split('/');
  const folder = scopeOrName?.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName;
  return `${input.slice(0, at)}node_modules/${folder}`;
}

function licenseText(folder) {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  return name ? readFileSync(join(folder, name), 'utf8').trim() : undefined;
}

/** Markdown with one section per package among `inputs` (paths of a bundle's metafile), by name. */
export function licenseNotices(inputs) {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  // The generated validators hold ajv's helpers without naming the package.
  if (inputs.some((input) => /shared\/generated\/[\w-]+\.js$/.test(input))) {
    for (const name of ['ajv', 'ajv-formats']) folders.add(`node_modules/${name}`);
  }
  const sections = [];
  for (const folder of folders) {
    const absolute = join(repoRoot, folder);
    const manifest = join(absolute, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
    const text = licenseText(dirname(manifest)) ?? `License: ${license ?? 'see the package'}`;
    sections.push(`## ${name} ${version} (${license ?? 'see below'})\n\n${text}\n`);
  }
  return `# Third-party packages in this bundle\n\n${sections.sort().join('\n')}`;
}

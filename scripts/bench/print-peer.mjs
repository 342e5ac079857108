import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { run } from '../setup/process.mjs';

/**
 * `node print-peer.mjs <kit> <out> <chrome> <mmdc> <md-to-pdf>`: what people do with these two programs. mermaid-cli draws the diagram files, and the
 * fences of each Markdown file into a copy of it; md-to-pdf prints each copy. Structured files are left out: neither can read them.
 */
const [kit, out, chrome, mmdc, mdToPdf] = process.argv.slice(2);
const puppeteer = join(out, 'puppeteer.json');
mkdirSync(out, { recursive: true });
writeFileSync(puppeteer, JSON.stringify({ executablePath: chrome, args: ['--no-sandbox'] }));
const launch = JSON.stringify({ executablePath: chrome, args: ['--no-sandbox'] });

let failed = 0;
async function step(args) {
  const { code, output } = await run(process.execPath, args, { cwd: out });
  if (code === 0) return;
  failed++;
  console.log(`${args.slice(1, 4).join(' ')}: ${output.trim().slice(-300)}`);
}

const files = readdirSync(kit, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
for (const file of files) {
  const target = join(out, relative(kit, file));
  mkdirSync(dirname(target), { recursive: true });
  if (file.endsWith('.mmd'))
    await step([mmdc, '-q', '-p', puppeteer, '-i', file, '-o', `${target}.pdf`, '-f']);
  if (!file.endsWith('.md')) continue;
  const copy = join(dirname(target), `drawn-${basename(target)}`);
  await step([mmdc, '-q', '-p', puppeteer, '-i', file, '-o', copy]);
  await step([mdToPdf, copy, '--launch-options', launch]);
}
const made = readdirSync(out, { recursive: true }).filter((name) => String(name).endsWith('.pdf')).length;
console.log(`${made} PDFs, ${failed} failed`);
process.exitCode = made === 0 ? 1 : 0;

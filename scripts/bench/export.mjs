import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { prepareElectron } from '../setup/electron.mjs';
import { inRepo, repoRoot } from '../setup/paths.mjs';
import { SetupError } from '../setup/process.mjs';
import { benchKit } from './kits.mjs';
import { inTurn } from './measure.mjs';
import { openApp } from './open-app.mjs';
import { printer, systemTool } from './peers.mjs';
import { treeTimed } from './tree-memory.mjs';

/**
 * G1 to G3: exporting the portfolio in a fresh process with nothing cached, and again after an edit, in a fresh process and from the window of an
 * open studio, beside mermaid-cli with md-to-pdf, and beside one plain print of the whole page. `--copies 1,10` are 63 and 630 artifacts; 0 is a
 * part of the kit, to try the suite.
 */
export const exportSuite = {
  name: 'export',
  title: 'export a kit as PDF: fresh process, all processes counted',
  async run({ print, rounds, copies = [1, 10] }) {
    await build({ parts: ['validators', 'electron', 'renderer'] });
    const electron = await prepareElectron({ headless: true, log: print });
    const chrome = await browser();
    if (chrome === null)
      print(
        '  mermaid-cli and md-to-pdf are left out: they need a Chrome or Chromium on the path, or in STAFFWRIGHT_BENCH_CHROME ("none" leaves them out)',
      );
    const results = [];
    try {
      for (const count of copies) {
        const kit = count === 0 ? smallKit() : benchKit(count, 'packets');
        const work = mkdtempSync(join(tmpdir(), 'staffwright-bench-'));
        const edited = files(kit).find((file) => /executive-summary\.md$|adr-.*\.md$/.test(file));
        const app = await openApp({ electron, kit, edited, work });
        const sides = await sidesOf({ kit, work, edited, electron, chrome, app });
        const measured = await inTurn(sides, rounds, { warm: false }).finally(async () => {
          await app.close();
          rmSync(work, { recursive: true, force: true });
        });
        tell(print, `${artifacts(kit)} artifacts`, measured);
        results.push({ copies: count, artifacts: artifacts(kit), measured });
      }
    } finally {
      await electron.close();
    }
    return results;
  },
};

async function sidesOf({ kit, work, edited, electron, chrome, app }) {
  const warmData = join(work, 'warm');
  const ours = (data, outputs = 'pdf') =>
    checked(
      'our export',
      electron.runtime.executable,
      [
        ...electron.switches,
        repoRoot,
        `--user-data-dir=${data}`,
        '--headless-export',
        ...['--kit', kit, '--out', join(work, 'out'), '--outputs', outputs, '--overwrite'],
      ],
      electron.env,
    );
  // The page that the plain print gets, and the pictures of the first time.
  await ours(warmData, 'html,pdf');
  const page = join(work, 'page.html');
  cpSync(join(work, 'out', 'portfolio.html'), page);
  const sides = {
    cold: () => ours(mkdtempSync(join(work, 'cold-'))),
    'again after an edit': () => {
      appendFileSync(edited, '\nOne more line.\n');
      return ours(warmData);
    },
    // G2: the same from the window of a studio that has the kit open and has exported it before.
    'again, with the app open': () => app.exportEdited(),
    'one plain print of all': () =>
      checked(
        'the plain print',
        electron.runtime.executable,
        [
          ...electron.switches,
          inRepo('scripts', 'bench', 'whole-print'),
          `--user-data-dir=${mkdtempSync(join(work, 'plain-'))}`,
        ],
        { ...electron.env, STAFFWRIGHT_BENCH_PAGE: page, STAFFWRIGHT_BENCH_OUT: join(work, 'plain.pdf') },
      ),
  };
  if (chrome !== null) {
    const mmdc = await printer('@mermaid-js', 'mermaid-cli', 'src', 'cli.js');
    const mdToPdf = await printer('md-to-pdf', 'dist', 'cli.js');
    sides['mermaid-cli + md-to-pdf'] = () => {
      const out = mkdtempSync(join(work, 'peer-'));
      const peer = inRepo('scripts', 'bench', 'print-peer.mjs');
      return checked('mermaid-cli + md-to-pdf', process.execPath, [peer, kit, out, chrome, mmdc, mdToPdf]);
    };
  }
  return sides;
}

/** A side that fails stops the run: its time would say nothing. */
async function checked(name, command, args, env = {}) {
  const result = await treeTimed(command, args, { env });
  if (result.code !== 0) throw new SetupError(`${name} ended with ${result.code}:\n${result.said}`);
  return result;
}

async function browser() {
  const named = process.env.STAFFWRIGHT_BENCH_CHROME;
  // The peers alone take the better part of an hour for 630 artifacts.
  if (named === 'none') return null;
  if (named) return named;
  for (const name of ['chromium', 'google-chrome', 'chromium-browser'])
    if (await systemTool(name))
      return ['/usr/bin', '/usr/local/bin'].map((folder) => join(folder, name)).find(existsSync) ?? null;
  return null;
}

/** The last part of the worked example alone. */
function smallKit() {
  const root = inRepo('out', 'bench', 'export-small');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync(inRepo('examples', 'part4-postmortem'), join(root, 'part4-postmortem'), { recursive: true });
  return root;
}

function files(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function artifacts(kit) {
  return files(kit).filter((path) => /part\d[^/]*\/.*\.(?:md|mmd|yaml|json)$/.test(path)).length;
}

function tell(print, size, measured) {
  const { cold } = measured;
  for (const [name, { ms, cpuMs, peakMb, spread }] of Object.entries(measured)) {
    const times = (theirs, own) => (theirs === null || own === null ? '–' : `${(theirs / own).toFixed(2)}x`);
    const against =
      name === 'cold'
        ? ''
        : `  of cold: time ${times(ms, cold.ms)}, processor ${times(cpuMs, cold.cpuMs)}, memory ${times(peakMb, cold.peakMb)}`;
    const seconds = (value) => (value / 1000).toFixed(1);
    print(
      `  ${size}  ${name.padEnd(24)} ${seconds(ms)} s (${spread.map(seconds).join(' to ')}), processor ${cpuMs === null ? '–' : seconds(cpuMs)} s, ${peakMb === null ? '–' : Math.round(peakMb)} MB${against}`,
    );
  }
}

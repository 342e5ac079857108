import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { inRepo, repoRoot } from '../setup/paths.mjs';

/**
 * Decides whether a part of the build is still fresh. A record holds, for each input file, its size, time
 * and content hash: equal size and time are believed at once; otherwise the content decides, so that a
 * fresh checkout or a `touch` does not rebuild anything.
 */

/** Bump when the record format or the meaning of a part changes. */
const FORMAT = 3;

function recordPath(part) {
  return inRepo('dist', '.fingerprints', `${part}.json`);
}

function hashFile(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 32);
}

function statOf(path) {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.size}:${stats.mtimeNs}` : undefined;
}

/** Paths are stored relative to the repository with `/`, so a moved checkout stays fresh. */
function toKey(path) {
  return relative(repoRoot, path).split(sep).join('/');
}

/**
 * Files under `folder` (absolute), sorted; tests are left out because they never reach a bundle.
 * An absent folder is empty.
 */
export function listFiles(folder, keep = () => true) {
  const found = [];
  const walk = (directory) => {
    let entries;
    try {
      entries = readdirSync(directory, { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') walk(path);
      } else if (entry.isFile() && !/\.test(-support)?\.tsx?$/.test(entry.name) && keep(path)) {
        found.push(path);
      }
    }
  };
  walk(folder);
  return found.sort();
}

/**
 * True when `part` was built from exactly the present inputs with the same `key` and its outputs are there.
 * `listing` names the current input files where the set itself matters (a folder that is read as a whole);
 * without it the recorded set is checked.
 */
export function isFresh(part, key, listing) {
  let record;
  try {
    record = JSON.parse(readFileSync(recordPath(part), 'utf8'));
  } catch {
    return false;
  }
  if (record.format !== FORMAT || record.key !== key) return false;
  if (!record.outputs.every((output) => statSync(inRepo(output), { throwIfNoEntry: false }))) return false;
  if (listing) {
    const current = listing.map(toKey).sort();
    const known = Object.keys(record.inputs).sort();
    if (current.length !== known.length || current.some((name, index) => name !== known[index])) return false;
  }
  let touched = false;
  for (const [name, known] of Object.entries(record.inputs)) {
    const stat = statOf(inRepo(name));
    if (stat === undefined) return false;
    if (stat === known.stat) continue;
    if (hashFile(inRepo(name)) !== known.hash) return false;
    record.inputs[name] = { stat, hash: known.hash };
    touched = true;
  }
  if (touched) writeAtomically(recordPath(part), JSON.stringify(record));
  return true;
}

/**
 * Records what a part was built from. `startedAt` (epoch milliseconds) is when the build began: a file
 * written after that may have been read in its older form, so it is recorded as unknown and the next call
 * builds again.
 */
export function recordInputs(part, key, inputs, outputs, startedAt) {
  const noted = {};
  for (const path of new Set(inputs)) {
    const stat = statOf(path);
    if (stat === undefined) continue;
    const late = statSync(path).mtimeMs >= startedAt;
    noted[toKey(path)] = late ? { stat: '', hash: '' } : { stat, hash: hashFile(path) };
  }
  const record = { format: FORMAT, key, inputs: noted, outputs: outputs.map(toKey) };
  writeAtomically(recordPath(part), JSON.stringify(record));
}

/** Forgets a part, so that a failed build is never taken for a fresh one. */
export function forget(part) {
  rmSync(recordPath(part), { force: true });
}

/** Writes through a neighbour and a rename: a parallel reader sees the old file or the new one. */
export function writeAtomically(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.tmp-${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

/** The same, but leaves the file (and its time) alone when nothing changed. True when it wrote. */
export function writeIfChanged(path, text) {
  try {
    if (readFileSync(path, 'utf8') === text) return false;
  } catch {
    // Absent: written below.
  }
  writeAtomically(path, text);
  return true;
}

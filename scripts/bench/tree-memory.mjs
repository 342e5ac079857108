import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** How often the memory of all processes is added up, in milliseconds. */
const LOOK = 120;

/**
 * Runs a command to its end and resolves with wall-clock `ms`, `cpuMs`, its exit `code`, the end of its output as `said`, and `peakMb`: the most that
 * all processes below it held at one time. Pages that several of them share count once (Pss). Linux only; elsewhere `peakMb` is null.
 */
export function treeTimed(command, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const startedAt = process.hrtime.bigint();
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said = (said + data).slice(-4000);
      });
    const tree = watchTree(child.pid);
    child.on('error', (error) => {
      tree.stop();
      reject(error);
    });
    // Not `close`: a helper process of Chromium that is slow to go keeps the output open.
    child.on('exit', (code) => {
      const ms = Number(process.hrtime.bigint() - startedAt) / 1e6;
      resolve({ ms, code, ...tree.stop(), said });
    });
  });
}

/** Watches a process and all below it until `stop`, which tells what they held at most together and the processor time they took meanwhile. */
export function watchTree(root) {
  let peakMb = null;
  const before = new Map(familyOf(root).map((pid) => [pid, cpuOf(pid)]));
  const spent = new Map();
  const look = () => {
    const family = familyOf(root);
    const held = family.map(pssOf).filter((kb) => kb !== null);
    if (held.length > 0) peakMb = Math.max(peakMb ?? 0, held.reduce((sum, kb) => sum + kb, 0) / 1024);
    for (const pid of family)
      spent.set(pid, Math.max(cpuOf(pid) - (before.get(pid) ?? 0), spent.get(pid) ?? 0));
  };
  const timer = setInterval(look, LOOK);
  return {
    stop() {
      clearInterval(timer);
      const cpuMs = spent.size === 0 ? null : [...spent.values()].reduce((sum, each) => sum + each, 0);
      return { cpuMs, peakMb };
    },
  };
}

function pssOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return null;
  }
}

/** Processor time of a process so far, without its children, in milliseconds. What it does after the last look is not seen. */
function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

function familyOf(root) {
  const found = [root];
  for (const pid of found) {
    try {
      for (const task of readdirSync(`/proc/${pid}/task`)) {
        const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim();
        if (children !== '') found.push(...children.split(' ').map(Number));
      }
    } catch {
      // Ended meanwhile, or no such system.
    }
  }
  return found;
}

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** How often memory is looked at while a command runs, in milliseconds. */
const LOOK = 15;

/**
 * Runs a command to its end. Resolves with wall-clock `ms`, its exit `code`, `cpuMs` (processor time of it and its children) and
 * `peakMb` (the sum of their peaks), both where the system tells (Linux), else null. Output is thrown away; a command that cannot
 * start rejects. One at a time: processor time is told of all children together.
 */
export function timed(command, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const spent = cpuOfChildren();
    const startedAt = process.hrtime.bigint();
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'ignore' });
    const peaks = new Map();
    const look = () => {
      for (const pid of family(child.pid)) {
        const peak = peakOf(pid);
        if (peak !== null) peaks.set(pid, Math.max(peak, peaks.get(pid) ?? 0));
      }
    };
    const timer = setInterval(look, LOOK);
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('exit', (code) => {
      clearInterval(timer);
      const ms = Number(process.hrtime.bigint() - startedAt) / 1e6;
      const peakMb = peaks.size > 0 ? [...peaks.values()].reduce((sum, mb) => sum + mb, 0) : null;
      const cpuMs = spent === null ? null : cpuOfChildren() - spent;
      resolve({ ms, code, cpuMs, peakMb });
    });
  });
}

/** Processor time of all children that have ended, in milliseconds; null where the system does not tell. */
function cpuOfChildren() {
  try {
    // After the name, which may hold blanks: cutime and cstime, in hundredths of a second.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return null;
  }
}

function peakOf(pid) {
  try {
    const kb = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return kb ? Number(kb[1]) / 1024 : null;
  } catch {
    return null;
  }
}

/** A process and all below it. */
function family(root) {
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

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** Median and 95th percentile of what is known of some values; null when nothing is. */
export function spread(values) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return { p50: percentile(known, 0.5), p95: percentile(known, 0.95), missing: values.length - known.length };
}

/**
 * Runs both sides in turn, so that a busy moment hits them alike. `sides` maps a name to an async function that resolves with
 * `{ms, peakMb}` and, if known, `cpuMs`; unless `warm` is false, the first round warms the disk
 * cache and does not count. Resolves with the medians per side.
 */
export async function inTurn(sides, rounds, { warm = true } = {}) {
  const runs = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = warm ? 0 : 1; round <= rounds; round++) {
    for (const [name, run] of Object.entries(sides)) {
      const result = await run();
      if (round > 0) runs[name].push(result);
    }
  }
  return Object.fromEntries(
    Object.entries(runs).map(([name, results]) => [
      name,
      {
        ms: median(results.map(({ ms }) => ms)),
        cpuMs: results.every(({ cpuMs }) => typeof cpuMs === 'number')
          ? median(results.map(({ cpuMs }) => cpuMs))
          : null,
        spread: [Math.min(...results.map(({ ms }) => ms)), Math.max(...results.map(({ ms }) => ms))],
        peakMb: results.every(({ peakMb }) => typeof peakMb === 'number')
          ? Math.max(...results.map(({ peakMb }) => peakMb))
          : null,
      },
    ]),
  );
}

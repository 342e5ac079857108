import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newCheckSession } from '../../shared/studio';

/**
 * Types into files of the worked kit, one character at a time at places all over the text, and times the checker after each: until the file's own
 * report is there, and until the counts of the kit are right; the processor time tells the same on a box that does other work. Prints one line of
 * JSON.
 */
const EDITS = 60;
const FILES = [
  'examples/part1-design-doc/RFC-042-streaming-migration.md',
  'examples/part2-adr-catalog/tco-5yr-model.yaml',
  'examples/part4-postmortem/INC-2024-0312-postmortem.md',
  'examples/part1-design-doc/risk-register.json',
  'examples/part3-architecture-review/quality-attribute-scenarios.yaml',
  'examples/part2-adr-catalog/adr-001-kafka.md',
];

const session = newCheckSession('Bench');
for (const folder of ['examples', 'scenarios', 'templates']) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).replaceAll('\\', '/');
    session.setFile(path, readFileSync(path, 'utf8'));
  }
}
session.settle();

const results = FILES.map((path) => {
  const text = readFileSync(path, 'utf8');
  const own: number[] = [];
  const all: number[] = [];
  const ownCpu: number[] = [];
  const allCpu: number[] = [];
  for (let i = 0; i < EDITS; i++) {
    const at = wordEnd(text, Math.floor((text.length * (i + 0.5)) / EDITS));
    session.setFile(path, `${text.slice(0, at)}x${text.slice(at)}`);
    const version = session.version(path);
    const start = performance.now();
    const startCpu = process.cpuUsage();
    let ownDone = 0;
    for (const _ of session.pending()) {
      if (ownDone > 0 || session.artifact(path)?.version !== version) continue;
      ownDone = performance.now() - start;
      ownCpu.push(cpuSince(startCpu));
    }
    session.report();
    all.push(performance.now() - start);
    allCpu.push(cpuSince(startCpu));
    own.push(ownDone);
  }
  session.setFile(path, text);
  session.settle();
  return {
    path: path.split('/').at(-1),
    kb: Math.round(text.length / 1024),
    own: spread(own),
    all: spread(all),
    ownCpu: spread(ownCpu),
    allCpu: spread(allCpu),
  };
});
process.stdout.write(`${JSON.stringify(results)}\n`);

/** The next place behind a letter: typing goes on in a word. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[a-z](?![a-z])/.test(text.slice(at - 1, at + 1))) at++;
  return at;
}

/** Milliseconds of processor time of the whole process. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

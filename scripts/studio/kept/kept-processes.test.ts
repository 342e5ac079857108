import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, rounds, seeded } from '../../../shared/util/seeded.test-support';
import { bundleCli } from '../../build/cli.mjs';
import type { CheckEngine } from '../check-engine';
import { runCheck } from '../check-run';
import { engine } from '../engine';

/*
 * Several processes of the command line, as users start them, that keep their results in one folder at the same time: with the same question, with
 * other questions, with one that deletes what is kept, and with one that is killed meanwhile.
 */

let folder: string;
let program: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'staffwright-processes-'));
  ({ name: program } = (await bundleCli(join(folder, 'cli'), 'test')) as { readonly name: string });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

interface Process {
  readonly ended: Promise<Ended>;
  kill(): void;
}

/** `studio <args>`, which keeps what it finds in a cache of the test's own. */
function studio(cache: string, ...args: readonly string[]): Process {
  const child = spawn(process.execPath, [join(folder, 'cli/studio.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, STAFFWRIGHT_CACHE: cache },
  });
  let [out, complaints] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  return {
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, out, complaints }))),
    kill: () => child.kill('SIGKILL'),
  };
}

/** What a check that is asked here says, and how many kits it had to judge for it. */
async function askedHere(
  cache: string,
  args: readonly string[],
): Promise<Ended & { readonly judged: number }> {
  const told = { code: 0, out: '', complaints: '', judged: 0 };
  const counting: CheckEngine = {
    open: (given, earlier) => {
      told.judged++;
      return engine.open(given, earlier);
    },
  };
  told.code = await runCheck(
    args,
    (text) => {
      told.out += text;
    },
    (text) => {
      told.complaints += text;
    },
    { engine: () => counting, cache: { folder: join(cache, 'checks'), program } },
  );
  return told;
}

const put = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

describe('results kept by several processes at once', () => {
  it(
    'are those of a process alone, and can be read afterwards, whoever wrote, deleted or was killed meanwhile',
    async () => {
      const next = seeded(20_261_129);
      const kit = join(folder, 'kit');
      const cache = join(folder, 'cache');
      for (let number = 1; number < 9; number++)
        put(join(kit, `part1/RFC-00${number}-x.md`), `# RFC-00${number}: TODO\n\nSee RFC-00${number + 1}.\n`);
      const json = ['check', kit, '--format', 'json'];
      const text = ['check', kit];
      for (let round = 0; round < rounds(3); round++) {
        put(join(kit, 'part1/RFC-001-x.md'), `# RFC-001: TODO ${round}\n\nSome $${next(9000)} a year.\n`);
        // All begin with nothing, or with what the round before knew of other texts.
        const [one, two, other, doomed] = [json, json, text, json].map((args) => studio(cache, ...args));
        const clearing = round % 3 === 1 ? studio(cache, 'cache', 'clear') : null;
        await wait(next(600));
        doomed?.kill();
        const [first, second, third] = await Promise.all([one?.ended, two?.ended, other?.ended]);
        await Promise.all([doomed?.ended, clearing?.ended]);
        expect((await clearing?.ended)?.complaints ?? '').toBe('');

        const alone = await studio(cache, ...json, '--no-cache').ended;
        expect(alone).toMatchObject({ code: 1, complaints: '' });
        expect(alone.out).toContain(`TODO ${round}`);
        expect(first, `round ${round}`).toEqual(alone);
        expect(second, `round ${round}`).toEqual(alone);
        expect(third, `round ${round}`).toMatchObject({ code: 1, complaints: '' });

        // The next one believes what is kept, and it is right; where it was deleted, it is kept by then.
        expect(await studio(cache, ...json).ended).toEqual(alone);
        const { judged, ...again } = await askedHere(cache, json.slice(1));
        expect([judged, again]).toEqual([0, alone]);
        const names = readdirSync(join(cache, 'checks'));
        expect(names.filter((name) => /\.report$/.test(name)).length).toBeGreaterThan(0);
        // Only who was killed can leave a half-written file: it is read by nobody, and goes after an hour.
        expect(names.filter((name) => /\.tmp$/.test(name)).length).toBeLessThanOrEqual(round + 1);
      }
    },
    patience(180_000),
  );
});

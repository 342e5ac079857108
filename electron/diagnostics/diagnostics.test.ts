import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { logTo, reportBug, reportRefusal } from '../report-bug';
import { wordless } from './crash-report';
import { Diagnostics } from './diagnostics';
import { LOG_NAME, Log } from './log';
import { logLine } from './log-line';
import { RunNote } from './run-note';

const CANARY = 'zyxomphalos';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffwright-log-'));
});
afterEach(() => {
  logTo(null);
  rmSync(folder, { recursive: true, force: true });
});

const everything = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const studio = (now = () => Date.UTC(2026, 0, 1)) =>
  new Diagnostics({
    log: new Log(folder, now),
    version: '1.2.3',
    packaged: true,
    isOurScript: (file) => file === 'index-a1.js',
    now,
  });

describe('the log', () => {
  it('has one line for each event, on the disk at once, for this user only', () => {
    const log = new Log(folder, () => 0);
    log.note('info', 'started', { version: '1.2.3', packaged: true });
    log.note('error', 'page-gone', { reason: 'oom', exitCode: 5 });
    expect(readFileSync(log.file(), 'utf8')).toBe(
      '1970-01-01T00:00:00.000Z info started version=1.2.3 packaged=true\n1970-01-01T00:00:00.000Z error page-gone reason=oom exitCode=5\n',
    );
    if (process.platform !== 'win32') expect(statSync(log.file()).mode & 0o077).toBe(0);
  });

  it('begins a new file when one is full, and keeps a few old ones', () => {
    const long = 'x'.repeat(1200);
    for (let start = 0; start < 2; start++) {
      const log = new Log(folder, () => 0);
      for (let line = 0; line < 1500; line++) log.note('info', 'failed', { in: long, line });
    }
    const names = readdirSync(folder).sort();
    expect(names).toEqual(['staffwright.1.log', 'staffwright.2.log', 'staffwright.3.log', LOG_NAME]);
    for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(256 * 1024);
    const tail = new Log(folder, () => 0).tail(400);
    expect(tail).toHaveLength(400);
    expect(tail.at(-1)).toContain('line=1499');
    expect(tail[0]).toContain('line=1100');
  });

  it('does not grow with what goes wrong over and over, and a disk that refuses costs lines only', () => {
    const log = new Log(folder, () => 0);
    for (let line = 0; line < 5000; line++) log.note('error', 'exception', { line });
    expect(everything().split('\n').filter(Boolean).length).toBe(2000);
    writeFileSync(join(folder, 'file'), '');
    const nowhere = new Log(join(folder, 'file'), () => 0);
    nowhere.note('error', 'exception');
    expect(nowhere.tail(10)).toEqual([]);
  });

  it('is one line of plain names, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = logLine(0, 'info', 'failed', { in: text });
        expect(line).toMatch(/^\S+ info failed in=(?:-|[A-Za-z0-9._:,+-]+|-?\d+|true|false)$/);
      }),
    );
    expect(logLine(0, 'info', 'failed', { in: 'a sentence of a text' })).toMatch(/ in=-$/);
    expect(logLine(0, 'info', 'failed', { in: '/home/ada/kit.md' })).toMatch(/ in=-$/);
  });

  it('tells of a bug its class and where it was in our bundles, and no word of it', () => {
    logTo(new Log(folder, () => 0));
    const bug = new TypeError(`${CANARY} at x (main.cjs:9:9)`);
    bug.stack = `TypeError: ${CANARY}\n    at ${CANARY} (/home/${CANARY}/app.asar/dist/electron/main.cjs:12:345)\n    at read (node:fs:1:2)\n    at file:///${CANARY}.js:1:1\n at main.cjs:7:8`;
    reportBug('exception', bug);
    reportBug('artifact.save', { name: CANARY, message: CANARY });
    class Named extends Error {
      override name = CANARY;
    }
    reportBug('promise', new Named(CANARY));
    reportRefusal('page policy of studio', 'img-src');
    const lines = everything().trim().split('\n');
    expect(lines[0]).toMatch(/error exception error=TypeError at=main\.cjs:12:345,main\.cjs:7:8$/);
    expect(lines[1]).toMatch(/error failed in=artifact\.save error=Other at=none$/);
    expect(lines[3]).toMatch(/warning refused by=page-policy-of-studio what=img-src$/);
    expect(everything()).not.toContain(CANARY);
  });

  it('takes from a page places in scripts that are served, and no others', () => {
    const place = (file: string) => ({ file, line: 1, column: 2 });
    studio().pageError({
      what: 'exception',
      error: 'RangeError',
      places: [place('index-a1.js'), place(`${CANARY}.js`), place('index-a1.js.map')],
    });
    expect(everything()).toMatch(/error page-error what=exception error=RangeError at=index-a1\.js:1:2\n$/);
  });
});

describe('starts and ends', () => {
  const path = () => join(folder, 'runs.json');

  it('knows a bad end from a good one', () => {
    const first = new RunNote(path());
    expect(first.begin(0)).toEqual({ endedBadly: false, safe: false });
    expect(new RunNote(path()).begin(1000)).toEqual({ endedBadly: true, safe: false });
    const third = new RunNote(path());
    third.begin(2000);
    third.crashed();
    third.hung();
    third.end();
    const fourth = new RunNote(path());
    expect(fourth.begin(3000)).toEqual({ endedBadly: false, safe: false });
    expect(fourth.counts()).toEqual({ badEnds: 2, pageCrashes: 1, pageHangs: 1 });
  });

  it('asks for safe mode after three bad ends within a minute, and not for rare ones', () => {
    const safe = [0, 10_000, 20_000, 30_000, 200_000].map((now) => new RunNote(path()).begin(now).safe);
    expect(safe).toEqual([false, false, false, true, false]);
    expect(new RunNote(path()).begin(260_001).safe).toBe(false);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"running":1,"badEnds":"x","crashes":-1}',
    '{"badEnds":[null,"a",1e400]}',
  ])('counts a file that cannot be read as nothing: %j', (text) => {
    writeFileSync(path(), text);
    const run = new RunNote(path());
    expect(run.begin(0)).toEqual({ endedBadly: false, safe: false });
    expect(run.counts()).toEqual({ badEnds: 0, pageCrashes: 0, pageHangs: 0 });
    expect(new RunNote(path()).begin(1).endedBadly).toBe(true);
  });
});

describe('a report', () => {
  it('holds versions, counts, the last lines and settings, and no word of anybody', () => {
    const running = studio();
    running.begin();
    running.pageCrashed('crashed', 139, false);
    running.pageHang('page-hangs');
    const text = running.report({
      ...DEFAULT_SETTINGS,
      words: [CANARY, 'other'],
      shortcuts: { 'file.save': CANARY },
    });
    expect(text).not.toContain(CANARY);
    const report = JSON.parse(text);
    expect(report).toMatchObject({
      format: 'staffwright-crash-report',
      versions: { app: '1.2.3', node: process.versions.node },
      system: { platform: process.platform },
      counts: { badEnds: 0, pageCrashes: 1, pageHangs: 1 },
      settings: { theme: 'system', fontSize: 15, 'words.count': 2, 'shortcuts.count': 1 },
    });
    expect(report.log).toHaveLength(3);
  });

  it('leaves out a setting that is not one of a fixed list', () => {
    const odd = { ...DEFAULT_SETTINGS, theme: CANARY, note: CANARY, [CANARY.slice(0, 3)]: 1 };
    expect(JSON.stringify(wordless(odd as never))).not.toContain(CANARY);
  });
});

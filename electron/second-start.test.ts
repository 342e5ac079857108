import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFileSystem as fs } from './kit/file-system';
import { kitIdOf } from './kit/kit-id';
import { folderWith } from './kit/temporary-folder.test-support';
import { SettingsStore } from './settings/settings-store';
import { readArguments } from './start-arguments';
import { StartKit } from './start-kit';

const parent = mkdtempSync(join(realpathSync(tmpdir()), 'staffwright-starts-'));
afterAll(() => rmSync(parent, { recursive: true }));
const kit = join(parent, 'kit');
mkdirSync(kit);
writeFileSync(join(kit, 'a.md'), '');
const odd = join(parent, '--open=x --inspect; rm -rf .');
mkdirSync(odd);

/** Argument lists of a second start, and the folder that the first one opens; null for none. */
const LISTS: readonly (readonly [readonly string[], string | null])[] = [
  [[], null],
  [[kit], kit],
  [['--open', kit], kit],
  [[`--open=${kit}`], kit],
  [[`--open=${kit}/../${kit.split('/').at(-1)}`], kit],
  [['--open', odd], odd],
  [[`--open=${odd}`], odd],
  [['--inspect=0.0.0.0:9229', '--remote-debugging-port=9222', kit], kit],
  [['--no-sandbox', '--disable-web-security', '--load-extension=/x', `--open=${kit}`], kit],
  [['-e', 'process.exit()'], null],
  [['--require', '/x.js'], null],
  [[join(kit, 'a.md')], null],
  [[`--open=${join(kit, 'nothing')}`], null],
  [['file:///etc'], null],
  [['https://example.org/'], null],
  [['staffwright://open?folder=/etc'], null],
  [['\\\\server\\share'], null],
  [['/dev/null'], null],
  [['/proc/self/mem'], null],
  [[`--open=${'/a'.repeat(3000)}`], null],
  [['--open=/a\0/b'], null],
  [['--open', '$(touch /tmp/x)'], null],
  [['--open', '`id`', '%PATH%', '~'], null],
  [['--', '--headless'], null],
];

describe('a second start', () => {
  it('is tried with 20 lists and more', () => {
    expect(LISTS.length).toBeGreaterThanOrEqual(20);
  });

  it.each(LISTS)('%j', async (args, folder) => {
    const settings = new SettingsStore(fs, folderWith());
    const request = readArguments(args, true);
    if (request.kind !== 'window') throw new Error('It asks for no window');
    // As it crosses to the first instance: absolute, since that one may run elsewhere.
    const open = request.open === null ? null : resolve(request.open);
    const id = await new StartKit(fs, settings, false).request(open);
    expect(id).toBe(folder === null ? null : kitIdOf(folder, false));
    const { folders } = await settings.readRecent();
    expect(folders.map(({ root }) => root)).toEqual(folder === null ? [] : [folder]);
  });

  it('that exports makes a program of its own, which needs its folders named', () => {
    expect(readArguments([kit, '--headless-export'], true).kind).toBe('refused');
  });
});

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nodeFileSystem } from '../kit/file-system';
import { KitRegistry } from '../kit/kit-registry';
import { folderWith } from '../kit/temporary-folder.test-support';
import type { Services } from './services';

const handed = vi.hoisted(() => [] as string[]);
vi.mock('electron', () => ({
  shell: {
    showItemInFolder: (path: string) => void handed.push(path),
    openPath: async (path: string) => {
      handed.push(path);
      return '';
    },
  },
  dialog: {},
}));

const { fileHandlers } = await import('./handlers/file');
const { portfolioHandlers } = await import('./handlers/portfolio');

describe('what the system is asked to show', () => {
  it('lies in an open kit', async () => {
    const outside = folderWith({ 'secret.md': 'x' });
    const root = folderWith({ 'a/b.md': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'out.md'));
    symlinkSync(outside, join(root, 'out'));
    const kits = new KitRegistry(nodeFileSystem);
    const opened = await kits.open(root);
    if (!opened.ok) throw new Error(opened.error.message);
    const { id } = opened.value.kit;
    const reveal = (path: string, kitId: string = id) =>
      fileHandlers({ kits } as unknown as Services)['file.reveal']({ kitId, path });
    for (const path of [
      '..',
      '../a',
      'a/../../b',
      '/etc/passwd',
      'a/b.md\0',
      '\0',
      'a\\..\\..\\b',
      'out.md',
      'out/secret.md',
      'C:/Windows',
      '\\\\server\\share',
      'file:///etc/passwd',
      'nothing.md',
    ]) {
      expect([path, (await reveal(path)).ok]).toEqual([path, false]);
    }
    expect((await reveal('a/b.md', 'another')).ok).toBe(false);
    expect(handed).toEqual([]);
    expect((await reveal('a/b.md')).ok).toBe(true);
    expect((await reveal('a')).ok).toBe(true);
    expect(handed.map((path) => path.replace(opened.value.kit.root, ''))).toEqual(['/a/b.md', '/a']);
  });

  it('was exported since the start, and is named by an id that was given out', async () => {
    handed.length = 0;
    const handlers = portfolioHandlers({ kits: new KitRegistry(nodeFileSystem) } as unknown as Services);
    for (const exportId of ['e', '0', '__proto__', 'constructor']) {
      for (const open of [true, false]) {
        const answer = await handlers['portfolio.reveal']({ exportId, file: 'pdf', open });
        expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
      }
    }
    expect(handed).toEqual([]);
  });
});

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../kit/file-system';
import { KitRegistry } from '../kit/kit-registry';
import { folderWith } from '../kit/temporary-folder.test-support';
import { imagePlace, kitImage } from './kit-images';
import { pagePolicy } from './page-policy';
import { RendererFiles } from './renderer-files';

describe('the pages of the studio', () => {
  const files = {
    'index.html': '<!doctype html>',
    'assets/a b.js': 'x',
    'assets/f.woff2': 'font',
    'notes.txt': 'not a page',
    '../secret.html': 'secret',
  };

  it('are served with their policy and a type that is believed', async () => {
    const pages = new RendererFiles(join(folderWith({ 'r/index.html': '<!doctype html>' }), 'r'));
    const response = await pages.respond('studio', '/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(pagePolicy('studio'));
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    '',
    '/',
    '/index.htm',
    '/INDEX.html',
    '/index.html/',
    '//index.html',
    '/./index.html',
    '/assets/../index.html',
    '/..',
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/..%5csecret.html',
    '/..\\secret.html',
    '/%252e%252e/secret.html',
    '/index.html%00',
    '/index.html\0.js',
    '/assets',
    '/assets/',
    '/assets/a%20b.js',
    '/notes.txt',
    '/index.html?x',
    '/C:/secret.html',
    '/etc/passwd',
    '//server/share',
    'index.html',
    '/index.html::$DATA',
    '/index.html.',
    '/__proto__',
    '/constructor',
  ])('are not found under %j', async (pathname) => {
    const pages = new RendererFiles(
      join(
        folderWith(Object.fromEntries(Object.entries(files).map(([path, text]) => [join('r', path), text]))),
        'r',
      ),
    );
    const response = await pages.respond('studio', pathname);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('start from nothing and never allow eval, inline script or foreign origins', () => {
    for (const host of ['studio', 'draw', 'print', 'kit'] as const) {
      const policy = pagePolicy(host);
      expect(policy).toMatch(/^default-src 'none'/);
      expect(policy).not.toMatch(/unsafe-eval|wasm|https?:|\*/);
      const script = policy.split('; ').find((directive) => directive.startsWith('script-src'));
      expect([undefined, "script-src 'self'"]).toContain(script);
      for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
        expect(policy).toContain(`${name} 'none'`);
    }
    expect(pagePolicy('print')).not.toContain('script-src');
  });
});

/** The first bytes of a PNG that says it is this large. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('pictures of a kit', () => {
  it('come from open kits only, with their type, and nothing else does', async () => {
    const outside = folderWith({ 'secret.png': png(8, 6) });
    const root = folderWith({
      'a.md': '',
      'b/ä ö.PNG': png(8000, 5000),
      'bomb.png': png(8001, 5000),
      'text.png': 'not a picture',
      'c.svg': '<svg/>',
      'd.html': 'x',
      'big.gif': Buffer.alloc(20 * 1024 * 1024 + 1),
    });
    symlinkSync(join(outside, 'secret.png'), join(root, 'out.png'));
    const kits = new KitRegistry(nodeFileSystem);
    const opened = await kits.open(root);
    if (!opened.ok) throw new Error(opened.error.message);
    const { id } = opened.value.kit;
    const status = async (pathname: string) => (await kitImage(kits, pathname)).status;
    const image = await kitImage(kits, `/${id}/b/${encodeURIComponent('ä ö.PNG')}`);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await image.arrayBuffer())).toEqual(png(8000, 5000));
    expect((await kitImage(kits, `/${id}/c.svg`)).headers.get('content-security-policy')).toContain(
      'sandbox',
    );
    for (const path of [
      'out.png',
      'd.html',
      'a.md',
      'big.gif',
      'bomb.png',
      'text.png',
      'nope.png',
      '../c.svg',
      '%2e%2e/c.svg',
      'b%2f..%2fc.svg',
      '',
    ]) {
      expect([path, await status(`/${id}/${path}`)]).toEqual([path, 404]);
    }
    expect(await status('/unknown/c.svg')).toBe(404);
    await kits.close(id);
    expect(await status(`/${id}/c.svg`)).toBe(404);
  });

  it('have 40 million pixels at most: one less, as many, one more', async () => {
    const root = folderWith({
      'a.md': '',
      'less.png': png(13_333_333, 3),
      'most.png': png(8000, 5000),
      'more.png': png(40_000_001, 1),
    });
    const kits = new KitRegistry(nodeFileSystem);
    const opened = await kits.open(root);
    if (!opened.ok) throw new Error(opened.error.message);
    const { id } = opened.value.kit;
    const status = async (name: string) => (await kitImage(kits, `/${id}/${name}.png`)).status;
    expect(await Promise.all(['less', 'most', 'more'].map(status))).toEqual([200, 200, 404]);
    await kits.close(id);
  });

  it('are addressed by parts that are decoded once', () => {
    expect(imagePlace('/k/a/b.png')).toEqual({ kitId: 'k', path: 'a/b.png' });
    expect(imagePlace('/k/%2561.png')).toEqual({ kitId: 'k', path: '%61.png' });
    for (const pathname of [
      '/k',
      '/k/',
      '/',
      '',
      '/k//a.png',
      '/k/a%2fb.png',
      '/k/a%5cb.png',
      '/k/%00.png',
      '/k/%zz.png',
    ]) {
      expect(imagePlace(pathname)).toBeNull();
    }
  });
});

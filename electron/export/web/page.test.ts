import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Addresses } from '../addresses';
import { buildBodies } from '../bodies';
import { planOf } from '../export.test-support';
import { Html } from '../html';
import { Listing } from '../listing';
import { loadPrintFonts } from '../print-fonts';
import { inlineFonts } from './inline-fonts';
import { forScreen, pageHtml } from './page-html';
import { ScreenFigures } from './screen-figures';
import { verifyPage } from './verify-page';

const resources = fileURLToPath(new URL('../../../resources/print/', import.meta.url));

const KIT: Readonly<Record<string, string>> = {
  'part1-design-doc/RFC-042-x.md':
    '# RFC-042: A & <b>B</b>\n\n## Goals\n\nSee [the ADR](../part2-adr-catalog/adr-001-x.md#decision), [here](#goals), [out](https://example.org/a).\n\n```\n' +
    `${'a long line of code, '.repeat(9)}\n` +
    '```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```mermaid\nflowchart LR\n```\n',
  'part2-adr-catalog/adr-001-x.md': '# ADR-001: X\n\n## Decision\n\nYes.\n',
};

async function pageOf(files: Readonly<Record<string, string>>, options = {}) {
  const { plan, source } = planOf(files, options);
  const picture = { svg: '<svg viewBox="0 0 10 10"><g></g></svg>', width: 10, height: 10 };
  const bodies = await buildBodies({
    plan,
    source,
    image: () => null,
    figures: new ScreenFigures(new Map([['flowchart LR\n', { ok: true, picture }]])),
    tables: new Listing('table'),
    addresses: new Addresses(),
    onArtifact: () => undefined,
  });
  const style = await readFile(join(resources, 'screen.css'), 'utf8');
  return { plan, page: pageHtml(plan, bodies, style) };
}

const levels = (lines: ReturnType<typeof verifyPage>) => lines.map(({ level }) => level);

test('one page with its contents, policy and style, which its own check finds in order', async () => {
  const { plan, page } = await pageOf(KIT);
  expect(levels(verifyPage(page, plan))).toEqual(['ok']);
  expect(page).toContain('Content-Security-Policy" content="default-src &#39;none&#39;;');
  expect(page).toContain('prefers-color-scheme: dark');
  expect(page).toContain('RFC-042: A &amp; B');
  expect(page).toMatch(/<a href="#a02-decision">the ADR<\/a>, <a href="#a01-goals">here<\/a>/);
  expect(page).toMatch(/<a href="https:\/\/example\.org\/a" class="outside">out<\/a>\./);
  expect(page).toMatch(/<div class="scroll"[^>]*><table/);
  expect(page).toMatch(/<figure id="figure-1"[^>]*><div class="plate"><svg[^>]* width="10"/);
});

test('what only paper needs is taken out, and long lines of code are whole again', async () => {
  const { page } = await pageOf(KIT);
  expect(page).not.toMatch(/page-ref|address-mark|class="measured"|wrap-mark/);
  expect(page.replace(/<[^>]+>/g, '')).toContain('a long line of code, '.repeat(9).trim());
});

test('grades are left out where they are not for these readers', async () => {
  const committee = await pageOf(KIT);
  const interview = await pageOf(KIT, { audience: 'interview' });
  expect(committee.page).toMatch(/ of \d+ criteria/);
  expect(interview.page).not.toMatch(/ of \d+ criteria|Draft/);
});

test('hostile texts run nothing and fetch nothing', async () => {
  const { plan, page } = await pageOf({
    'part2-adr-catalog/adr-001-x.md': [
      '# ADR-001: </title><script>alert(1)</script>',
      '## "><img src=x onerror=alert(1)>',
      '<script>alert(1)</script><iframe src="https://e.org"></iframe><form action="https://e.org"><input></form>',
      '<img src="https://e.org/p.png" onload="x()"> ![a](https://e.org/q.png) [b](javascript:alert(1)) [c](data:text/html,x)',
      '<style>@import url(https://e.org/a.css); p { background: url(https://e.org/b.png) }</style>',
      '<p style="background:url(https://e.org/c.png)" onclick="x()">t</p><svg><script>1</script></svg><meta http-equiv=refresh content="0;url=https://e.org"><base href="https://e.org">',
    ].join('\n\n'),
  });
  expect(levels(verifyPage(page, plan))).toEqual(['ok']);
});

test('texts that speak of style are no style', async () => {
  const { plan, page } = await pageOf({
    'part2-adr-catalog/adr-001-x.md': [
      '# ADR-001: url(https://e.org/a) and @import',
      '```<p style="background:url(https://e.org/s.png)">\nx\n```',
      '```@import\nx\n```',
      '[a link](https://example.org/?of=url(https://e.org/b)&and=@import "url(c) @import")',
    ].join('\n\n'),
  });
  expect(page).toMatch(/url\(https/);
  expect(levels(verifyPage(page, plan))).toEqual(['ok']);
});

test.each([
  ['<svg><path fill="url(https://e.org/a.svg#x)"/></svg>', 'the style of <path>'],
  ['<script>1</script>', 'element <script>'],
  ['<p onclick="x()">', 'handler onClick'],
  ['<img src="https://e.org/a.png">', 'fetches https'],
  ['<iframe src="data:text/html,x"></iframe>', 'element <iframe>'],
  ['<a href="javascript:x()">x</a>', 'leads to javascript'],
  ['<svg><use href="https://e.org/a.svg#x"/></svg>', '<use> leads to https'],
  ['<svg><image href="https://e.org/a.png"/></svg>', '<image> leads to https'],
  ['<p style="background: url(//e.org/x)">x</p>', 'the style of <p>'],
  ['<style>p { background: url(x.png) }</style>', 'a style sheet fetches'],
  ['<meta http-equiv="refresh" content="0">', 'moves on by itself'],
  ['<p id="a01">', 'missing or twice'],
])('its own check finds %s', async (markup, message) => {
  const { plan, page } = await pageOf(KIT);
  const [line] = verifyPage(page.replace('</main>', `${markup}</main>`), plan);
  expect(line?.level).toBe('problem');
  expect(line?.message).toContain(message);
});

test('a link to a heading that is not there is told, not fatal', async () => {
  const { plan, page } = await pageOf({
    ...KIT,
    'part2-adr-catalog/adr-002-y.md': '# ADR-002: Y\n\n[x](#nowhere)\n',
  });
  expect(verifyPage(page, plan)).toMatchObject([
    { level: 'ok' },
    {
      level: 'warning',
      message: '1 link leads to a heading that does not exist, the first to "a03-nowhere"',
    },
  ]);
});

test('only the fonts that a text needs are in the file, and none is fetched', async () => {
  const fonts = await loadPrintFonts(resources);
  const plain = inlineFonts(fonts, 'plain');
  const more = inlineFonts(fonts, 'plain, Łódź, ⇒');
  expect(plain).not.toMatch(/url\('?(?!data:)/);
  expect(plain.match(/@font-face/g)).toHaveLength(
    [...fonts.files.keys()].filter((n) => /-latin-\d/.test(n)).length,
  );
  expect(more.length).toBeGreaterThan(plain.length);
  expect(inlineFonts(fonts, '日本')).toBe('');
});

test('the face of formulas and how they are set come with the first formula', async () => {
  const fonts = await loadPrintFonts(resources);
  expect(inlineFonts(fonts, 'a &lt;math&gt; b')).not.toContain('STIX');
  const page = inlineFonts(fonts, 'a <math><mi>x</mi></math>');
  expect(page).toContain("font-family: 'STIX Two Math'; font-style");
  expect(page).toContain('mtd.tml-left');
  expect(page).not.toMatch(/url\('?(?!data:)/);
});

test('tables that stand in tables stay balanced', () => {
  const { markup } = forScreen(new Html('<table><tr><td><table></table></td></tr></table>'));
  expect(markup.match(/<div class="scroll"/g)).toHaveLength(2);
  expect(markup.match(/<\/table><\/div>/g)).toHaveLength(2);
});

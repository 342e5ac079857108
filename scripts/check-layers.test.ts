import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkTree } from './layers/check.mjs';
import { importsOf, maskSource } from './layers/scan.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'staffwright-layers-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes a tree with this one file (and a harmless one) and returns what is wrong with it. */
function violationsIn(file: string, source: string): string[] {
  for (const [path, text] of [
    [file, source],
    ['shared/util/result.ts', 'export const ok = true;\n'],
  ] as const) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkTree(root).map(({ file: where, line, message }) => `${where}:${line} ${message}`);
}

describe('planted violations are found', () => {
  test.each([
    // [what, file, source, part of the message]
    [
      'domain looks up to rubric',
      'shared/domain/a.ts',
      "import { x } from '../rubric/x';",
      'must not import',
    ],
    ['util imports anything', 'shared/util/a.ts', "export * from '../domain/kit';", 'must not import'],
    [
      'type-only imports count',
      'shared/text/a.ts',
      "import type { X } from '../rubric/x';",
      'must not import',
    ],
    ['shared imports electron code', 'shared/kinds/rfc/a.ts', "import '../../../electron/main';", 'must not'],
    [
      'renderer imports main process',
      'renderer/app/a.tsx',
      "import { s } from '../../electron/s';",
      'must not',
    ],
    ['main process imports renderer', 'electron/a.ts', "import { s } from '../renderer/app/s';", 'must not'],
    [
      'preload imports more than ipc',
      'electron/preload.ts',
      "import { k } from '../shared/kinds';",
      'must not',
    ],
    ['a kind knows another', 'shared/kinds/rfc/a.ts', "import { adr } from '../adr';", 'must not know'],
    [
      'also through a type',
      'shared/kinds/rfc/a.ts',
      "import type { A } from '../adr/schema';",
      'must not know',
    ],
    ['a feature knows another', 'renderer/rubric/a.ts', "import { k } from '../kit/tree';", 'meet in state'],
    ['ui has a domain', 'renderer/ui/a.tsx', "import { s } from '../state/s';", 'must not import'],
    ['Node in shared', 'shared/text/a.ts', "import { readFileSync } from 'node:fs';", 'pure'],
    ['Node without its prefix', 'shared/text/a.ts', "import path from 'path';", 'pure'],
    ['electron in shared', 'shared/text/a.ts', "import { app } from 'electron';", 'pure'],
    ['unlisted package in shared', 'shared/text/a.ts', "import { z } from '@scope/zod/mini';", '@scope/zod'],
    ['Node in a page', 'renderer/app/a.ts', "const fs = require('fs');", 'sandboxed'],
    ['dynamic import', 'shared/util/a.ts', "const x = await import('../kinds/index');", 'must not import'],
    ['import over several lines', 'shared/util/a.ts', "import {\n  a,\n  b,\n} from '../text/b';", 'a.ts:4 '],
    ['clock in shared', 'shared/rubric/a.ts', 'const t = Date.now();', 'time comes in'],
    ['current date in shared', 'shared/rubric/a.ts', 'const t = new Date();', 'time comes in'],
    ['randomness in shared', 'shared/rubric/a.ts', 'const t = Math.random();', 'randomness'],
    ['innerHTML', 'renderer/app/a.ts', 'node.innerHTML = text;', 'sink'],
    ['dangerous React property', 'renderer/app/a.tsx', '<p dangerouslySetInnerHTML={x} />', 'sink'],
    ['srcdoc', 'renderer/app/a.tsx', '<iframe srcDoc={x} />', 'own scheme'],
    ['document.write', 'renderer/app/a.ts', 'document.write(x);', 'build nodes'],
    ['eval', 'electron/a.ts', 'const x = eval(y);', 'no page'],
    ['new Function', 'electron/a.ts', 'const x = new Function(y);', 'no page'],
    ['outerHTML', 'renderer/draw/a.ts', 'node.outerHTML = text;', 'sink'],
    ['insertAdjacentHTML', 'renderer/app/a.ts', "node.insertAdjacentHTML('beforeend', text);", 'sink'],
    ['setHTMLUnsafe', 'renderer/app/a.ts', 'node.setHTMLUnsafe(text);', 'sink'],
    ['a fragment of markup', 'renderer/app/a.ts', 'range.createContextualFragment(text);', 'sink'],
    [
      'a parser of markup',
      'renderer/app/a.ts',
      "new DOMParser().parseFromString(text, 'text/html');",
      'sink',
    ],
    ['srcdoc as a property', 'renderer/app/a.ts', 'frame.srcdoc = text;', 'own scheme'],
    ['document.writeln', 'renderer/app/a.ts', 'document.writeln(x);', 'build nodes'],
    ['a timer with text', 'renderer/app/a.ts', "setTimeout('alert(1)', 1);", 'no page'],
    ['a second policy', 'renderer/app/a.ts', "trustedTypes.createPolicy('x', {});", 'is the one'],
    ['a window elsewhere', 'electron/export/a.ts', 'const w = new BrowserWindow({});', 'window-factory'],
    ['a view elsewhere', 'electron/a.ts', 'const w = new WebContentsView();', 'window-factory'],
    ['an address opened unasked', 'electron/a.ts', 'await shell.openExternal(url);', 'checked'],
    ['a file opened unchecked', 'electron/kit/a.ts', 'await shell.openPath(path);', 'checked'],
    ['script put into a page', 'electron/a.ts', 'await contents.executeJavaScript(code);', 'messages'],
    ['bridge outside host', 'renderer/app/a.ts', 'window.staffwright.call();', 'renderer/host'],
    ['default export', 'shared/util/a.ts', 'export default function a() {}', 'default'],
    ['renamed default export', 'shared/util/a.ts', 'const a = 1;\nexport { a as default };', 'a.ts:2 '],
    ['long file', 'shared/util/a.ts', 'const a = 1;\n'.repeat(401), '401 lines'],
    ['folder without a row', 'shared/misc/a.ts', 'export const a = 1;', 'no row'],
    ['after a regular expression', 'shared/util/a.ts', "const r = /['\"`]/;\nimport '../text/b';", 'a.ts:2 '],
    ['after an apostrophe in JSX', 'renderer/ui/a.tsx', "<p>Don't</p>;\nimport '../state/b';", 'a.tsx:2 '],
  ])('%s', (_what, file, source, message) => {
    const found = violationsIn(file, source);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });
});

describe('what is allowed passes', () => {
  test.each([
    ['downward import', 'shared/rubric/a.ts', "import { x } from '../text/x';"],
    ['own folder', 'shared/kinds/rfc/criteria/a.ts', "import { x } from '../schema';\nexport default x;"],
    ['list of kinds', 'shared/kinds/index.ts', "import { rfc } from './rfc';\nimport { adr } from './adr';"],
    ['pure package', 'shared/text/a.ts', "import { unified } from 'unified';"],
    ['renderer to shared', 'renderer/app/a.tsx', "import { k } from '../../shared/kinds';"],
    ['main process and Node', 'electron/kit/a.ts', "import { open } from 'node:fs/promises';"],
    ['test reads a fixture', 'shared/text/a.test.ts', "import { readFileSync } from 'node:fs';"],
    [
      'words in a comment',
      'renderer/app/a.ts',
      '// never use innerHTML or eval(x)\n/* import "../../electron/x" */',
    ],
    ['words in a string', 'renderer/app/a.ts', "const text = 'new Function() and .innerHTML';"],
    [
      'words in a template',
      'renderer/app/a.ts',
      "const text = `import x from '../../electron/y' ${a} eval(b)`;",
    ],
    ['given date', 'shared/rubric/a.ts', 'const t = new Date(text).getTime();'],
    ['a method named eval', 'electron/a.ts', 'await page.eval(x);'],
    ['bridge in host', 'renderer/host/a.ts', 'const bridge = window.staffwright;'],
    ['400 lines', 'shared/util/a.ts', 'const a = 1;\n'.repeat(400)],
  ])('%s', (_what, file, source) => {
    expect(violationsIn(file, source)).toEqual([]);
  });

  test('a tree without sources is an error, not a pass', () => {
    expect(checkTree(root)).toHaveLength(1);
  });
});

describe('scanner', () => {
  test('masking keeps every position', () => {
    const source = "const a = 'it\\'s'; // x\n/* y\n */ const b = `q ${`r ${1}`}`; const c = a / 2 / 1;\n";
    const masked = maskSource(source);
    expect(masked).toHaveLength(source.length);
    expect(masked.split('\n').map((line) => line.length)).toEqual(
      source.split('\n').map((line) => line.length),
    );
    expect(masked).toContain('const c = a / 2 / 1;');
    expect(masked).not.toContain('it');
  });

  test('all forms of import are seen with their line', () => {
    const source = [
      "import a from 'a';",
      "import { type B, c } from './b';",
      "import 'side-effect';",
      "export { d } from './d';",
      "export * as e from './e';",
      "const f = await import('./f');",
      "const g = require('./g');",
      "new Worker(new URL('./h.ts', import.meta.url));",
      "const text = 'from';",
      "new URL('https://example.com');",
    ].join('\n');
    expect(importsOf(source).map(({ specifier, line }) => `${line} ${specifier}`)).toEqual([
      '1 a',
      '2 ./b',
      '3 side-effect',
      '4 ./d',
      '5 ./e',
      '6 ./f',
      '7 ./g',
      '8 ./h.ts',
    ]);
  });
});

/**
 * Who may import whom, as data. A folder's row is the one with the longest matching `folder`; `may` lists
 * folders or files (by prefix) besides the folder itself. Adding a folder means adding a row here, with a
 * reason if it is not obvious.
 */

const CORE = ['shared/util', 'shared/domain', 'shared/text'];
const ENGINE = [...CORE, 'shared/rubric', 'shared/preview'];

export const LAYERS = [
  { folder: 'shared/util', may: [] },
  { folder: 'shared/domain', may: ['shared/util'] },
  // Reads `kit.yaml`, so it needs the parser; a cycle back would be found by the import-cycle rule.
  { folder: 'shared/domain/manifest.ts', may: ['shared/util', 'shared/domain', 'shared/text'] },
  { folder: 'shared/text', may: ['shared/util', 'shared/domain'] },
  { folder: 'shared/preview', may: CORE },
  { folder: 'shared/spelling', may: CORE },
  { folder: 'shared/merge', may: CORE },
  { folder: 'shared/history', may: CORE },
  // A kind says how it is drawn, in plain blocks; the blocks know nothing of rubrics. The words of a kit are one of its own files.
  { folder: 'shared/rubric', may: [...CORE, 'shared/preview', 'shared/spelling'] },
  { folder: 'shared/kinds', may: [...ENGINE, 'shared/generated'] },
  { folder: 'shared/consistency', may: [...ENGINE, 'shared/kinds'] },
  // Names and their places are read off the facts that kinds state; its test reads the kinds' own.
  { folder: 'shared/symbols', may: [...ENGINE, 'shared/kinds'] },
  { folder: 'shared/portfolio', may: [...ENGINE, 'shared/kinds', 'shared/consistency'] },
  // The packet as one thing: what the rules found, and how they read times.
  { folder: 'shared/packet', may: [...ENGINE, 'shared/consistency', 'shared/ipc'] },
  { folder: 'shared/editing-commands.ts', may: [] },
  { folder: 'shared/file-commands.ts', may: [] },
  { folder: 'shared/packet-commands.ts', may: [] },
  { folder: 'shared/history-commands.ts', may: [] },
  { folder: 'shared/pane-commands.ts', may: [] },
  { folder: 'shared/place-commands.ts', may: [] },
  { folder: 'shared/look-commands.ts', may: [] },
  { folder: 'shared/preview-commands.ts', may: [] },
  {
    folder: 'shared/commands.ts',
    may: [
      'shared/util',
      'shared/editing-commands.ts',
      'shared/file-commands.ts',
      'shared/packet-commands.ts',
      'shared/history-commands.ts',
      'shared/pane-commands.ts',
      'shared/place-commands.ts',
      'shared/look-commands.ts',
      'shared/preview-commands.ts',
    ],
  },
  { folder: 'shared/shortcuts', may: ['shared/util', 'shared/commands.ts'] },
  // Puts the engine together with everything it knows; nothing in shared/ may depend on it but portfolio.
  { folder: 'shared/studio.ts', may: ['shared'] },
  { folder: 'shared/ipc', may: [...CORE, 'shared/rubric', 'shared/portfolio', 'shared/generated'] },
  // What is stored is made of the same payloads that cross the bridge.
  { folder: 'shared/settings', may: ['shared/util', 'shared/domain', 'shared/ipc', 'shared/generated'] },
  { folder: 'shared/generated', may: [] },

  { folder: 'electron/preload.ts', may: ['shared/ipc', 'shared/util'] },
  { folder: 'electron', may: ['shared'] },

  { folder: 'renderer/ui', may: ['shared/util'] },
  { folder: 'renderer/host', may: ['shared'] },
  { folder: 'renderer/state', may: ['shared', 'renderer/host'] },
  // A worker speaks in the state's types; it has no page, no host and no component.
  { folder: 'renderer/workers', may: ['shared', 'renderer/state', 'renderer/platform-gaps.ts'] },
  { folder: 'renderer', may: ['shared', 'renderer'] },

  { folder: 'scripts', may: ['shared'] },
  // The command line reads kits with the very file layer of the studio, which needs no Electron, and packs the kit that ships.
  { folder: 'scripts/studio', may: ['shared', 'electron/kit', 'scripts/kit/write-kit.ts'] },
  // Runs the program itself, several at a time, and so makes one.
  {
    folder: 'scripts/studio/kept/kept-processes.test.ts',
    may: ['shared', 'electron/kit', 'scripts/studio', 'scripts/build/cli.mjs'],
  },
  // Both ends of the journal, as they are: the page's and the main process's.
  {
    folder: 'scripts/torture/typing',
    may: ['shared', 'electron', 'renderer/commands', 'renderer/host', 'renderer/state'],
  },
  // Measured is the file layer itself.
  {
    folder: 'scripts/bench',
    may: ['shared', 'electron/kit', 'electron/export/zip.ts', 'scripts/setup', 'scripts/build.mjs'],
  },
  // The kit's zip is packed as the portfolio's is, and its proofs read what the command line would read.
  { folder: 'scripts/kit', may: ['shared', 'scripts/scenario', 'electron/export/zip.ts'] },
  { folder: 'e2e', may: ['shared', 'scripts/setup', 'scripts/pdf'] },
];

/** Panels of one feature each: they meet in state, never import each other. */
export const FEATURES = {
  folder: 'renderer',
  names: ['editor', 'rubric', 'kit', 'portfolio', 'scenario', 'review', 'practice', 'export', 'packet'],
};

/** Groups of folders whose members must not know each other: `<folder>/<member>/…`. */
export const SIBLINGS = ['shared/kinds'];

/** Packages the pure domain may use: no Node, no DOM, no clock. */
export const PURE_PACKAGES = [
  /^unified$/,
  /^(remark|rehype|retext|mdast|hast|nlcst|unist)(-|$)/,
  /^@types\/|^(vfile|micromark)(-|$)/,
  /^@sinclair\/typebox$/,
  /^js-yaml$/,
  /^jsonc-parser$/,
  /^yaml$/,
  /^@lezer\//,
  /^github-slugger$/,
  /^fflate$/,
  // Formulas as trees; what of it writes into a page is not called.
  /^temml$/,
  /^nspell$/,
  // Scales and shapes are arithmetic; what of d3 touches a page is in other packages.
  /^d3-(?:scale|shape)$/,
  /^approx-string-match$/,
  /^@cfworker\/json-schema$/,
];

/** Tries what is banned here, in a page that must refuse it. */
const TRIED = 'e2e/fixtures/violations.ts';

/** Calls and words that need a reason; `allowed` are the only files that may use them. */
export const BANS = [
  {
    name: 'innerHTML',
    pattern:
      /\.(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdangerouslySetInnerHTML\b|\bsetHTMLUnsafe\b|\bcreateContextualFragment\b|\bDOMParser\b/g,
    why: 'content reaches the page through the sanitizing sink only',
    allowed: [TRIED],
  },
  {
    name: 'srcdoc',
    pattern: /\bsrc[dD]oc\b/g,
    why: 'frames get an address of our own scheme',
    allowed: [TRIED],
  },
  {
    name: 'document.write',
    pattern: /\bdocument\s*\.\s*write(ln)?\s*\(/g,
    why: 'build nodes',
    allowed: [TRIED],
  },
  { name: 'eval', pattern: /(?<![.\w])eval\s*\(/g, why: 'no page allows it', allowed: [TRIED] },
  { name: 'new Function', pattern: /\bnew\s+Function\s*\(/g, why: 'no page allows it', allowed: [TRIED] },
  {
    name: 'a timer with text',
    pattern: /\bset(?:Timeout|Interval)\s*\(\s*['"`]/g,
    why: 'no page allows it',
    allowed: [TRIED],
  },
  {
    name: 'a second policy of Trusted Types',
    pattern: /\btrustedTypes\b/g,
    why: 'renderer/trusted-types.ts is the one of the studio, and the page that draws has its own',
    allowed: ['renderer/trusted-types.ts', 'renderer/draw/trusted-types.ts', 'e2e/'],
  },
  {
    name: 'a window',
    pattern: /\bnew\s+(?:BrowserWindow|BrowserView|BaseWindow|WebContentsView)\b/g,
    why: 'electron/windows/window-factory.ts makes all of them, with the same settings',
    // The icon is drawn in a page, too; nothing of that is in the program.
    allowed: ['electron/windows/window-factory.ts', 'scripts/bench/', 'scripts/icons/', 'e2e/'],
  },
  {
    name: 'handing over to the system',
    pattern: /\bshell\s*\.\s*open(?:External|Path)\b|\bshell\s*\.\s*showItemInFolder\b/g,
    why: 'what leaves the studio is checked and asked about in one of four places',
    allowed: [
      // The log's own folder, whose path is made of nothing from outside.
      'electron/diagnostics/help.ts',
      'electron/windows/external-links.ts',
      'electron/ipc/handlers/file.ts',
      'electron/ipc/handlers/portfolio.ts',
    ],
  },
  {
    name: 'script in a page',
    pattern: /\.\s*executeJavaScript(?:InIsolatedWorld)?\b/g,
    why: 'pages are told by messages',
    allowed: ['scripts/icons/', 'e2e/'],
  },
  {
    name: 'bridge',
    pattern: /\b(?:window|globalThis|self)\s*\.\s*staffwright\b/g,
    why: 'only renderer/host/ talks to the main process',
    allowed: ['renderer/host/', 'e2e/'],
  },
];

/** Words that make a pure function impure although the language allows them. */
export const IMPURE = [
  { name: 'Date.now', pattern: /\bDate\s*\.\s*now\b/g, why: 'time comes in as an argument' },
  {
    name: 'new Date()',
    pattern: /\bnew\s+Date\s*(?:\(\s*\)|(?![\s(]))/g,
    why: 'time comes in as an argument',
  },
  { name: 'Math.random', pattern: /\bMath\s*\.\s*random\b/g, why: 'randomness comes in as an argument' },
];

/** Where a default export is the point: tools ask for it, or (criteria) a folder is loaded as a list. */
export const DEFAULT_EXPORTS = [
  /^(?:e2e\/)?[^/]+\.config\.ts$/,
  /^shared\/kinds\/[^/]+\/criteria\/[^/]+\.ts$/,
];

/** Longest file, in lines. */
export const MAX_LINES = 400;

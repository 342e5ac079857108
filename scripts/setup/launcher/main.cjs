'use strict';
/*
 * `electron <folder>` for a runtime that was published as a packaged app and so lacks Electron's own
 * default app. Packed as `resources/default_app.asar`: a packaged `app.asar` still wins over it.
 * Understands what development and Playwright need: `-r FILE` and the application folder.
 */
const { existsSync, readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { app, dialog } = require('electron');

/** First argument that is no switch, and the modules to load before it. */
function parse(argv) {
  const modules = [];
  for (let index = 1; index < argv.length; index++) {
    const argument = argv[index];
    if (argument === '-r' || argument === '--require') modules.push(argv[++index]);
    else if (!argument.startsWith('-')) return { modules, folder: path.resolve(argument) };
  }
  return { modules, folder: undefined };
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  dialog.showErrorBox = () => {};
  app.exit(1);
}

const { modules, folder } = parse(process.argv);
// The same mark Electron's own default app sets; applications use it to tell development from a package.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
for (const name of modules) if (name) require(path.resolve(name));

if (process.argv.includes('--version')) {
  process.stdout.write(`v${process.versions.electron}\n`);
  app.exit(0);
} else if (folder === undefined || !existsSync(folder)) {
  fail(`No application at ${folder ?? '(no folder given)'}.`);
} else {
  const isFolder = statSync(folder).isDirectory();
  const manifest = isFolder ? JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) : {};
  const name = manifest.productName ?? manifest.name;
  if (manifest.version) app.setVersion(manifest.version);
  // Setting the name after the fact moves neither folder; a switch given by the caller must keep winning.
  if (name) {
    app.name = name;
    if (!app.commandLine.hasSwitch('user-data-dir')) {
      app.setPath('userData', path.join(app.getPath('appData'), name));
    }
  }
  if (isFolder) app.setAppPath(folder);
  const entry = isFolder ? path.join(folder, manifest.main ?? 'index.js') : folder;
  if (existsSync(entry)) Module._load(entry, Module, true);
  else fail(`${entry} does not exist. Build first: npm run build`);
}

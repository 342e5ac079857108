// Prints one page of HTML as it is, once: the least that a whole-book print costs. Started by the export benchmark with our own runtime.
const { app, BrowserWindow } = require('electron');
const { writeFileSync } = require('node:fs');

app.whenReady().then(async () => {
  const { STAFFWRIGHT_BENCH_PAGE: page, STAFFWRIGHT_BENCH_OUT: out } = process.env;
  const window = new BrowserWindow({ show: false, webPreferences: { javascript: false } });
  await window.loadFile(page);
  writeFileSync(out, await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' }));
  app.exit(0);
});

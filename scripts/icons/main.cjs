'use strict';
/*
 * Draws the icon in every size, in a page that loads nothing else: `draw.mjs` starts this with the picture and the folder for the results.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const [source, target] = process.argv.slice(-2);

async function draw() {
  const picture = `data:image/svg+xml;base64,${readFileSync(source).toString('base64')}`;
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<title>icon</title>');
  for (const size of SIZES) {
    const data = await window.webContents.executeJavaScript(`(async () => {
      const image = new Image();
      image.src = ${JSON.stringify(picture)};
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = ${size};
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, ${size}, ${size});
      return canvas.toDataURL('image/png');
    })()`);
    writeFileSync(path.join(target, `${size}x${size}.png`), Buffer.from(data.split(',')[1], 'base64'));
  }
}

app
  .whenReady()
  .then(draw)
  .then(
    () => app.exit(0),
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      app.exit(1);
    },
  );

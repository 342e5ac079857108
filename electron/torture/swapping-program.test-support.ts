import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Another process that makes a folder of the kit a link to outside and back, again and again, for a moment each time. It ends with the folder in its
 * place when it is asked to.
 */
const [root = '', folder = ''] = process.argv.slice(2);
const at = (name: string): string => join(root, name);
let asked = false;
process.once('SIGTERM', () => {
  asked = true;
});

function swap(): void {
  renameSync(at(folder), at('kept'));
  renameSync(at('evil'), at(folder));
}

function back(): void {
  renameSync(at(folder), at('evil'));
  renameSync(at('kept'), at(folder));
}

function round(): void {
  try {
    swap();
    for (let spin = performance.now() + Math.random(); performance.now() < spin; );
    back();
  } catch {
    // A name was taken in between by the other side: what is possible is put back.
    if (existsSync(at('kept')) && !existsSync(at('evil'))) renameSync(at(folder), at('evil'));
    if (existsSync(at('kept')) && !existsSync(at(folder))) renameSync(at('kept'), at(folder));
  }
  if (asked) process.exit(0);
  setTimeout(round, Math.random() * 3);
}

process.stdout.write('ready\n');
round();

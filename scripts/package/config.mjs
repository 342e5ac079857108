import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setFuses } from './fuses.mjs';

/** Only what runs: bundles, pages, print styles. No package is needed at run time, and no source goes along. */
const FILES = ['package.json', 'dist/electron/**', 'dist/renderer/**', 'resources/print/**'];

/** The kit that ships, as plain files: people open it with other programs too. */
const KIT = ['kit.yaml', 'templates', 'examples', 'scenarios'];

/** The licence of the program, and those of everything in its bundles. Electron brings its own two. */
const NOTICES = [{ from: 'LICENSE', to: 'LICENSE.staffwright.txt' }];

/** The executable of an unpacked program. */
export function packedExecutable(folder, platform, product) {
  if (platform === 'darwin') return join(folder, `${product}.app`);
  return join(folder, platform === 'win32' ? `${product}.exe` : 'staffwright');
}

/** What a stand-in runtime brings for development, and must not ship: it would run any folder as the program. */
function removeDevelopmentParts(folder) {
  for (const name of ['default_app.asar', 'launcher.sha256'])
    rmSync(join(folder, 'resources', name), { force: true });
}

/**
 * Configuration of electron-builder. `runtime` is what `resolveElectron` found; `output` an absolute folder;
 * `report` is told what an old runtime is too old for.
 */
export function packageConfig({ runtime, report, notices, output }) {
  return {
    appId: 'io.github.staffwright.studio',
    productName: 'Staffwright',
    copyright: 'Copyright © Staffwright maintainers',
    directories: { output, buildResources: 'resources/icons' },
    electronDist: runtime.distPath,
    electronVersion: runtime.version,
    // Unpacked, the shipped files are those of the checkout, so that they can be compared.
    asar: true,
    files: FILES,
    extraResources: KIT.map((name) => ({ from: name, to: join('kit', name) })),
    extraFiles: [...NOTICES, { from: notices, to: 'LICENSES.third-party.md' }],
    // The window speaks English; the engine needs its own texts in that language only.
    electronLanguages: ['en-US', 'en-GB'],
    npmRebuild: false,
    publish: null,
    forceCodeSigning: false,
    linux: {
      target: ['deb', 'AppImage', 'tar.gz'],
      executableName: 'staffwright',
      icon: 'resources/icons',
      category: 'Office',
      synopsis: 'Writing studio for engineers who must prove staff-level scope',
      maintainer: 'Staffwright maintainers <maintainers@staffwright.invalid>',
    },
    deb: { priority: 'optional' },
    mac: {
      target: ['dmg', 'zip'],
      icon: 'resources/icons/1024x1024.png',
      category: 'public.app-category.productivity',
      hardenedRuntime: true,
      gatekeeperAssess: false,
    },
    win: { target: ['nsis', 'zip'], icon: 'resources/icons/256x256.png' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
      if (electronPlatformName === 'linux') removeDevelopmentParts(appOutDir);
      const executable = packedExecutable(appOutDir, electronPlatformName, packager.appInfo.productFilename);
      report(await setFuses(executable, { resetSignature: electronPlatformName === 'darwin' }));
    },
  };
}

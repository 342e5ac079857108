import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const lock = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };
const manifest = JSON.parse(read('package.json')) as {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

/** Below these, known holes are open; several numbers where several lines are kept up. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  mermaid: ['11.16.1'],
  dompurify: ['3.4.18'],
  'markdown-it': ['14.2.0'],
  'linkify-it': ['5.0.2'],
  'js-yaml': ['4.3.2', '5.2.1'],
  ajv: ['8.18.0'],
};

/** Majors of Electron that are kept up by its makers. Raise them with the pinned version. */
const ELECTRON_MAJORS = [43, 44, 45];

function atLeast(version: string, floor: string): boolean {
  const parts = (text: string) => text.split(/[.+-]/).slice(0, 3).map(Number);
  const [one, other] = [parts(version), parts(floor)];
  for (const [index, part] of one.entries()) {
    const least = other[index] ?? 0;
    if (part !== least) return part > least;
  }
  return !version.includes('-');
}

/** True when a version is of a line that is kept up, and not below its floor. */
function isSafe(name: string, version: string): boolean {
  const floors = FLOORS[name] ?? [];
  const highest = floors.at(-1) ?? '0.0.0';
  const sameMajor = floors.find((floor) => floor.split('.')[0] === version.split('.')[0]);
  return atLeast(version, sameMajor ?? highest);
}

describe('packages', () => {
  it('are pinned to one version each, with a digest', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect([name, /^\d+\.\d+\.\d+$/.test(version)]).toEqual([name, true]);
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
    expect(packages.filter(([, entry]) => !entry.integrity && !entry.link).map(([path]) => path)).toEqual([]);
  });

  it.each(Object.keys(FLOORS))('hold no %s with known holes, however deep it lies', (name) => {
    const copies = packages.filter(([path]) => nameOf(path) === name);
    expect(copies.filter(([, { version = '0.0.0' }]) => !isSafe(name, version))).toEqual([]);
  });

  it('would be found by their floors', () => {
    expect(isSafe('js-yaml', '4.3.1')).toBe(false);
    expect(isSafe('js-yaml', '4.3.2')).toBe(true);
    expect(isSafe('js-yaml', '5.2.0')).toBe(false);
    expect(isSafe('js-yaml', '3.14.1')).toBe(false);
    expect(isSafe('js-yaml', '6.0.0')).toBe(true);
    expect(isSafe('mermaid', '11.16.1-beta.1')).toBe(false);
    expect(isSafe('mermaid', '12.3.0')).toBe(true);
  });

  it('are made with an Electron that is kept up', () => {
    expect(ELECTRON_MAJORS).toContain(Number(manifest.devDependencies['electron']?.split('.')[0]));
  });

  it('run nothing when they are installed, and those that would are known by name', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(read('scripts/setup/dependencies.mjs')).toContain("'ci', '--ignore-scripts'");
    const scripted = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    expect([...new Set(scripted)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
    expect(Object.values(manifest.allowScripts).filter(Boolean)).toEqual([]);
  });
});

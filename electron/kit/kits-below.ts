import type { KitNotice } from '../../shared/ipc/payloads';

/** What is said in a kit of the folders in it that are kits of their own: what they state is never mixed with it. */
export function kitsBelowNotice(kits: readonly string[]): readonly KitNotice[] {
  if (kits.length === 0) return [];
  const message =
    kits.length === 1
      ? `${named(kits, 'and')} has its own kit.yaml: it is a kit of its own and no part of this one. Open it by itself.`
      : `${named(kits, 'and')} have their own kit.yaml: they are kits of their own and no part of this one. Open each by itself.`;
  return [{ message }];
}

/** Why a folder that holds only other kits is not opened as one. */
export function onlyKits(kits: readonly string[]): string {
  const what = kits.length === 1 ? 'a kit' : `${kits.length} kits`;
  return `This folder holds ${what} and nothing of its own to write or check. Open ${named(kits, 'or')}.`;
}

/** The first few names of a list, in words. */
function named(folders: readonly string[], last: 'and' | 'or'): string {
  const names = folders.slice(0, 3).map((folder) => `"${folder}"`);
  if (folders.length > 3) names.push(last === 'or' ? 'another' : `${folders.length - 3} more`);
  return names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

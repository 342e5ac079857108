import { kitPath } from './kit-path';

/** Longest name of a folder, in characters: disks take 255 bytes, and a number may have to be added. */
const MOST = 60;

/** Why a folder of a kit cannot have a name, as the rest of a sentence; null when it can, on every system (requirement D1). */
export function folderNameProblem(name: string): string | null {
  if (name === '') return 'it has no name';
  if (name.includes('/')) return 'its name holds a slash';
  // Nobody would find it again, and the studio shows none of them.
  if (name.startsWith('.')) return 'its name starts with a dot';
  if ([...name].length > MOST) return `its name is longer than ${MOST} characters`;
  const checked = kitPath(name);
  if (checked.ok) return /[<>"|?*]/.test(name) ? 'Windows has no such names' : null;
  if (/device/.test(checked.error)) return 'its name is that of a device';
  return checked.error.replace(/^(?:The|A part of the) path/, 'its name');
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckSession } from '../../shared/rubric/session';
import { newCheckSession } from '../../shared/studio';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The texts of the worked kit by path; without the counter-examples, which say nothing about the others. */
export function workedTexts(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const folder of ['examples', 'scenarios']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const path = `${entry.parentPath}/${entry.name}`.slice(ROOT.length).replaceAll('\\', '/');
      if (entry.isFile() && !path.includes('/senior-grade/'))
        texts.set(path, readFileSync(join(ROOT, path), 'utf8'));
    }
  }
  return texts;
}

/** A settled session of some files. */
export function sessionOf(texts: Iterable<readonly [string, string]>): CheckSession {
  const session = newCheckSession('Torture');
  for (const [path, text] of texts) session.setFile(path, text);
  session.settle();
  return session;
}

/** A path of each kind that the worked kit has, in its order. */
export function pathOfEachKind(session: CheckSession): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { kind, path } of session.report().artifacts)
    if (kind && !paths.has(kind)) paths.set(kind, path);
  return paths;
}

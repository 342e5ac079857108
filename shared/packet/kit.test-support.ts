import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONSISTENCY_RULES } from '../consistency';
import type { CheckSession } from '../rubric/session';
import { newCheckSession } from '../studio';
import { type PacketView, packetView } from './packet-view';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The texts of the worked kit, as it lies on disk. */
export function workedTexts(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const folder of ['examples', 'scenarios']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = `${entry.parentPath}/${entry.name}`.slice(ROOT.length).replaceAll('\\', '/');
      texts.set(path, readFileSync(join(ROOT, path), 'utf8'));
    }
  }
  return texts;
}

/** A session over texts, with everything done. */
export function settled(texts: Iterable<readonly [string, string]>): CheckSession {
  const session = newCheckSession('Kit');
  for (const [path, text] of texts) session.setFile(path, text);
  session.settle();
  return session;
}

/** The dashboard of a session, as the window's worker makes it. */
export function viewOf(session: CheckSession): PacketView {
  return packetView({
    report: session.report(),
    packet: session.facts,
    registry: session.registry,
    rules: CONSISTENCY_RULES,
    text: (path) => session.text(path),
  });
}

/** Changes files of a session (null takes one out), looks, and puts them back. */
export function withChanges<T>(
  session: CheckSession,
  changes: Readonly<Record<string, ((text: string) => string) | null>>,
  look: (view: PacketView) => T,
): T {
  const before = new Map(Object.keys(changes).map((path) => [path, session.text(path)]));
  try {
    for (const [path, change] of Object.entries(changes)) {
      const text = before.get(path) ?? '';
      const after = change === null ? null : change(text);
      if (after === text) throw new Error(`The change of ${path} changed nothing`);
      if (after === null) session.removeFile(path);
      else session.setFile(path, after);
    }
    session.settle();
    return look(viewOf(session));
  } finally {
    for (const [path, text] of before) {
      if (text === null) session.removeFile(path);
      else session.setFile(path, text ?? '');
    }
    session.settle();
  }
}

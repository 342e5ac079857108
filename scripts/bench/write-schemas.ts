import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from '../../shared/kinds';

/** Writes the kinds' JSON Schemas for the peers, and which file names each judges: `<folder>/<kind>.json`, `<folder>/files.json`. */
const [folder = 'out/bench/schemas'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const files: Record<string, string[]> = {};
for (const kind of KINDS) {
  if (!kind.schema) continue;
  const { $id: _, ...schema } = kind.schema;
  writeFileSync(join(folder, `${kind.id}.json`), JSON.stringify(schema));
  files[kind.id] = [...kind.files];
}
writeFileSync(join(folder, 'files.json'), JSON.stringify(files));

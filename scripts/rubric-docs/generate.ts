import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { KINDS } from '../../shared/kinds';
import { RubricCatalogue } from '../../shared/rubric/catalogue';
import { rubricPages } from './render';

/** `npm run rubric:docs`: writes the rubric's pages to `docs/rubric/`; pages of kinds that are gone are removed. */
const folder = fileURLToPath(new URL('../../docs/rubric/', import.meta.url));
mkdirSync(folder, { recursive: true });
const pages = rubricPages(new RubricCatalogue(KINDS, CONSISTENCY_RULES));
for (const name of readdirSync(folder))
  if (name.endsWith('.md') && !pages.has(name)) rmSync(join(folder, name));
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
process.stdout.write(`docs/rubric: ${pages.size} pages\n`);

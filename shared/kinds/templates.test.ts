import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newCheckSession } from '../studio';
import { KINDS } from './index';

const ROOT = new URL('../../templates/', import.meta.url);
const withTemplate = KINDS.flatMap((kind) =>
  kind.template === undefined ? [] : [[kind.id, kind.template] as const],
);

/** What an author starts from has blanks and no gap: the structure is whole, and what is judged by its values is not judged yet. */
describe.each(withTemplate)('the template of %s', (id, file) => {
  const url = new URL(file, ROOT);

  it('is there', () => expect(existsSync(url)).toBe(true));

  it('is recognised and has nothing to mend', () => {
    const session = newCheckSession('Templates');
    const path = `templates/${file}`;
    session.setFile(path, readFileSync(url, 'utf8'));
    session.settle();
    const report = session.artifact(path);
    expect([report?.kind, report?.template, report?.grade]).toEqual([id, true, null]);
    expect(report?.findings.map((f) => `${f.id}: ${f.message}`)).toEqual([]);
    expect(report?.criteria.filter((c) => c.verdict === 'fail' || c.verdict === 'error')).toEqual([]);
  });
});

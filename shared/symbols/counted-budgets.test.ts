import { describe, expect, it } from 'vitest';
import { kitText } from '../kinds/kit-fixture.test-support';
import { newCheckSession } from '../studio';
import { countedBudgets } from './counted-budgets';

function budgetsOf(path: string, text: string) {
  const session = newCheckSession('Kit');
  session.setFile(path, text);
  const parsed = session.parsed(path);
  if (!parsed) throw new Error('The file was not parsed');
  return countedBudgets(parsed);
}

const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';

describe('the budgets of a document', () => {
  it('are those of its criteria, with the words they count', () => {
    const text = kitText(RFC);
    const budgets = budgetsOf(RFC, text);
    const summary = budgets.find(({ title }) => title === '1. Summary and ask');
    expect(summary).toMatchObject({ least: 20, most: 180, from: text.indexOf('## 1. Summary') });
    expect(summary?.words).toBeGreaterThan(20);
    expect(summary?.words).toBeLessThanOrEqual(180);
    expect(budgets).toHaveLength(13);
  });

  it('count what RFC-03 counts', () => {
    const body = `We propose it. ${'word '.repeat(190)}`;
    const text = `---\nid: RFC-001\n---\n# RFC-001: A\n\n## Summary\n\n${body}\n`;
    expect(budgetsOf('RFC-001-a.md', text)[0]).toMatchObject({ words: 193, most: 180 });
  });

  it('are none where no criterion wants any', () => {
    expect(budgetsOf('notes.md', '# Notes\n\nWords.\n')).toEqual([]);
    expect(budgetsOf('risk-register.json', '{}')).toEqual([]);
  });
});

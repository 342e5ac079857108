import { describe, expect, it } from 'vitest';
import { parseJson } from '../text/json';
import { parseYaml } from '../text/yaml';
import type { RecordFact } from './fact';
import { entryBehind, withEntries } from './list-entries';
import { DataReader } from './read-data';
import { recordOf } from './records';

function added(reader: DataReader): string {
  const fact = withEntries(recordOf('row', 'x', reader, ['list']), reader, ['list']);
  const edit = entryBehind(fact as RecordFact, 'list', 'AI-03');
  const { text } = reader.tree;
  return edit ? text.slice(0, edit.from) + edit.insert + text.slice(edit.to) : text;
}

describe('adding an entry behind the last one of a list', () => {
  it.each([
    ['list: [AI-01, AI-02]\n', 'list: [AI-01, AI-02, AI-03]\n'],
    ['list: ["AI-01"]\n', 'list: ["AI-01", "AI-03"]\n'],
    ["list:\n  - 'AI-01'\nnext: 1\n", "list:\n  - 'AI-01'\n  - 'AI-03'\nnext: 1\n"],
    ['list:\n    - AI-01\n    - AI-02\n', 'list:\n    - AI-01\n    - AI-02\n    - AI-03\n'],
  ])('in YAML: %j', (before, after) => {
    expect(added(new DataReader(parseYaml(before)))).toBe(after);
  });

  it('in JSON, with its quotation marks', () => {
    expect(added(new DataReader(parseJson('{"list": ["AI-01"]}')))).toBe('{"list": ["AI-01", "AI-03"]}');
  });

  it('has nothing to stand behind in an empty list', () => {
    expect(added(new DataReader(parseYaml('list: []\n')))).toBe('list: []\n');
  });
});

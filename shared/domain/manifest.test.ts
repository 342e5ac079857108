import { describe, expect, it } from 'vitest';
import { readManifest } from './manifest';

const GOOD = `version: 1
name: My packet
author: Ada Example
folders:
  - examples
  - scenarios/raw
scenario: scenarios/raw/incident.json
`;

describe('a manifest', () => {
  it('says what belongs to the kit', () => {
    expect(readManifest(GOOD)).toEqual({
      manifest: {
        version: 1,
        name: 'My packet',
        author: 'Ada Example',
        folders: ['examples', 'scenarios/raw'],
        scenario: 'scenarios/raw/incident.json',
      },
      problems: [],
    });
  });

  it('may leave out all but version and name', () => {
    expect(readManifest('{"version": 1, "name": "A"}').manifest).toEqual({
      version: 1,
      name: 'A',
      author: null,
      folders: null,
      scenario: null,
    });
  });

  it.each([
    ['nothing', '', 1, 'empty'],
    ['no YAML', 'version: 1\nname: [a\n', 3, ''],
    ['a list', '- a\n- b\n', 1, 'list of keys'],
    ['a duplicate key', 'version: 1\nname: a\nname: b\n', 3, 'twice'],
    ['no version', 'name: a\n', 1, '"version" is missing'],
    ['another version', 'version: 2\nname: a\n', 1, 'version 1'],
    ['a version in words', 'version: "1"\nname: a\n', 1, 'version 1'],
    ['no name', 'version: 1\n', 1, '"name" is missing'],
    ['an empty name', 'version: 1\nname: ""\n', 2, '"name" is a line of text'],
    ['a name of two lines', 'version: 1\nname: "a\\nb"\n', 2, 'single line'],
    ['folders that are no list', 'version: 1\nname: a\nfolders: examples\n', 3, 'list of folders'],
    ['no folders in the list', 'version: 1\nname: a\nfolders: []\n', 3, 'list of folders'],
    ['a folder outside', 'version: 1\nname: a\nfolders:\n  - ok\n  - ../secret\n', 5, 'steps out'],
    ['an absolute folder', 'version: 1\nname: a\nfolders:\n  - /etc\n', 4, 'absolute'],
    ['the root itself', 'version: 1\nname: a\nfolders:\n  - .\n', 4, 'steps out'],
    ['a folder that is a number', 'version: 1\nname: a\nfolders:\n  - 1\n', 4, 'path inside the kit'],
  ])('is void with %s, and says where', (_name, text, line, message) => {
    const { manifest, problems } = readManifest(text);
    expect(manifest).toBeNull();
    expect(problems.some((problem) => problem.line === line && problem.message.includes(message))).toBe(true);
  });

  it.each([
    ['an unknown key', `${GOOD}colour: red\n`, 8, '"colour" is not a key'],
    ['an author that is a list', GOOD.replace('Ada Example', '[Ada]'), 3, '"author"'],
    ['a scenario outside', GOOD.replace(/scenario: .*/, 'scenario: ../a.json'), 7, 'steps out'],
    ['a folder that stands twice', GOOD.replace('scenarios/raw\n', 'examples\n'), 6, 'twice'],
  ])('still counts with %s, which is told', (_name, text, line, message) => {
    const { manifest, problems } = readManifest(text);
    expect(manifest?.name).toBe('My packet');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line, message: expect.stringContaining(message) });
  });

  it('keeps hostile keys data', () => {
    const { manifest, problems } = readManifest(`${GOOD}__proto__:\n  polluted: true\nconstructor: 1\n`);
    expect(manifest?.name).toBe('My packet');
    expect(problems).toHaveLength(2);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

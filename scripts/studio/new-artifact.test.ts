import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { studioRegistry } from '../../shared/studio';
import { newArtifact } from './new-artifact';

const starter = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffwright-new-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function run(...args: string[]) {
  let out = '';
  let complaints = '';
  const code = await newArtifact(args, {
    registry: studioRegistry,
    starter,
    today: '2026-02-03',
    write: (text) => {
      out += text;
    },
    complain: (text) => {
      complaints += text;
    },
  });
  return { code, out, complaints };
}

describe('new', () => {
  it('starts an ADR with the next number in the folder of its part', async () => {
    await put('part2-adr-catalog/adr-006-keys.md', '# six\n');
    await put('part2-adr-catalog/notes.md', 'x\n');
    const { code, out } = await run('adr', folder, '--title', 'Keep Événements for 7 days');
    expect([code, out]).toEqual([0, 'part2-adr-catalog/adr-007-keep-evenements-for-7-days.md\n']);
    const text = await readFile(join(folder, out.trim()), 'utf8');
    expect(text).toBe(await readFile(join(starter, 'templates/adr-catalog-template.md'), 'utf8'));
  });

  it("prefers the kit's own template", async () => {
    await put('templates/rfc-template.md', '# Our own\n');
    const { out } = await run('rfc', folder, '--title', 'Streams');
    expect(out).toBe('RFC-001-streams.md\n');
    expect(await readFile(join(folder, 'RFC-001-streams.md'), 'utf8')).toBe('# Our own\n');
  });

  it('names a postmortem by the day, and a data file by its kind', async () => {
    await put('part4-postmortem/five-whys.md', 'x\n');
    expect((await run('postmortem', folder)).out).toBe('part4-postmortem/INC-2026-0203-postmortem.md\n');
    expect((await run('action-items', folder)).out).toBe('part4-postmortem/action-items.yaml\n');
  });

  it('never overwrites', async () => {
    await put('action-items.yaml', 'mine\n');
    const { code, complaints } = await run('action-items', folder);
    expect(code).toBe(2);
    expect(complaints).toContain('action-items.yaml');
    expect(await readFile(join(folder, 'action-items.yaml'), 'utf8')).toBe('mine\n');
  });

  it.each([
    ['an unknown kind', ['rcf'], /Did you mean rfc\?/],
    ['a kind without a template', ['incident-scenario'], /has no template/],
    ['a path out of the kit', ['rfc', '--to', '../x.md'], /cannot be a path in a kit/],
    ['a place among the templates', ['rfc', '--to', 'templates/x.md'], /stay templates/],
    ['no kind', [], /Usage/],
    ['a switch it does not know', ['rfc', '--tilte', 'x'], /Usage/],
  ])('says what is wrong with %s', async (_, args, message) => {
    await put('notes.md', 'x\n');
    const [kind, ...rest] = args;
    const { code, complaints } = await run(...(kind === undefined ? [] : [kind, folder, ...rest]));
    expect(code).toBe(2);
    expect(complaints).toMatch(message);
  });
});

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeFileSystem } from '../../electron/kit/file-system';
import { openKitFolder } from '../../electron/kit/folder-kit';
import { fileName, folderOf, kitPath } from '../../shared/domain/kit-path';
import { partOf } from '../../shared/domain/part';
import type { KitListing } from '../../shared/ipc/payloads';
import type { ArtifactKind } from '../../shared/rubric/kind';
import { isTemplate, type KindRegistry } from '../../shared/rubric/registry';
import { editDistance } from '../../shared/util/edit-distance';
import type { ExitCode } from './check-outcome';

export const NEW_USAGE = `Usage: npm run studio -- new <kind> [kit] [--title "Move to streams"] [--to <path in the kit>]

Starts an artifact from its template (the kit's own, else the starter kit's), in the folder of its part. Never overwrites a file.
Exit code: 0 written, 2 nothing written.`;

export interface NewContext {
  readonly registry: KindRegistry;
  /** Absolute folder of the kit that ships with the studio: where templates come from when the user's kit has none. */
  readonly starter: string;
  /** The day as `2024-03-12`. */
  readonly today: string;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** `new`: copies a kind's template to where such an artifact belongs. */
export async function newArtifact(args: readonly string[], context: NewContext): Promise<ExitCode> {
  const { registry, write, complain } = context;
  const refuse = (message: string): ExitCode => {
    complain(`${message}\n`);
    return 2;
  };
  let parsed: ReturnType<typeof readArguments>;
  try {
    parsed = readArguments(args);
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${NEW_USAGE}`);
  }
  const kind = registry.get(parsed.kind);
  const startable = registry.kinds.filter((k) => k.template !== undefined).map((k) => k.id);
  if (!kind) {
    const distance = (id: string) => editDistance(id, parsed.kind, 3);
    const nearest = Math.min(...startable.map(distance));
    const near = nearest <= 3 ? startable.filter((id) => distance(id) === nearest) : [];
    return refuse(
      `There is no kind "${parsed.kind}". ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Kinds with a template: ${startable.join(', ')}.`}`,
    );
  }
  if (kind.template === undefined) {
    return refuse(
      `${kind.title} has no template; copy the worked example instead. Kinds with one: ${startable.join(', ')}.`,
    );
  }
  const opened = await openKitFolder(resolve(parsed.folder), { fs: nodeFileSystem });
  if (!opened.ok) return refuse(opened.error.message);
  const { kit, listing } = opened.value;
  const template = await templateText(kind.template, kit, listing, context.starter);
  if (!template.ok) return refuse(template.message);
  const target = parsed.to ?? placeFor(kind, listing, parsed.title, context.today);
  const checked = kitPath(target);
  if (!checked.ok) return refuse(`"${target}" cannot be a path in a kit: ${checked.error}`);
  if (isTemplate(target)) return refuse('Files under templates/ stay templates; choose another folder.');
  const written = await kit.create(checked.value, template.text);
  if (!written.ok) return refuse(`${target}: ${written.error.message}`);
  write(`${target}\n`);
  return 0;
}

type Opened = Extract<Awaited<ReturnType<typeof openKitFolder>>, { ok: true }>['value'];

async function templateText(
  name: string,
  kit: Opened['kit'],
  listing: KitListing,
  starter: string,
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }> {
  const find = (files: KitListing['files']) =>
    files.find((file) => isTemplate(file.path) && fileName(file.path) === name)?.path;
  const own = find(listing.files);
  let read: Awaited<ReturnType<typeof kit.readText>> | null = own ? await kit.readText(own) : null;
  if (!read) {
    const opened = await openKitFolder(starter, { fs: nodeFileSystem, readOnly: true });
    const path = opened.ok ? find(opened.value.listing.files) : undefined;
    if (opened.ok && path) read = await opened.value.kit.readText(path);
  }
  if (!read)
    return { ok: false, message: `The template ${name} is neither in this kit nor in the starter kit.` };
  return read.ok
    ? { ok: true, text: read.value.text }
    : { ok: false, message: `${name}: ${read.error.message}` };
}

/** Where an artifact of a kind belongs in this kit: the folder of its part, under a name that the kind recognises. */
export function placeFor(kind: ArtifactKind, listing: KitListing, title: string, today: string): string {
  const folders = [...new Set([...listing.files.map((file) => folderOf(file.path)), ...listing.folders])];
  const home = folders.find(
    (folder) =>
      !isTemplate(`${folder}/`) &&
      /(?:^|\/)part[1-4][^/]*$/.test(folder) &&
      partOf('X', `${folder}/x`) === kind.part,
  );
  const pattern =
    kind.newName ?? kind.files.find((name) => !/[*[]/.test(name)) ?? `${kind.id}.${kind.format}`;
  const name = pattern
    .replace('{title}', slug(title))
    .replace('{date}', today.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1-$2$3'))
    .replace('{number}', () => nextNumber(pattern, listing));
  return home ? `${home}/${name}` : name;
}

/** One more than the highest number that a file of this pattern has anywhere in the kit. */
function nextNumber(pattern: string, listing: KitListing): string {
  const before = pattern.slice(0, pattern.indexOf('{number}')).toLowerCase();
  let highest = 0;
  for (const { path } of listing.files) {
    const name = fileName(path).toLowerCase();
    const number = name.startsWith(before) ? /^\d{3}(?!\d)/.exec(name.slice(before.length)) : null;
    if (number) highest = Math.max(highest, Number(number[0]));
  }
  return String(highest + 1).padStart(3, '0');
}

function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'untitled' : plain;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { title: { type: 'string', default: '' }, to: { type: 'string' } },
  });
  const [kind, folder = '.', ...rest] = positionals;
  if (kind === undefined) throw new Error('Which kind?');
  if (rest.length > 0) throw new Error('One kit folder at a time');
  return { kind, folder, title: values.title, to: values.to };
}

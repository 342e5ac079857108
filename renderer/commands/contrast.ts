import { fileName } from '../../shared/domain/kit-path';
import type { ContrastFile } from '../../shared/packet/contrast/contrast';
import { lowered } from '../../shared/preview/labels';
import { isCounterExample } from '../../shared/rubric/defines-for-others';
import type { KindInfo } from '../state/kind-info';
import type { Contrasted } from '../workers/check-protocol';
import { exampleKitOf, exampleOf, isNamedLike } from './example';
import type { Studio } from './studio';

/** Good work of a kind, to be laid beside one's own; or why there is none. */
export type GoodWork =
  | {
      readonly ok: true;
      readonly files: Contrasted;
      /** The kit that they are of, for their pictures. */
      readonly kitId: string;
      /** One's own file of the kind; null when there is none, or when one looks at the worked example itself. */
      readonly own: string | null;
    }
  | { readonly ok: false; readonly message: string };

const ANNOTATIONS = 'annotations.yaml';

/** The worked example of a kind and its senior-grade counterpart with what is said of it; one's own file is `path`, else the kit's first. */
export async function goodWork(studio: Studio, kind: KindInfo, path: string | null): Promise<GoodWork> {
  const { kit } = studio.store.getState();
  const opened = await exampleKitOf(studio);
  if (!kit) return { ok: false, message: 'No kit is open.' };
  if (typeof opened === 'string') return { ok: false, message: opened };
  const own = ownFile(studio, kind, path);
  const found = await exampleOf(studio, kind, own ?? '');
  if (found.kind === 'failed') return { ok: false, message: found.message };
  const staff = found.kind === 'found' ? found : null;
  const itself = found.kind === 'same' && own !== null ? await readFile(studio, opened.kitId, own) : null;
  const worked = staff ?? itself;
  if (!worked) return { ok: false, message: `The worked example holds no ${lowered(kind.title)}.` };
  const paths = opened.listing.files.map((file) => file.path).filter(isCounterExample);
  const senior = await firstOfKind(studio, opened.kitId, kind, paths);
  const told = paths.find((other) => fileName(other) === ANNOTATIONS);
  const annotations = senior && told ? await readFile(studio, opened.kitId, told) : null;
  return {
    ok: true,
    files: {
      senior,
      staff: { path: worked.path, text: worked.text },
      annotations: annotations?.text ?? null,
    },
    kitId: opened.kitId,
    own: itself || (own !== null && isCounterExample(own)) ? null : own,
  };
}

/** A file of the kind in the open kit: the one that is meant, else the first that is neither template nor counter-example. */
function ownFile(studio: Studio, kind: KindInfo, path: string | null): string | null {
  const { reports } = studio.store.getState().checks;
  if (path !== null && reports.get(path)?.kind === kind.id) return path;
  for (const report of reports.values())
    if (report.kind === kind.id && !report.template && !report.counterExample) return report.path;
  return null;
}

async function firstOfKind(
  studio: Studio,
  kitId: string,
  kind: KindInfo,
  paths: readonly string[],
): Promise<ContrastFile | null> {
  for (const path of paths.filter((other) => isNamedLike(kind, other))) {
    const file = await readFile(studio, kitId, path);
    // A name may fit several kinds; the engine says which one it is.
    if (file && (await studio.checker.meaning(path, file.text)).kind === kind.id) return file;
  }
  return null;
}

async function readFile(studio: Studio, kitId: string, path: string): Promise<ContrastFile | null> {
  const read = await studio.host.call('kit.readMany', { kitId, paths: [path] });
  const text = read.ok ? read.value.files[0]?.text : undefined;
  return text === undefined ? null : { path, text };
}

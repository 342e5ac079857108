import type { Source } from '../rubric/artifact';
import type { KindRegistry } from '../rubric/registry';
import type { KitReport } from '../rubric/report';
import { arrangeKit, MEMO_KIND } from './arrange-kit';
import { type Composition, presetOf } from './composition';

/**
 * Files that the readers of a portfolio do not get, in the zip neither: what was left out, the parts that are not printed, and a cover memo that
 * says more than this audience is told.
 */
export function withheldPaths(
  report: KitReport,
  composition: Composition,
  registry: KindRegistry,
  source: (path: string) => Source | null,
): ReadonlySet<string> {
  const { parts } = arrangeKit(report, composition, registry, source);
  const out = parts.flatMap(({ printed, artifacts }) =>
    artifacts.filter(({ place }) => !printed || place === 'nowhere').map((one) => one.report.path),
  );
  const memos =
    composition.memo && presetOf(composition).withoutSections.length === 0
      ? []
      : report.artifacts.filter(({ kind }) => kind === MEMO_KIND).map(({ path }) => path);
  return new Set([...composition.leaveOut, ...out, ...memos]);
}

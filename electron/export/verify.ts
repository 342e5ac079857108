import type { PreflightLine } from '../../shared/ipc/payloads';
import type { PortfolioPlan } from '../../shared/portfolio/plan';
import type { PageNumbers } from './book';
import { destinationIds } from './bookmarks';
import { figureId } from './figures';
import type { Bookmark, ReadBack } from './pdf-file';

export interface Expected {
  readonly plan: PortfolioPlan;
  /** The numbers that are printed in the contents list. */
  readonly printed: PageNumbers;
  readonly bookmarks: readonly Bookmark[];
  readonly pages: number;
  /** How many figures were set. */
  readonly figures: number;
}

/**
 * Compares the finished file with the plan: every place is there and on the page the contents list says, every bookmark leads to its page, every
 * figure is there, and nothing in the file can run. A line of level `problem` means the file must not be handed out.
 */
export function verifyPdf(found: ReadBack, expected: Expected): PreflightLine[] {
  const lines: PreflightLine[] = [];
  const pathOf = new Map(
    expected.plan.parts.flatMap((p) =>
      p.artifacts.flatMap((a) => [
        [a.id, a.path] as const,
        ...a.headings.map((h) => [h.anchor, a.path] as const),
      ]),
    ),
  );
  const problem = (message: string, id?: string): void => {
    const path = id === undefined ? undefined : pathOf.get(id);
    lines.push({ level: 'problem', message, ...(path === undefined ? {} : { path }) });
  };
  if (found.pages !== expected.pages)
    problem(`The file has ${found.pages} pages; ${expected.pages} were laid out`);
  const ids = destinationIds(expected.plan);
  let right = 0;
  for (const id of ids) {
    const page = found.destinations.get(id);
    if (page === undefined) problem(`The place "${id}" is missing in the finished file`, id);
    else if (page !== expected.printed.get(id)) {
      problem(
        `The contents list says page ${(expected.printed.get(id) ?? 0) - 1} for "${id}", which stands on page ${page - 1}`,
        id,
      );
    } else right++;
  }
  if (right === ids.length)
    lines.push({ level: 'ok', message: `All ${right} places stand on the pages the contents list says` });
  const wanted = flatten(expected.bookmarks);
  const wrong = wanted.filter(
    (mark, i) => found.bookmarks[i]?.title !== mark.title || found.bookmarks[i]?.page !== mark.page,
  );
  if (found.bookmarks.length !== wanted.length || wrong.length > 0) {
    problem(
      `${found.bookmarks.length} of ${wanted.length} bookmarks were read back, ${wrong.length} of them wrong`,
    );
  } else lines.push({ level: 'ok', message: `All ${wanted.length} bookmarks lead to their pages` });
  const lost = Array.from({ length: expected.figures }, (_, i) => figureId(i + 1)).filter(
    (id) => !found.destinations.has(id),
  );
  if (lost.length > 0)
    problem(`${lost.length} of ${expected.figures} figures are missing, the first is ${lost[0]}`);
  else if (expected.figures > 0)
    lines.push({ level: 'ok', message: `All ${expected.figures} figures are in the file` });
  if (found.active.length > 0) problem(`The file holds something that could run: ${found.active.join(', ')}`);
  return lines;
}

function flatten(marks: readonly Bookmark[]): Bookmark[] {
  return marks.flatMap((mark) => [mark, ...flatten(mark.children)]);
}

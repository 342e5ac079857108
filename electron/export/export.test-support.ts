import { type PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { type Composition, DEFAULT_COMPOSITION } from '../../shared/portfolio/composition';
import { type PortfolioPlan, planPortfolio } from '../../shared/portfolio/plan';
import type { Source } from '../../shared/rubric/artifact';
import { parseSource } from '../../shared/rubric/parse-source';
import type { KitReport } from '../../shared/rubric/report';
import { newCheckSession, studioRegistry } from '../../shared/studio';

/** A kit of texts, checked by the real engine and planned. */
export function planOf(
  files: Readonly<Record<string, string>>,
  options: Partial<Composition> = {},
): {
  readonly plan: PortfolioPlan;
  readonly report: KitReport;
  readonly source: (p: string) => Source | null;
} {
  const session = newCheckSession('A kit');
  for (const [path, text] of Object.entries(files)) session.setFile(path, text, null);
  for (const _ of session.pending()) {
    // Each step checks one file.
  }
  const report = session.report();
  const source = (path: string) => {
    const text = files[path];
    return text === undefined ? null : parseSource(path, text);
  };
  const plan = planPortfolio(report, {
    registry: studioRegistry,
    source,
    composition: { ...DEFAULT_COMPOSITION, ...options },
    author: '',
  });
  return { plan, report, source };
}

/** A PDF with a line on each page and a named destination for each name: in the catalog's dictionary, or in a name tree. */
export async function pdfWith(
  places: Readonly<Record<string, number>>,
  form: 'dictionary' | 'tree',
  pageCount = 4,
): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  for (let i = 1; i <= pageCount; i++) {
    file.addPage([300, 400]).drawText(`Text of page ${i}`, { x: 20, y: 200, size: 12, font });
  }
  const { context, catalog } = file;
  const target = (page: number) => context.obj([file.getPage(page - 1).ref, PDFName.of('XYZ'), 0, 350, null]);
  if (form === 'dictionary') {
    const dictionary = context.obj({}) as PDFDict;
    for (const [name, page] of Object.entries(places)) dictionary.set(PDFName.of(name), target(page));
    catalog.set(PDFName.of('Dests'), dictionary);
  } else {
    const names = Object.entries(places).flatMap(([name, page]) => [PDFString.of(name), target(page)]);
    const kid = context.register(context.obj({ Names: names }));
    catalog.set(PDFName.of('Names'), context.obj({ Dests: { Kids: [kid] } }));
  }
  return file.save();
}

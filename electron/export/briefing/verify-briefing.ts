import type { PreflightLine } from '../../../shared/ipc/payloads';
import { type ReadBack, readBack } from '../pdf-file';
import { facesOf } from './briefing-pdf';
import type { PrintedBriefing } from './print-briefing';

/** Reads slides and handout back as a viewer would. A line of level `problem` means that the file must not be handed out. */
export async function verifyBriefing(briefing: PrintedBriefing): Promise<PreflightLine[]> {
  const slides = await readBack(briefing.slides);
  const notes = await readBack(briefing.notes);
  const problems = [
    ...faults('briefing', slides, briefing.slidePages),
    ...faults('handout', notes, briefing.notesPages),
  ];
  for (const slide of briefing.decks.flatMap((deck) => deck.slides)) {
    const place = slides.destinations.get(slide.id);
    if (place !== briefing.numbers.get(slide.id)) problems.push(`slide ${slide.number} is not at its place`);
    const mark = `${slide.number} · ${slide.headline}`;
    if (!slides.bookmarks.some(({ title, page }) => title === mark && page === place))
      problems.push(`the bookmark of slide ${slide.number} leads elsewhere`);
  }
  const { decks } = briefing;
  const written = decks.some((deck) => deck.slides.some(({ notes }) => notes.length > 0));
  problems.push(...(await fontFaults('briefing', briefing.slides, true)));
  problems.push(...(await fontFaults('handout', briefing.notes, written)));
  if (problems.length > 0)
    return problems.map((message) => ({
      level: 'problem',
      message: `The briefing is not as planned: ${message}`,
    }));
  const count = briefing.decks.reduce((sum, deck) => sum + deck.slides.length, 0);
  return [
    {
      level: 'ok',
      message: `All ${count} slides of the briefing are on their pages, with their bookmarks and fonts`,
    },
  ];
}

function faults(name: string, found: ReadBack, pages: number): string[] {
  return [
    ...(found.pages === pages ? [] : [`the ${name} has ${found.pages} pages; ${pages} were laid out`]),
    ...(found.active.length === 0
      ? []
      : [`the ${name} holds something that could run: ${found.active.join(', ')}`]),
  ];
}

/** Text whose face did not come in time is printed as nothing: then the face is not in the file either. */
async function fontFaults(name: string, bytes: Uint8Array, hasText: boolean): Promise<string[]> {
  const faces = await facesOf(bytes);
  const lost = faces.filter(({ held }) => !held).map((face) => `the ${name} does not carry ${face.name}`);
  const set = !hasText || faces.some((face) => face.name.includes('SourceSerif'));
  return set ? lost : [...lost, `the text of the ${name} was printed without its letters`];
}

import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { type Measure, measuresIn } from '../../text/measures';
import { ids } from '../../text/quantities';
import type { Span } from '../../text/span';
import { incidentFacts } from './incident-facts';
import type { Briefing, Slide } from './model';

/** The briefing itself, and each quantity that it quotes from other files. */
export function facts(briefing: Briefing): Fact[] {
  const { header, slides, title } = briefing;
  const numbers = [...new Set(slides.map((slide) => slide.number))];
  const fields = definitionData({
    slides: slides.length,
    numbers: numbers.map(String),
    ask: header.at('ask').text,
    decision_by: header.at('decision_by').text,
  });
  const id = header.at('id').text ?? 'executive-summary';
  const places = { ask: header.at('ask').span, decision_by: header.at('decision_by').span };
  const own: readonly Fact[] =
    slides.length === 0
      ? []
      : [{ type: 'record', set: 'briefing', id, fields, places, span: title }, ...quotedQuantities(briefing)];
  return [...own, ...incidentFacts(briefing)];
}

/**
 * Quantities with the slide they stand on (0: the ask of the header) and the actions named beside them, whose efforts they may add up:
 * `near` in the same sentence or bullet, `slide_actions` anywhere on the slide.
 */
function quotedQuantities({ doc, header, slides }: Briefing): Fact[] {
  const out: Fact[] = [];
  const add = (text: string, within: Span, slide: number, onSlide: readonly string[]) => {
    const near = ids(text, 'AI', within).map((id) => id.text);
    for (const measure of measuresIn(text, within)) out.push(quantityFact(measure, slide, near, onSlide));
  };
  const ask = header.at('ask');
  if (ask.text !== null) add(doc.text, ask.span, 0, []);
  for (const slide of slides) {
    const onSlide = actionsOn(doc.plain, slide);
    for (const { span } of [...slide.visible, ...slide.notes]) add(doc.plain, span, slide.number, onSlide);
  }
  return out;
}

function actionsOn(text: string, { section }: Slide): string[] {
  return [...new Set(ids(text, 'AI', section.body).map((id) => id.text))];
}

function quantityFact(
  { text, from, to, value, tolerance, dimension, unit }: Measure,
  slide: number,
  near: readonly string[],
  onSlide: readonly string[],
): Fact {
  const fields = { value, tolerance, dimension, unit, slide, near, slide_actions: onSlide };
  return { type: 'record', set: 'slide-quantity', id: text, fields, places: {}, span: { from, to } };
}

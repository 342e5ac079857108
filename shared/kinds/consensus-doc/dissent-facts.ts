import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { Span } from '../../text/span';
import type { Consensus } from './model';

/** The recorded dissents with the place of each field (`dissent`). The person is the voter whose name the heading, else the block, holds. */
export function dissentFacts({ dissent, positions }: Consensus): Fact[] {
  const names = [...(positions?.rows ?? [])].map((row) => row.name).sort((a, b) => b.length - a.length);
  return dissent.map((block) => {
    const person =
      names.find((name) => block.title.includes(name)) ?? names.find((name) => block.text.includes(name));
    const places: Record<string, Span> = { person: block.heading };
    if (block.quote) places['statement'] = block.quote.span;
    const wire = block.tripwires[0];
    if (wire) places['tripwire'] = { from: wire.from, to: wire.to };
    const fields = definitionData({
      person: person ?? null,
      title: block.title,
      statement: block.quote?.text ?? null,
      tripwire: wire?.text ?? null,
    });
    return { type: 'record', set: 'dissent', id: block.id, fields, places, span: block.heading };
  });
}

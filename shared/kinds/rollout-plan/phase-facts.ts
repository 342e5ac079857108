import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import type { Span } from '../../text/span';
import { firstReplan } from './model';

/**
 * The phases as records (`plan-phase`): current dates, the dates before any replan, and the risks each carries. Lists have the place of their
 * key, since something is to be added there.
 */
export function phaseFacts(root: DataReader): Fact[] {
  return root.at('phases').items.flatMap((phase) => {
    const id = phase.at('id');
    if (id.text === null) return [];
    const replan = firstReplan(root.at('replans').items, id.text);
    const places: Record<string, Span> = {};
    const place = (name: string, at: DataReader | undefined): string | null => {
      if (!at || at.text === null) return null;
      places[name] = at.span;
      return at.text;
    };
    const old = (key: 'start' | 'end') =>
      place(`original-${key}`, replan?.at(`old_${key}`)) ?? place(`original-${key}`, phase.at(key));
    const fields = definitionData({
      name: place('name', phase.at('name')),
      start: place('start', phase.at('start')),
      end: place('end', phase.at('end')),
      'original-start': old('start'),
      'original-end': old('end'),
      replanned: replan !== null,
      mitigates: phase.at('mitigates').texts,
    });
    for (const key of ['mitigates', 'entry', 'rollback_triggers'])
      if (phase.at(key).exists) places[key] = phase.at(key).keySpan;
    return [{ type: 'record' as const, set: 'plan-phase', id: id.text, fields, places, span: id.span }];
  });
}

/** The risks that phases carry (`plan-risk`), one record per entry of `mitigates`. */
export function carriedFacts(root: DataReader): Fact[] {
  return root.at('phases').items.flatMap((phase) =>
    phase.at('mitigates').items.flatMap((item) => {
      const [risk, id] = [item.text, phase.at('id').text];
      if (risk === null || id === null) return [];
      return [
        {
          type: 'record' as const,
          set: 'plan-risk',
          id: `${id}/${risk}`,
          fields: { phase: id, risk },
          places: {},
          span: item.span,
        },
      ];
    }),
  );
}

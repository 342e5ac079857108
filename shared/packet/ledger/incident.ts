import { type Clock, clockFor, endsIn } from '../../consistency/incident/duration-ends';
import { endsOf } from '../../consistency/incident/moments';
import { incidentKey, sameIncident } from '../../consistency/incident/same-incident';
import { clockOf } from '../../consistency/incident/spell-time';
import type { Packet } from '../../rubric/packet';
import {
  type Figure,
  type FigureSource,
  numberOf,
  placeOf,
  type RecordOf,
  type Source,
  textOf,
} from './figure';

/** Durations: the two moments that each is the distance of. */
export const durationFigures: FigureSource = {
  rules: ['X-33'],
  figures: (packet) => {
    const clocks = new Map<string | null, Clock>();
    const related = sameIncident(packet);
    const incident = incidentKey(packet);
    return packet.records('stated-duration').map((duration): Figure => {
      const key = incident(duration.path);
      const clock = clocks.get(key) ?? clockFor(packet, (path) => related(path, duration.path));
      clocks.set(key, clock);
      const { path, span, id } = duration;
      return { path, span, text: id, source: momentsOf(duration, clock), how: '' };
    });
  },
};

/** The times behind a duration: those that the text names, else the moments of the timeline or the header that its measure runs between. */
function momentsOf(duration: RecordOf, clock: Clock): Source | null {
  const said = endsIn(duration, clock);
  const measure = textOf(duration, 'measure');
  const named = [clock.timeline, clock.header]
    .map((moments) => endsOf(moments, measure))
    .find((ends) => ends);
  const [from, to] = said ?? named ?? [];
  if (!from || !to) return null;
  const place = 'source' in from && from.source ? from.source : from;
  const words = measure === '' ? '' : `time to ${measure}, `;
  return {
    path: place.path,
    span: place.span,
    name: `${measure === 'impact' ? 'impact, ' : words}${clockOf(from.minute, '')} to ${clockOf(to.minute, '')}`,
    value: '',
  };
}

/** Rows of an impact table: the measure of the assessment that each repeats. */
export const impactFigures: FigureSource = {
  rules: ['X-32'],
  figures: (packet) => {
    const measures = packet.records('impact-measure');
    return packet.records('impact-row').map((row): Figure => {
      const measure = measures.find(({ id }) => id === row.id);
      const { path, span } = row;
      const text = textOf(row, 'text');
      const source = measure
        ? {
            ...placeOf(measure, 'value'),
            name: `${measure.id} ${textOf(measure, 'name')}`,
            value: `${numberOf(measure, 'value') ?? ''} ${textOf(measure, 'unit')}`.trim(),
          }
        : null;
      return { path, span, text, source, how: measure ? textOf(measure, 'method') : '' };
    });
  },
};

const ROLE: Readonly<Record<string, string>> = {
  target: 'target',
  valid: 'valid events',
  budget: 'budget',
  bad: 'bad events',
  share: 'share of the budget',
  multiple: 'multiple of the budget',
};

/** Figures about error budgets: the objective that they follow from. */
export const budgetFigures: FigureSource = {
  rules: ['X-35'],
  figures: (packet) => {
    const targets = packet.records('slo-target');
    return packet
      .records('budget-figure')
      .filter((figure) => !definesIt(packet, figure))
      .map((figure): Figure => {
        const { path, span, id } = figure;
        const role = textOf(figure, 'role');
        const target = targets.find((one) => one.id === id);
        const share = target ? numberOf(target, 'target') : null;
        return {
          path,
          span,
          text: textOf(figure, 'text'),
          source: target
            ? {
                ...placeOf(target, 'target'),
                name: `${ROLE[role] ?? role} of ${id}`,
                value: role === 'target' && share !== null ? `${Number((share * 100).toFixed(6))} %` : '',
              }
            : null,
          how: role === 'target' ? '' : `Follows from the target of ${id} and its events`,
        };
      });
  },
};

/** A definition does not quote itself. */
function definesIt(packet: Packet, { path }: RecordOf): boolean {
  return packet.kindOf(path) === 'slo-definitions';
}

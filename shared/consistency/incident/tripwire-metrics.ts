import type { Packet } from '../../rubric/packet';
import type { Place } from '../../rubric/rule';
import { contentWords } from '../../text/prose';
import { type Sized, sizeOf } from '../../text/sizes';
import { type Comparator, type Threshold, thresholdIn } from '../../text/thresholds';
import { numberOf, type RecordOf, textOf } from '../record-fields';
import { droppedMeasure, measuresOf } from './impact-measures';
import { impactWindow, pipelineOf, windowsIn } from './pipeline';

/** What the incident did to the metric of a tripwire. */
export interface Reading {
  /** The value that crosses the threshold, in the threshold's unit; null when none does. */
  readonly worst: number | null;
  /** Where it was measured. */
  readonly at: Place;
}

/** A stretch of the metric: from one minute to the next, one value. */
interface Sample {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly at: Place;
}

/** Words of a metric that say what is measured and not of what. */
const GENERIC = contentWords(
  'completeness complete coverage rate ratio share percent percentage loss lost dropped missing rejected accepted discarded filtered ' +
    'event events record records row rows data',
);
const COMPLETE = /(?<!\p{L})complete(?:ness)?(?!\p{L})/iu;
const LOSS = /(?<!\p{L})(?:loss|lost|drop(?:ped|s)?|missing|reject(?:ed|s)?|discard(?:ed|s)?)(?!\p{L})/iu;

/**
 * Reads the metric of a tripwire from the data of the incident: completeness and loss from the pipeline's counters, else from the stated share;
 * anything else from the metric series whose name holds all its words. Null where the data says nothing about it.
 */
export function readingOf(packet: Packet, tripwire: RecordOf): Reading | null {
  const metric = textOf(tripwire, 'metric') ?? '';
  const threshold = thresholdIn(textOf(tripwire, 'threshold') ?? '');
  if (!threshold || threshold.comparator === null) return null;
  const least = windowOf(tripwire, threshold);
  if (least === null) return null;
  const samples = samplesOf(packet, metric, threshold.size.unit);
  const [first] = samples ?? [];
  return samples && first ? { worst: longest(samples, threshold, least), at: first.at } : null;
}

/** Minutes for which the threshold has to be crossed: 0 where nothing says how long, null where that is no length of time. */
function windowOf(tripwire: RecordOf, threshold: Threshold): number | null {
  const text = threshold.window || (textOf(tripwire, 'window') ?? '');
  if (text === '') return 0;
  const size = sizeOf(text);
  return size?.unit === 'min' ? size.value : null;
}

function samplesOf(packet: Packet, metric: string, unit: string): readonly Sample[] | null {
  if (COMPLETE.test(metric) || LOSS.test(metric)) {
    if (unit !== '%' || !about(packet, metric)) return null;
    const lost = packet.derived(lostShares);
    return COMPLETE.test(metric) ? (lost?.map((s) => ({ ...s, value: 100 - s.value })) ?? null) : lost;
  }
  return seriesOf(packet, metric, unit);
}

/** The subject of the metric ("order-line") is what the incident was about: it stands in its title or in the names of its figures. */
function about(packet: Packet, metric: string): boolean {
  const subject = [...contentWords(metric)].filter((word) => !GENERIC.has(word));
  const told = packet.derived(subjectsOf);
  return subject.every((word) => told.has(word));
}

function subjectsOf(packet: Packet): ReadonlySet<string> {
  return contentWords(
    [
      ...packet.definitions('INC').map((incident) => incident.title),
      ...measuresOf(packet).map((measure) => measure.name),
    ].join(' '),
  );
}

/** Per cent of what was accepted that was dropped: window by window, else the stated share over the whole impact. */
function lostShares(packet: Packet): readonly Sample[] | null {
  const impact = impactWindow(packet);
  const pipeline = impact ? pipelineOf(packet, impact) : null;
  if (impact && pipeline) {
    const { step, baseline } = pipeline;
    return windowsIn(pipeline, impact).flatMap((window): Sample[] => {
      const received = window.received - baseline.value;
      if (received <= 0) return [];
      const value = (100 * (window.filtered - baseline.value)) / received;
      const { path, span } = window.row;
      return [{ from: window.minute, to: window.minute + step, value, at: { path, span } }];
    });
  }
  const measures = measuresOf(packet);
  const share = measures.find(({ unit, name }) => unit === '%' && LOSS.test(name));
  if (!impact || !share || !droppedMeasure(measures)) return null;
  const at = { path: share.path, span: share.span };
  return [{ from: impact.start, to: impact.end, value: share.value, at }];
}

/** The points of the series whose name holds every word of the metric; two such series are one too many. */
function seriesOf(packet: Packet, metric: string, unit: string): readonly Sample[] | null {
  const wanted = words(metric);
  if (wanted.size === 0) return null;
  const points = packet.records('metric-point').filter((point) => {
    const name = words(textOf(point, 'name') ?? '');
    return [...wanted].every((word) => name.has(word));
  });
  const impact = impactWindow(packet);
  if (!impact || new Set(points.map((point) => textOf(point, 'name'))).size !== 1) return null;
  const samples = points.flatMap((point, i): Sample[] => {
    const size = sizeOf(`${numberOf(point, 'value') ?? ''} ${textOf(point, 'unit') ?? ''}`);
    const from = numberOf(point, 'minute') ?? 0;
    const next = points[i + 1];
    const to = next ? (numberOf(next, 'minute') ?? from) : from;
    const { path, span } = point;
    return size && size.unit === unit && to >= impact.start && from <= impact.end
      ? [{ from, to, value: size.value, at: { path, span } }]
      : [];
  });
  return samples.length > 0 ? samples : null;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);
}

/** The value that crosses the threshold first in a run that lasts long enough; null when no run does. */
function longest(samples: readonly Sample[], { comparator, size }: Threshold, least: number): number | null {
  let start: number | null = null;
  let end = 0;
  let first: number | null = null;
  for (const sample of samples) {
    if (!crosses(sample.value, comparator, size)) {
      start = null;
      continue;
    }
    if (start === null || sample.from > end) {
      start = sample.from;
      first = sample.value;
    }
    end = sample.to;
    if (end - start >= least) return first;
  }
  return null;
}

function crosses(value: number, comparator: Comparator | null, size: Sized): boolean {
  switch (comparator) {
    case '<':
      return value < size.value;
    case '<=':
      return value <= size.value;
    case '>':
      return value > size.value;
    case '>=':
      return value >= size.value;
    default:
      return false;
  }
}

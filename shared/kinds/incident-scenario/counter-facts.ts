import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { instant, recordsOf, type Scenario } from './model';

/** The fields of a counter window with the names under which rules read them. */
const COUNTERS = [
  ['in', 'records_in'],
  ['out', 'records_out'],
  ['filtered', 'records_filtered'],
  ['dlq', 'records_dlq'],
] as const;

/** The windows of the pipeline counters by the minute they start at, and the points of the metric series. Broken rows are left out. */
export function counterFacts(scenario: Scenario): Fact[] {
  return [
    ...recordsOf(scenario, 'pipeline_counters').flatMap(counterWindow),
    ...recordsOf(scenario, 'metrics').flatMap((series) => {
      const name = series.at('name').text;
      const unit = series.at('unit').text ?? '';
      return name === null
        ? []
        : series.at('points').items.flatMap((point) => metricPoint(series, name, unit, point));
    }),
  ];
}

function counterWindow(row: DataReader): Fact[] {
  const minute = instant(row.at('window_start')) ?? instant(row.at('t'));
  const fields: Record<string, number> = {};
  for (const [name, key] of COUNTERS) {
    const value = row.at(key).number;
    if (value !== null) fields[name] = value;
  }
  const { in: received, filtered } = fields;
  if (minute === null || received === undefined || filtered === undefined) return [];
  const ref = row.at('ref');
  return [
    {
      type: 'record',
      set: 'counter-window',
      id: ref.text ?? String(minute),
      fields: { ...fields, minute },
      places: {},
      span: ref.span,
    },
  ];
}

function metricPoint(series: DataReader, name: string, unit: string, point: DataReader): Fact[] {
  const minute = instant(point.at('t'));
  const value = point.at('value').number;
  if (minute === null || value === null) return [];
  return [
    {
      type: 'record',
      set: 'metric-point',
      id: series.at('ref').text ?? name,
      fields: { name, unit, minute, value },
      places: {},
      span: point.at('value').span,
    },
  ];
}

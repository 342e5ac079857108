import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { dayNumber, has, QTY } from '../../text/quantities';

export interface Gate {
  readonly at: DataReader;
  readonly check: string;
  readonly measure: string;
  readonly threshold: string | null;
}

export interface Phase {
  readonly id: string;
  readonly at: DataReader;
  readonly name: string;
  /** Days since 1970, or null when the date is missing or no calendar day. */
  readonly start: number | null;
  readonly end: number | null;
  readonly parallel: boolean;
  readonly scope: readonly string[];
  readonly entry: readonly Gate[];
  readonly exit: readonly Gate[];
  readonly triggers: readonly Gate[];
}

/** A rollout plan as far as it is written. */
export interface Plan {
  readonly root: DataReader;
  readonly phases: readonly Phase[];
  readonly replans: readonly DataReader[];
}

export function readPlan(source: Source): Plan {
  const root = rootReader(source);
  const gates = (at: DataReader): Gate[] =>
    at.items.map((gate) => ({
      at: gate,
      check: gate.at('check').text ?? gate.at('metric').text ?? '',
      measure: gate.at('measure').text ?? '',
      threshold: gate.at('threshold').spelled,
    }));
  const phases = root.at('phases').items.map((at) => ({
    id: at.at('id').text ?? '',
    at,
    name: at.at('name').text ?? '',
    start: dayNumber(at.at('start').text ?? ''),
    end: dayNumber(at.at('end').text ?? ''),
    parallel: at.at('parallel').boolean === true,
    scope: at.at('scope').texts,
    entry: gates(at.at('entry')),
    exit: gates(at.at('exit')),
    triggers: gates(at.at('rollback_triggers')),
  }));
  return { root, phases, replans: root.at('replans').items };
}

/** What a phase is called in messages. */
export function phaseName(phase: Phase): string {
  return [phase.id, phase.name].filter(Boolean).join(' ') || 'A phase without id';
}

/** True when a gate can say no: its threshold holds a number with a unit. */
export function hasNumber(gate: Gate): boolean {
  return gate.threshold !== null && has(gate.threshold, QTY);
}

/** The earliest replan of a phase: what it was before anybody moved it. */
export function firstReplan(replans: readonly DataReader[], phase: string): DataReader | null {
  let first: DataReader | null = null;
  for (const replan of replans) {
    if (replan.at('phase').text !== phase) continue;
    if (!first || (replan.at('date').text ?? '') < (first.at('date').text ?? '')) first = replan;
  }
  return first;
}

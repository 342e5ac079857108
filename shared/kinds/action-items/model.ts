import type { Source } from '../../rubric/artifact';
import type { Packet } from '../../rubric/packet';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { dayNumber } from '../../text/quantities';

export interface ActionItem {
  readonly at: DataReader;
  /** `AI-03`, or "An action without id" in messages. */
  readonly name: string;
  readonly level: string;
  readonly priority: string;
  /** Days since 1970, or null when the date is missing or no calendar day. */
  readonly due: number | null;
  readonly factors: readonly string[];
}

/** The action items of an incident as far as they are written. */
export interface ActionItems {
  readonly root: DataReader;
  readonly items: readonly ActionItem[];
}

export function readActionItems(source: Source): ActionItems {
  const root = rootReader(source);
  return {
    root,
    items: root.at('items').items.map((at) => ({
      at,
      name: at.at('id').text ?? 'An action without id',
      level: at.at('level').text ?? '',
      priority: at.at('priority').text ?? '',
      due: dayNumber(at.at('due').text ?? ''),
      factors: at.at('contributing_factors').texts,
    })),
  };
}

/** The value's place, or the action's id where the field is missing. */
export function fieldSpan(item: ActionItem, field: string) {
  const at = item.at.at(field);
  return at.exists ? at.span : item.at.at('id').span;
}

/** The day of the incident the actions follow: from the postmortem or timeline, else the id `INC-2024-0312`; null when neither says. */
export function incidentDay(model: ActionItems, packet: Packet): number | null {
  const stated = packet.value('incident-date');
  return stated ? dayNumber(stated.value) : idDay(model);
}

/** The day that the id of the incident names, as far as this file tells it. */
export function idDay(model: ActionItems): number | null {
  const id = /INC-(\d{4})-(\d{2})(\d{2})/.exec(
    `${model.root.at('x-incident').text ?? ''} ${model.root.at('incident').text ?? ''} ${model.root.at('id').text ?? ''}`,
  );
  return id ? dayNumber(`${id[1]}-${id[2]}-${id[3]}`) : null;
}

/** Where a finding about the whole list stands. */
export function listSpan(model: ActionItems) {
  return model.root.at('items').keySpan;
}

export const LEVELS = ['eliminate', 'automate', 'guardrail', 'document'] as const;
/** A P0 is due so many days after the incident at the latest. */
export const MOST_P0_DAYS = 30;
export const PRIORITIES = ['P0', 'P1', 'P2'] as const;

export function percentOf(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Math.round((100 * part) / whole)} %`;
}

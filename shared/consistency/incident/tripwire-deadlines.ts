import type { Packet } from '../../rubric/packet';
import type { RuleProblem } from '../../rubric/rule';
import { businessDays, dayNumber } from '../../text/quantities';
import { listOf, numberOf, placeOf, type RecordOf, textOf } from '../record-fields';

/** One thing that a tripwire asks for, with its limit in business days. */
interface Duty {
  readonly text: string;
  readonly days: number;
}

const LIMIT =
  /(?:within|in)\s+(\d{1,3}|one|two|three|five|ten)\s+(?:business\s+|working\s+)?days?(?!\p{L})/iu;
const WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, five: 5, ten: 10 };
const STOPS = /(?<!\p{L})(?:pause|stop|halt|freeze|suspend)s?(?!\p{L})/iu;

/** What a tripwire asks for: the clauses of its action; one without a limit of its own has the tripwire's. */
function dutiesOf(tripwire: RecordOf): Duty[] {
  const whole = numberOf(tripwire, 'deadline_days');
  return (textOf(tripwire, 'action') ?? '').split(/[;.]\s|,\s(?:and\s)?|\sand\s/).flatMap((text): Duty[] => {
    const said = LIMIT.exec(text)?.[1];
    // "within 4 h" is a limit too, and none in days.
    if (said === undefined && /(?:within|in)\s+\d+\s*(?:h|min|hours?|minutes?)(?!\p{L})/iu.test(text))
      return [];
    const days = said === undefined ? whole : (WORDS[said.toLowerCase()] ?? Number(said));
    return days === null ? [] : [{ text, days }];
  });
}

/** Actions of a tripped tripwire that came late, or that the decision records do not show. Pauses are judged where the plan records one. */
export function lateActions(
  packet: Packet,
  tripwire: RecordOf,
  incident: string,
  date: string,
): RuleProblem[] {
  const day = dayNumber(date);
  if (day === null) return [];
  return dutiesOf(tripwire).flatMap((duty) => {
    const named = [...new Set(duty.text.match(/(?<![A-Za-z0-9-])ADR-\d{3}(?!\d)/g) ?? [])];
    if (named.length > 0) return named.flatMap((adr) => lateDecision(packet, tripwire, duty, adr, day));
    return STOPS.test(duty.text) ? latePause(packet, tripwire, duty, incident, day) : [];
  });
}

/** The first decision after the incident that replaces or names the decision to revisit. */
function lateDecision(
  packet: Packet,
  tripwire: RecordOf,
  { days }: Duty,
  adr: string,
  day: number,
): RuleProblem[] {
  const decisions = packet.definitions('ADR');
  const old = decisions.find((decision) => decision.id === adr);
  if (!old) return [];
  const takenUp = decisions
    .flatMap((decision) => {
      const data = decision.data;
      const on = typeof data['date'] === 'string' ? dayNumber(data['date']) : null;
      const names = [data['supersedes'], data['related']].some(
        (list) => typeof list === 'object' && list.includes(adr),
      );
      return on !== null && on >= day && names && decision.id !== adr ? [{ decision, on }] : [];
    })
    .sort((a, b) => a.on - b.on)[0];
  const place = placeOf(tripwire, 'action');
  if (!takenUp) {
    return [
      {
        ...place,
        message: `${tripwire.id} tripped and asks to revisit ${adr} within ${days} business days; no decision after the incident supersedes it or lists it as related`,
        related: [{ path: old.path, span: old.span, message: `${adr}, to be revisited` }],
      },
    ];
  }
  const took = businessDays(day, takenUp.on);
  if (took <= days) return [];
  const { path, span, id } = takenUp.decision;
  return [
    {
      ...place,
      message: `${tripwire.id} asks to revisit ${adr} within ${days} business days; ${id} came on business day ${took}`,
      related: [{ path, span, message: `${id} takes up ${adr}` }],
    },
  ];
}

function latePause(
  packet: Packet,
  tripwire: RecordOf,
  { days }: Duty,
  incident: string,
  day: number,
): RuleProblem[] {
  const pause = packet
    .records('plan-freeze')
    .flatMap((freeze) => {
      const on = dayNumber(textOf(freeze, 'start') ?? '');
      return on !== null && on >= day && (textOf(freeze, 'reason') ?? '').includes(incident)
        ? [{ freeze, on }]
        : [];
    })
    .sort((a, b) => a.on - b.on)[0];
  if (!pause) return [];
  const took = businessDays(day, pause.on);
  if (took <= days) return [];
  return [
    {
      ...placeOf(tripwire, 'action'),
      message: `${tripwire.id} asks for a pause within ${days} business ${days === 1 ? 'day' : 'days'}; the plan stands still from business day ${took}`,
      related: [{ ...placeOf(pause.freeze, 'start'), message: 'The plan stands still from here' }],
    },
  ];
}

/** True when the tripwire names what tripped it. */
export function trippedBy(tripwire: RecordOf, incident: string): boolean {
  return (textOf(tripwire, 'tripped_by') ?? listOf(tripwire, 'tripped_by').join(' ')).includes(incident);
}

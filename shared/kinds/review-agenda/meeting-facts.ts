import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { Span } from '../../text/span';
import type { Agenda } from './model';

/** The meeting (`agenda`), who is invited (`participant`) and the slots in their order (`agenda-slot`); times in minutes from midnight. */
export function meetingFacts(agenda: Agenda): Fact[] {
  return [...meeting(agenda), ...participants(agenda), ...slots(agenda)];
}

function meeting({ front, start, end, duration }: Agenda): Fact[] {
  const at = front.at('meeting');
  const invited = front.at('participants');
  if (!at.exists && !invited.exists) return [];
  const fields = definitionData({ date: at.at('date').text, start, end, duration });
  const places = invited.exists ? { participants: invited.keySpan } : {};
  const span = at.exists ? at.keySpan : invited.keySpan;
  return [{ type: 'record', set: 'agenda', id: front.at('id').text ?? '', fields, places, span }];
}

function participants({ participants }: Agenda): Fact[] {
  return participants.flatMap((participant) => {
    const name = participant.at('name');
    if (name.text === null) return [];
    const fields = definitionData({
      name: name.text,
      role: participant.at('role').text,
      vote: participant.at('vote').spelled,
    });
    return [
      { type: 'record' as const, set: 'participant', id: name.text, fields, places: {}, span: name.span },
    ];
  });
}

function slots({ slots }: Agenda): Fact[] {
  return slots.map((slot, i) => {
    const places: Record<string, Span> = {};
    if (slot.startCell) places['start'] = slot.startCell.span;
    if (slot.minutesCell) places['minutes'] = slot.minutesCell.span;
    const fields = definitionData({
      start: slot.start,
      minutes: slot.minutes,
      item: slot.item.trim() || null,
    });
    const span = slot.itemCell?.span ?? slot.row.span;
    return { type: 'record', set: 'agenda-slot', id: String(i + 1), fields, places, span };
  });
}

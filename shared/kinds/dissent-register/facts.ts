import { definitionsIn } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { entryFacts } from './entry-facts';
import { tripwireFacts } from './tripwire-facts';

/** The recorded dissents (`D`, titled by their statement) and the tripwires (`TW`, titled by their metric). */
export function facts(root: DataReader): Fact[] {
  return [
    ...definitionsIn(root.at('entries'), 'D', (entry) => ({
      title: entry.at('statement').text,
      data: {
        person: entry.at('person').text,
        date: entry.at('date').text,
        decision: entry.at('decision').text,
        tripwire: entry.at('tripwire').text,
        status: entry.at('status').text,
        outcome_date: entry.at('outcome_date').text,
      },
    })),
    ...definitionsIn(root.at('tripwires'), 'TW', (tripwire) => ({
      title: tripwire.at('metric').text,
      data: {
        metric: tripwire.at('metric').text,
        threshold: tripwire.at('threshold').text,
        window: tripwire.at('window').text,
        owner: tripwire.at('owner').text,
        action: tripwire.at('action').text,
        deadline_days: tripwire.at('deadline_days').number,
        state: tripwire.at('state').text,
        alert_id: tripwire.at('alert_id').text,
        tripped_by: tripwire.at('tripped_by').text,
      },
    })),
    ...entryFacts(root),
    ...tripwireFacts(root),
  ];
}

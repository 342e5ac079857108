import { WINDOW_END, WINDOW_START } from './clock';
import type { Metadata } from './scenario-shape';

/** Title and instructions stay neutral: the file asks the question and does not hint at the answer. */
export const buildMetadata = (): Metadata => ({
  incident_id: 'INC-2024-0312',
  title: 'Analytics order totals look low',
  company: 'Thistlewharf',
  window_start: WINDOW_START,
  window_end: WINDOW_END,
  timezone: 'UTC',
  disclaimer: 'Fictional company, systems and data, made for a writing exercise.',
  instructions:
    'Reconstruct the incident from these records alone. State start and end, the stages, how many events were ' +
    'affected and from which source, what can be restored and what cannot, and every duration with the two records ' +
    'it comes from. Keep what people believed at a given minute apart from what the records show. Cite records by ' +
    'ref. Not every record matters, and records may disagree.',
});

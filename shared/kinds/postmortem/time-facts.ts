import type { Fact } from '../../rubric/fact';
import { recordOf } from '../../rubric/records';
import type { Postmortem } from './model';

const TIMES = ['date', 'start', 'detected', 'mitigated', 'end', 'resolved', 'published'] as const;

/** The dates and times of the header with the place of each (`incident-times`). */
export function timeFacts({ header }: Postmortem): Fact[] {
  const id = header.at('id');
  return id.text === null ? [] : [recordOf('incident-times', id.text, header, TIMES, { span: id.span })];
}

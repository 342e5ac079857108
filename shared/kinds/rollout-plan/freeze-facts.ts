import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { recordOf } from '../../rubric/records';

/** The stretches in which the plan stands still (`plan-freeze`), each with its reason. */
export function freezeFacts(root: DataReader): Fact[] {
  return root
    .at('freeze_windows')
    .items.filter((window) => window.at('start').text !== null)
    .map((window, i) =>
      recordOf('plan-freeze', String(i + 1), window, ['start', 'end', 'reason'], {
        span: window.at('start').span,
      }),
    );
}

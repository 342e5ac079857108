import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import { recordOf } from '../../rubric/records';

const GATE = ['check', 'measure', 'threshold', 'condition'] as const;
const TRIGGER = ['metric', 'threshold', 'window', 'action', 'alert_id'] as const;

/** The entry and exit checks (`plan-gate`) and the rollback triggers (`plan-trigger`), each with the phase it belongs to. */
export function gateFacts(root: DataReader): Fact[] {
  return root.at('phases').items.flatMap((phase) => {
    const id = phase.at('id').text;
    if (id === null) return [];
    const rows = (
      key: string,
      set: string,
      keys: readonly string[],
      more: Readonly<Record<string, string>>,
    ) =>
      phase.at(key).items.flatMap((item, i): Fact[] => {
        const row = recordOf(set, `${id}/${key}/${i + 1}`, item, keys);
        return row.type === 'record' ? [{ ...row, fields: { ...row.fields, phase: id, ...more } }] : [];
      });
    return [
      ...rows('entry', 'plan-gate', GATE, { side: 'entry' }),
      ...rows('exit', 'plan-gate', GATE, { side: 'exit' }),
      ...rows('rollback_triggers', 'plan-trigger', TRIGGER, {}),
    ];
  });
}

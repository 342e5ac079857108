import type { RuleProblem } from '../../rubric/rule';
import { type RecordOf, textOf } from '../record-fields';

/** What a slot is recognised by: the words of its item. */
export const keyOf = (slot: RecordOf): string =>
  (textOf(slot, 'item') ?? '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** Items of the log that the agenda has elsewhere or not at all, and items of the agenda that the log leaves out. */
export function sameOrder(plan: readonly RecordOf[], log: readonly RecordOf[]): RuleProblem[] {
  const order = new Map(plan.map((slot, i) => [keyOf(slot), i]));
  const held = new Set(log.map(keyOf));
  const known = log.filter((slot) => order.has(keyOf(slot)));
  const kept = longestRun(known.map((slot) => order.get(keyOf(slot)) as number));
  const renamed = new Set<RecordOf>();
  return [
    ...log.flatMap((slot, i): RuleProblem[] => {
      const wanted = order.get(keyOf(slot));
      if (wanted === undefined) {
        const instead = plan[i];
        const open = instead !== undefined && !held.has(keyOf(instead));
        if (open) renamed.add(instead);
        const there = open ? instead : (plan[0] as RecordOf);
        return [
          {
            path: slot.path,
            span: slot.span,
            message: open
              ? `"${textOf(slot, 'item')}" is no item of the agenda, which has "${textOf(instead, 'item')}" there`
              : `"${textOf(slot, 'item')}" is no item of the agenda`,
            related: [{ path: there.path, span: there.span, message: 'the item of the agenda' }],
          },
        ];
      }
      if (kept.has(known.indexOf(slot))) return [];
      const there = plan[wanted] as RecordOf;
      return [
        {
          path: slot.path,
          span: slot.span,
          message: `"${textOf(slot, 'item')}" stands elsewhere on the agenda: it is slot ${wanted + 1} there`,
          related: [{ path: there.path, span: there.span, message: `slot ${wanted + 1} of the agenda` }],
        },
      ];
    }),
    ...plan
      .filter((slot) => !held.has(keyOf(slot)) && !renamed.has(slot))
      .map((slot) => ({
        path: slot.path,
        span: slot.span,
        message: `The minutes do not tell of "${textOf(slot, 'item')}"`,
        related: [
          {
            path: (log[0] as RecordOf).path,
            span: (log[0] as RecordOf).span,
            message: 'the log of the slots',
          },
        ],
      })),
  ];
}

/** The positions of a longest rising run: the slots that keep their order. */
function longestRun(values: readonly number[]): ReadonlySet<number> {
  const best: { length: number; before: number }[] = [];
  for (let i = 0; i < values.length; i++) {
    let [length, before] = [1, -1];
    for (let j = 0; j < i; j++) {
      const run = best[j] as { length: number };
      if ((values[j] as number) < (values[i] as number) && run.length + 1 > length)
        [length, before] = [run.length + 1, j];
    }
    best.push({ length, before });
  }
  let at = best.reduce((top, run, i) => (run.length > (best[top]?.length ?? 0) ? i : top), -1);
  const kept = new Set<number>();
  for (; at >= 0; at = best[at]?.before ?? -1) kept.add(at);
  return kept;
}

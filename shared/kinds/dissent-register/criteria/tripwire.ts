import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { has, QTY } from '../../../text/quantities';
import { called, type Register } from '../model';

/** DIS-03. Thresholds are quantities by the unit list, or a comparison with a number ("> 2.15 FTE", ">= 1 record"). */
export const tripwire: AutoCriterion<Register> = {
  id: 'DIS-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Every dissent has a tripwire that can fire',
  failTitle: 'A dissent has no tripwire that could fire',
  why: 'Disagree-and-commit is a fair deal only if a number, agreed beforehand, reopens the decision.',
  hint: 'Link a tripwire with metric, threshold, window, owner and action, or create it with the dissenter.',
  sources: ['DOOR'],
  check: ({ model }) => {
    if (model.entries.length === 0) return failBecause('DIS-01');
    const problems: Problem[] = [];
    const used = new Set<string>();
    for (const entry of model.entries) {
      const at = entry.at('tripwire');
      const wire = at.text === null ? null : model.tripwire(at.text);
      if (!wire) {
        const message =
          at.text === null
            ? `${called(entry)} has no tripwire`
            : `${called(entry)}: ${at.text} is no tripwire of this register`;
        problems.push({ span: at.exists ? at.span : entry.at('id').span, message });
      } else used.add(at.text ?? '');
    }
    for (const wire of model.tripwires) {
      if (!used.has(wire.at('id').text ?? '')) continue;
      const threshold = wire.at('threshold');
      if (threshold.spelled === null || !has(threshold.spelled, QTY)) {
        const span = threshold.exists ? threshold.span : wire.at('id').span;
        problems.push({
          span,
          message: `${called(wire)}: the threshold ${threshold.spelled === null ? 'is missing' : `"${threshold.spelled}" holds no number with a unit`}`,
        });
      }
      for (const key of ['metric', 'window', 'owner', 'action']) {
        const field = wire.at(key);
        if (field.spelled === null)
          problems.push({
            span: field.exists ? field.span : wire.at('id').span,
            message: `${called(wire)} has no ${key}`,
          });
      }
    }
    return judge(
      problems,
      model.tripwires.map((wire) => wire.at('threshold').span),
    );
  },
  examples: {
    pass: [
      {
        source:
          'entries:\n  - {id: D-01, tripwire: TW-01}\ntripwires:\n  - {id: TW-01, metric: completeness, threshold: "< 99.95 %", window: 30 min, owner: Ana Ruiz, action: Pause}\n',
        evidence: ['99.95 %'],
      },
    ],
    fail: [
      { source: 'entries:\n  - {id: D-01, tripwire: TW-09}\n  - {id: D-02}\n', at: ['TW-09', 'D-02'] },
      {
        source:
          'entries:\n  - {id: D-01, tripwire: TW-01}\ntripwires:\n  - {id: TW-01, metric: completeness, threshold: too low, window: 30 min, owner: Ana Ruiz}\n',
        at: ['too low', 'TW-01'],
      },
    ],
  },
};

import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { scenarios } from '../example-scenarios';
import type { Scenarios } from '../model';

const LEAST_SCENARIOS = 2;

/** QA-C6. */
export const themesLink: AutoCriterion<Scenarios> = {
  id: 'QA-C6',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'Risk themes gather scenarios',
  failTitle: 'The risks are not gathered into themes',
  why: 'Eight risks are eight actions; the two conditions behind them are what a director can decide about.',
  hint: 'Group the risks by the condition they share and list at least two scenario ids under each theme.',
  sources: ['ATAM'],
  check: ({ model }) => {
    if (model.scenarios.length === 0) return failBecause('QA-C2');
    const list = model.root.at('risk_themes');
    if (model.themes.length === 0)
      return judge([
        {
          span: list.exists ? list.keySpan : model.root.at('scenarios').keySpan,
          message: 'The file gathers no risks into themes',
        },
      ]);
    const known = new Set(model.scenarios.flatMap(({ at }) => at.at('id').text ?? []));
    const problems: Problem[] = [];
    for (const theme of model.themes) {
      const name = theme.at('id').spelled ?? 'A theme without id';
      const at = theme.at('scenarios');
      const distinct = new Set(at.texts.filter((id) => known.has(id)));
      for (const item of at.items) {
        if (item.spelled !== null && !known.has(item.spelled))
          problems.push({ span: item.span, message: `${name}: ${item.spelled} is no scenario of this file` });
      }
      // Ids that do not exist are told above; a theme that would be large enough with them is not told twice.
      if (new Set(at.texts).size < LEAST_SCENARIOS)
        problems.push({
          span: at.exists ? at.keySpan : fieldSpan(theme, 'text'),
          message: `${name} links ${distinct.size} scenarios of ${LEAST_SCENARIOS}`,
        });
    }
    return judge(
      problems,
      model.themes.map((theme) => theme.at('scenarios').span),
    );
  },
  examples: {
    pass: [
      {
        source: `${scenarios('attribute: cost', 'attribute: security')}risk_themes:\n  - {id: RT-01, text: One direction, scenarios: [QA-01, QA-02]}\n`,
      },
    ],
    fail: [
      {
        source: `${scenarios('attribute: cost', 'attribute: security')}risk_themes:\n  - {id: RT-01, text: One direction, scenarios: [QA-01]}\n  - {id: RT-02, text: Other, scenarios: [QA-02, QA-09]}\n`,
        at: ['scenarios', 'QA-09'],
      },
      { source: scenarios('attribute: cost'), at: ['scenarios'] },
      { source: 'scenarios: []\n' },
    ],
  },
};

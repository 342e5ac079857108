/** Small files that the examples of the rule about slides share. */

const REPORT =
  '---\nid: INC-2024-0312\n---\n\n# Report\n\n## Impact\n\n| Measure | Value |\n| --- | --- |\n| Events lost | 5,367,722 events |\n| Share | 37.98 % |\n' +
  '| Total impact | 365 min |\n| Direct cost | $98,600.00 |\n\nThe rollout stood at 20 % then.\n';

const ACTIONS =
  'id: ACTIONS-1\nitems:\n' +
  [
    ['AI-03', 'P0', 1.5],
    ['AI-04', 'P1', 2],
    ['AI-05', 'P1', 2],
    ['AI-07', 'P1', 2],
  ]
    .map(
      ([id, priority, weeks]) =>
        `  - {id: ${id}, title: Mend it, priority: ${priority}, effort_weeks: ${weeks}}\n`,
    )
    .join('');

const IMPACT =
  'id: IMPACT-1\nmeasures:\n  - {id: IM-07, name: Ads that cannot be billed, value: 39015.90, unit: USD, permanence: permanent}\n';

export const POSTMORTEM_ONLY = { 'kit/INC-2024-0312-postmortem.md': REPORT } as const;

export const POSTMORTEM = {
  ...POSTMORTEM_ONLY,
  'kit/action-items.yaml': ACTIONS,
  'kit/impact-assessment.yaml': IMPACT,
} as const;

/** Five slides, the first three with a quantity each. */
export const BRIEFING = (...quantities: readonly string[]): string =>
  `# Briefing\n\n${[1, 2, 3, 4, 5].map((n) => `## Slide ${n} — Orders are whole\n\n- It was ${quantities[n - 1] ?? 'well'}.\n\n`).join('')}`;

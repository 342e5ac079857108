import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { PART_1 } from './assigned-part1.test-support';
import { PART_2 } from './assigned-part2.test-support';
import { PART_3 } from './assigned-part3.test-support';
import { PART_4 } from './assigned-part4.test-support';
import { blocksOf, statesTogether } from './blocks.test-support';
import { CATEGORIES, COSTS, OPTIONS } from './facts/cost-model';
import { COMMENTS, RACI, raciRow } from './facts/decisions';
import { ACTIONS, TIMELINE } from './facts/learning';
import { ATTENDING, VOTERS } from './facts/people';
import { INVENTORY } from './inventory.test-support';
import { kitFile } from './kit.test-support';

const ASSIGNED = { ...PART_1, ...PART_2, ...PART_3, ...PART_4 };

describe('the numbers of the case stand where the inventory puts them', () => {
  it('every worked example has some', () => {
    expect(Object.keys(ASSIGNED).sort()).toEqual(INVENTORY.map(({ path }) => path).sort());
  });

  it.each(Object.entries(ASSIGNED))('%s', (path, facts) => {
    const file = `examples/${path}`;
    const blocks = blocksOf(file, kitFile(file));
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.filter((together) => !statesTogether(blocks, together))).toEqual([]);
  });
});

/** Entries of a list of a YAML file below `examples/`. */
function listOf(path: string, key: string): Record<string, unknown>[] {
  return (parseYaml(kitFile(`examples/${path}`)) as Record<string, Record<string, unknown>[]>)[key] ?? [];
}

describe('lists are as long as the inventory says, entry by entry', () => {
  it('24 comments on the RFC by disposition, nine of which changed it', () => {
    const items = listOf('part1-design-doc/review-comments.yaml', 'items');
    expect(items).toHaveLength(COMMENTS.total);
    const { total: _total, changed, ...byDisposition } = COMMENTS;
    for (const [disposition, count] of Object.entries(byDisposition)) {
      expect(items.filter((item) => item['disposition'] === disposition)).toHaveLength(count);
    }
    expect(items.filter((item) => item['changed_doc'] === true)).toHaveLength(changed);
  });

  it('partitions of the twelve topics add up to 432, their events to the day', () => {
    const topics = listOf('part1-design-doc/capacity-plan.yaml', 'topics');
    const sum = (key: string) => topics.reduce((total, topic) => total + Number(topic[key]), 0);
    expect([topics.length, sum('partitions'), sum('events_day_y1')]).toEqual([12, 432, 864_000_000]);
  });

  it('the timeline has its 38 entries in this order, at these minutes', () => {
    const times = listOf('part4-postmortem/timeline.yaml', 'entries').map((entry) =>
      String(entry['t']).slice(11, 16),
    );
    expect(times).toEqual(TIMELINE.map(([time]) => time));
  });

  it.each([
    ['part4-postmortem/impact-assessment.yaml', 'measures', 12],
    ['part4-postmortem/contributing-factors.yaml', 'factors', 9],
    ['part4-postmortem/slo-definitions.yaml', 'slos', 6],
    ['part4-postmortem/action-items.yaml', 'items', 12],
    ['part3-architecture-review/quality-attribute-scenarios.yaml', 'scenarios', 8],
    ['part3-architecture-review/review-action-items.yaml', 'items', 6],
    ['part3-architecture-review/raci-matrix.yaml', 'people', 17],
    ['part3-architecture-review/raci-matrix.yaml', 'activities', 12],
    ['part3-architecture-review/dissent-register.yaml', 'entries', 3],
    ['part3-architecture-review/dissent-register.yaml', 'tripwires', 3],
    ['part1-design-doc/stakeholder-map.yaml', 'people', 14],
    ['part1-design-doc/rollout-plan.yaml', 'phases', 5],
  ] as const)('%s: %s', (path, key, count) => {
    expect(listOf(path, key)).toHaveLength(count);
  });

  it('the RACI gives each of the twelve activities exactly the letters of the case', () => {
    const room = [...VOTERS, ...ATTENDING].map(({ key }) => key);
    const found = listOf('part3-architecture-review/raci-matrix.yaml', 'activities').map(
      ({ id, assignments }) => [id, assignments],
    );
    expect(found).toEqual(RACI.map((activity) => [activity[0], raciRow(activity, room)]));
  });

  it('the totals of an option are those of its own lines, in the order of the years', () => {
    const options = listOf('part2-adr-catalog/tco-5yr-model.yaml', 'options');
    const found = options.map(({ id, lines, totals, total_5yr, npv }) => ({
      id,
      lines: (lines as { category: string; values: number[] }[]).map(({ category, values }) => [
        category,
        values,
      ]),
      totals,
      total_5yr,
      npv,
    }));
    expect(found).toEqual(
      OPTIONS.map((id) => {
        const { lines, totals, fiveYear, npv } = COSTS[id];
        return {
          id,
          lines: CATEGORIES.map((category) => [category, lines[category]]),
          totals,
          total_5yr: fiveYear,
          npv,
        };
      }),
    );
  });

  it('actions by level are 2, 4, 3 and 3, by priority 3, 5 and 4, and 15.5 weeks in all', () => {
    const count = (key: 'level' | 'priority', values: readonly string[]) =>
      values.map((value) => ACTIONS.filter((action) => action[key] === value).length);
    expect(count('level', ['eliminate', 'automate', 'guardrail', 'document'])).toEqual([2, 4, 3, 3]);
    expect(count('priority', ['P0', 'P1', 'P2'])).toEqual([3, 5, 4]);
    expect(ACTIONS.reduce((weeks, action) => weeks + action.weeks, 0)).toBe(15.5);
  });
});

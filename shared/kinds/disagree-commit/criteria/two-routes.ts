import { type AutoCriterion, fail, judge, type Problem, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import type { Framework } from '../model';
import { routeOf } from '../routes';
import { SKELETON } from '../skeleton';

const TYPES = [1, 2] as const;

/** DAC-05. Any quantity or time in a route counts as its quorum or clock. */
export const twoRoutes: AutoCriterion<Framework> = {
  id: 'DAC-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'One-way and two-way doors take different routes',
  failTitle: 'One-way and two-way doors take the same route',
  why: 'One speed for everything makes small decisions slow and large ones careless; a committee looks for the person who knows which is which.',
  hint: 'Add a table of two rows, Type 1 and Type 2, with quorum and clock in numbers that differ.',
  sources: ['DOOR'],
  check: ({ model }) => {
    const section = model.section('types');
    if (!section)
      return fail({
        span: model.title,
        message: 'There is no section "Type 1 versus Type 2 path"',
        ...sectionFix(model.doc, SKELETON, 'Type 1 versus Type 2 path'),
      });
    const routes = TYPES.map((type) => routeOf(model.doc, section, type));
    const problems: Problem[] = TYPES.flatMap((type, i) => {
      const route = routes[i];
      if (!route)
        return [{ span: section.heading.span, message: `The route of Type ${type} is not described` }];
      if (route.values.length > 0) return [];
      return [
        {
          span: route.spans[0] ?? section.heading.span,
          message: `The route of Type ${type} holds no number with a unit: how many people, how many days?`,
        },
      ];
    });
    if (problems.length > 0) return judge(problems);
    const [one, two] = routes.map((route) => new Set(route?.values));
    const same = one && two && one.size === two.size && [...one].every((value) => two.has(value));
    if (same)
      return fail({
        span: routes[1]?.spans[0] ?? section.heading.span,
        message: `Both routes have the same numbers (${[...one].join(', ')})`,
      });
    return pass(...routes.flatMap((route) => route?.spans ?? []));
  },
  examples: {
    pass: [
      {
        source:
          '# Rules\n\n## Type 1 versus Type 2 path\n\n| Path | Quorum | Clock |\n| --- | --- | --- |\n| Type 1 | all voters | 5 days |\n| Type 2 | 3 people | 2 days |\n',
        evidence: ['5 days', '2 days'],
      },
      {
        source:
          '# Rules\n\n## Type 1 versus Type 2 path\n\n- Type 1: 10 business days.\n- Type 2: 2 business days.\n',
      },
      {
        source:
          '# Rules\n\n## Paths\n\n| | Type 1 | Type 2 |\n| --- | --- | --- |\n| Clock | 5 days | 1 day |\n',
      },
    ],
    fail: [
      {
        source:
          '# Rules\n\n## Type 1 versus Type 2 path\n\n| Path | Clock |\n| --- | --- |\n| Type 1 | 5 days |\n| Type 2 | 5 days |\n',
        at: ['| Type 2 | 5 days |'],
      },
      {
        source: '# Rules\n\n## Type 1 versus Type 2 path\n\nType 1 decisions go slowly, others do not.\n',
        at: ['Type 1 decisions go slowly, others do not.', '## Type 1 versus Type 2 path'],
      },
      { source: '# Rules\n\nDisagree and commit.\n', at: ['# Rules'] },
    ],
  },
};

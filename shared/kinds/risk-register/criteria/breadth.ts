import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { register, risk } from '../example-register';
import type { Register } from '../model';

const COUNT = { least: 8, most: 20 } as const;
const LEAST_CATEGORIES = 4;
const LEAST_OWNERS = 4;
const CATEGORIES = ['technical', 'data', 'delivery', 'cost', 'people', 'security', 'vendor'];

/** RR-08. Carries the finding when the register holds no risk at all. */
export const breadth: AutoCriterion<Register> = {
  id: 'RR-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: '8 to 20 risks over four categories and four owners or more',
  failTitle: 'The register is too narrow or too long',
  why: 'Three technical risks with one owner show what one engineer worries about; past twenty nobody reviews the list.',
  hint: 'Ask the people who run, pay for and depend on the system for their risks, and merge those with one cause.',
  sources: ['ISO31'],
  check: ({ model }) => {
    const at = model.root.at('risks');
    const count = model.risks.length;
    const problems: Problem[] = [];
    const add = (message: string) => problems.push({ span: at.keySpan, message });
    if (count < COUNT.least || count > COUNT.most) {
      add(`The register holds ${count} risks; ${COUNT.least} to ${COUNT.most} are wanted`);
    }
    if (count === 0) return judge(problems);
    const categories = new Set(
      model.risks.map((item) => item.category).filter((category) => category !== null),
    );
    if (categories.size < LEAST_CATEGORIES) {
      const empty = CATEGORIES.filter((category) => !categories.has(category));
      add(
        `The risks cover ${categories.size} categories of at least ${LEAST_CATEGORIES}; none is about ${empty.join(', ')}`,
      );
    }
    const load = new Map<string, number>();
    for (const { owner } of model.risks) if (owner !== null) load.set(owner, (load.get(owner) ?? 0) + 1);
    if (load.size < LEAST_OWNERS) {
      const [busiest] = [...load].sort((a, b) => b[1] - a[1]);
      const most = busiest ? `; ${busiest[0]} owns ${busiest[1]} of ${count}` : '';
      add(`The risks have ${load.size} owners of at least ${LEAST_OWNERS}${most}`);
    }
    return judge(problems, [at.keySpan]);
  },
  examples: {
    pass: [{ source: many(8, 4, 4) }],
    fail: [
      { source: many(7, 4, 4), at: ['"risks"'] },
      { source: many(21, 4, 4), at: ['"risks"'] },
      { source: many(8, 3, 4), at: ['"risks"'] },
      { source: many(8, 4, 3), at: ['"risks"'] },
    ],
  },
};

/** A register with so many risks, dealt out over so many categories and owners. */
function many(count: number, categories: number, owners: number): string {
  return register(
    ...Array.from({ length: count }, (_, i) =>
      risk({ id: `R-${i + 10}`, category: CATEGORIES[i % categories], owner: `Owner ${i % owners}` }),
    ),
  );
}

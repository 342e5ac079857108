import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { inTextOrder } from '../in-text-order';
import { numberOf, type RecordOf, textOf } from '../record-fields';
import { grouped } from './impact-measures';

const SLOS = 'kit/slo-definitions.yaml';
const POSTMORTEM = 'kit/INC-2031-0102-postmortem.md';
const POLICY = 'kit/policy.md';

/** A figure about a budget with where it stands. */
interface Figure extends Place {
  readonly slo: string;
  readonly role: string;
  readonly value: number;
  readonly decimals: number;
  readonly shown: string;
}

/** Which file decides where two state a figure for which there is no formula: what was promised by the definitions, what was lost by the report. */
const PROMISED = ['slo-definitions', 'support-doc', 'postmortem', 'executive-summary'];
const LOST = ['postmortem', 'support-doc', 'executive-summary'];

/** A budget may be rounded down to whole events, since half an event cannot be spent. */
export const errorBudget: ConsistencyRule = {
  id: 'X-35',
  severity: 'must',
  title: 'The error budget recomputes and is quoted alike',
  failTitle: 'Two files disagree on the error budget',
  why: 'The budget decides what stops. If the policy and the report count it differently, the team that is stopped will take the other figure.',
  hint: 'Budget = (1 − target) × valid events of the window; consumed = bad events / budget. Quote both from one place.',
  kinds: ['slo-definitions', 'postmortem', 'support-doc', 'executive-summary'],
  check: (packet) => {
    const targets = packet.records('slo-target');
    if (targets.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet defines no objectives with a target' };
    const rank = ({ path, role }: Figure) =>
      (role === 'bad' ? LOST : PROMISED).indexOf(packet.kindOf(path) ?? '');
    const figures = packet
      .records('budget-figure')
      .map(figureOf)
      .sort((a, b) => rank(a) - rank(b));
    const bySlo = new Map<string, Figure[]>();
    for (const figure of figures) {
      const own = bySlo.get(figure.slo);
      if (own) own.push(figure);
      else bySlo.set(figure.slo, [figure]);
    }
    // Definitions that promise the same under one id find the same.
    const promises = new Map(
      [...targets].reverse().map((target) => [`${target.id} ${numberOf(target, 'target')}`, target]),
    );
    const judged = [...promises.values()]
      .reverse()
      .map((target) => judge(target, bySlo.get(target.id) ?? []));
    const problems = judged.flatMap((result) => result.problems);
    if (problems.length > 0) return { verdict: 'fail', problems: inTextOrder(problems) };
    const evidence = judged.flatMap((result) => result.computed.map(({ path, span }) => ({ path, span })));
    return evidence.length > 0
      ? { verdict: 'pass', evidence }
      : {
          verdict: 'not-evaluated',
          reason: 'No report, policy or slide states a budget that could be computed (PM-09)',
        };
  },
  examples: {
    pass: [
      {
        files: {
          [SLOS]: slos(0.99),
          [POLICY]: policy('99 %', '1,250'),
          [POSTMORTEM]: report('12', '30', '2.5', '250'),
        },
      },
    ],
    fail: [
      {
        files: { [SLOS]: slos(0.999), [POLICY]: policy('99 %', '1,250') },
        at: [[POLICY, '99']],
      },
      {
        files: {
          [SLOS]: slos(0.99),
          [POLICY]: policy('99 %', '1,250'),
          [POSTMORTEM]: report('14', '30', '2.5', '250'),
        },
        at: [[POSTMORTEM, '14']],
      },
      {
        files: {
          [SLOS]: slos(0.99),
          [POLICY]: policy('99 %', '1,250'),
          [POSTMORTEM]: report('12', '30', '2.9', '250'),
        },
        at: [[POSTMORTEM, '2.9']],
      },
    ],
  },
};

interface Judged {
  readonly problems: readonly RuleProblem[];
  /** Figures that were computed from others and are right. */
  readonly computed: readonly Figure[];
}

function judge(target: RecordOf, figures: readonly Figure[]): Judged {
  const share = numberOf(target, 'target');
  // A target that is no share is SLD-02's finding; nothing can be computed from it.
  if (share === null || share < 0 || share >= 1 || figures.length === 0)
    return { problems: [], computed: [] };
  const byRole = listsBy(figures, (figure) => figure.role);
  const byPlace = listsBy(figures, (figure) => `${figure.role} ${figure.path}`);
  const of = (role: string) => byRole.get(role) ?? [];
  const problems: RuleProblem[] = [];
  const computed: Figure[] = [];
  const tell = (figure: Figure, wanted: number, how: string, from: readonly Place[]) => {
    const shown = grouped(wanted, figure.decimals);
    problems.push({
      path: figure.path,
      span: figure.span,
      message: `${figure.slo}: ${SAYS[figure.role] ?? figure.role} ${figure.shown}; ${how} ${shown}`,
      related: from.map(({ path, span }) => ({ path, span, message: how })),
      fix: { title: `Write ${shown}`, edits: [{ ...figure.span, insert: shown }] },
    });
  };
  const compare = (figure: Figure, wanted: readonly number[], how: string, from: readonly Place[]) => {
    if (wanted.some((value) => rounds(figure, value))) computed.push(figure);
    else tell(figure, wanted[0] ?? 0, how, from);
  };
  for (const figure of of('target')) compare(figure, [100 * share], 'the definition says', [target]);
  const valid = oneFigure(of('valid'), tell);
  const bad = oneFigure(of('bad'), tell);
  // What a file computes from a figure of its own that is told already is not told again.
  const within = ({ path }: Figure, role: string) =>
    (byPlace.get(`${role} ${path}`) ?? []).map((other) => other.value);
  const budgets = (figure: Figure) =>
    (valid ? [valid.value, ...within(figure, 'valid')] : []).flatMap((count) =>
      [share, ...within(figure, 'target').map((value) => value / 100)].flatMap((promise) => {
        const exact = (1 - promise) * count;
        return [exact, Math.floor(exact + 1e-6)];
      }),
    );
  for (const figure of valid ? of('budget') : [])
    compare(
      figure,
      budgets(figure),
      `${percent(1 - share)} of ${grouped(valid?.value ?? 0)} is`,
      valid ? [valid] : [],
    );
  const whole = of('budget')[0];
  for (const [role, factor] of [
    ['multiple', 1],
    ['share', 100],
  ] as const) {
    if (!bad || (!valid && !whole)) {
      // Nobody counts what was lost or allowed, but what it cost must be the same everywhere.
      oneFigure(of(role), tell);
      continue;
    }
    for (const figure of of(role)) {
      const allowed = [...budgets(figure), ...within(figure, 'budget'), ...(whole ? [whole.value] : [])];
      const parts = [bad.value, ...within(figure, 'bad')].flatMap((lost) =>
        allowed.map((budget) => (factor * lost) / budget),
      );
      const how = `${grouped(bad.value)} of a budget of ${grouped(Math.round(allowed[0] ?? 0))} is`;
      compare(figure, parts.filter(Number.isFinite), how, [bad]);
    }
  }
  return { problems, computed };
}

function listsBy(
  figures: readonly Figure[],
  key: (figure: Figure) => string,
): ReadonlyMap<string, readonly Figure[]> {
  const lists = new Map<string, Figure[]>();
  for (const figure of figures) {
    const list = lists.get(key(figure));
    if (list) list.push(figure);
    else lists.set(key(figure), [figure]);
  }
  return lists;
}

/** The figure that all files must repeat: the first one, in the order of who decides. The others are told. */
function oneFigure(
  figures: readonly Figure[],
  tell: (figure: Figure, wanted: number, how: string, from: readonly Place[]) => void,
): Figure | null {
  const exact = figures.reduce<Figure | null>(
    (best, figure) => (best && best.decimals >= figure.decimals ? best : figure),
    null,
  );
  if (!exact) return null;
  for (const figure of figures)
    if (!rounds(figure, exact.value)) tell(figure, exact.value, 'elsewhere it is', [exact]);
  return exact;
}

function rounds(figure: Figure, exact: number): boolean {
  return Math.abs(figure.value - exact) <= 0.5 / 10 ** figure.decimals + 1e-9;
}

const SAYS: Readonly<Record<string, string>> = {
  target: 'the target is given as',
  valid: 'valid events are given as',
  budget: 'the budget is given as',
  bad: 'bad events are given as',
  share: 'the share of the budget is given as',
  multiple: 'the multiple of the budget is given as',
};

function figureOf(row: RecordOf): Figure {
  return {
    path: row.path,
    span: row.span,
    slo: row.id,
    role: textOf(row, 'role') ?? '',
    value: numberOf(row, 'value') ?? 0,
    decimals: numberOf(row, 'decimals') ?? 0,
    shown: textOf(row, 'text') ?? '',
  };
}

/** A small share without the noise of binary fractions: 0.05 %. */
function percent(share: number): string {
  return `${Number((100 * share).toFixed(6))} %`;
}

function slos(target: number): string {
  return `slos:\n  - {id: SLO-01, openslo: {spec: {objectives: [{target: ${target}}]}}}\n`;
}

function policy(target: string, valid: string): string {
  const table = '| SLO | Promise | Valid in 28 days | Budget |\n| --- | --- | --- | --- |\n';
  return `---\nid: POLICY\nkind: support-doc\nsubtype: policy\n---\n\n# Policy\n\n${table}| SLO-01 | freshness ${target} | ${valid} windows | 12 windows |\n`;
}

function report(budget: string, bad: string, multiple: string, share: string): string {
  return `---\nid: INC-2031-0102\n---\n\n# Report\n\n## SLO and error budget\n\nSLO-01 has a budget. Its budget is ${budget} windows. This consumed ${bad} windows: ${multiple}× the budget, or ${share} %.\n`;
}

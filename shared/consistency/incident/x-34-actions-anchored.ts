import { entryBehind } from '../../rubric/list-entries';
import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, RuleProblem } from '../../rubric/rule';
import { inTextOrder } from '../in-text-order';
import { listOf, placeOf, type RecordOf } from '../record-fields';
import { sameIncident } from './same-incident';

const FACTORS = 'kit/contributing-factors.yaml';
const ACTIONS = 'kit/action-items.yaml';

/**
 * That an action names an objective and factors that exist is ACT-04, that every factor is answered ACT-08 and CTF-03; what is left for
 * two files to disagree on is whether both say the same of each pair.
 */
export const actionsAnchored: ConsistencyRule = {
  id: 'X-34',
  severity: 'must',
  title: 'Factors and actions name each other',
  failTitle: 'A factor and an action disagree on whether they belong together',
  why: 'When the factor claims an action that knows nothing of it, nobody checks on completion whether that condition is really gone.',
  hint: 'List the action under the factor and the factor under the action, or take it out of both.',
  kinds: ['action-items', 'contributing-factors', 'slo-definitions'],
  check: (packet) => {
    const actions = packet.records('action');
    const factors = packet.records('factor');
    if (actions.length === 0 || factors.length === 0) {
      const absent = actions.length === 0 ? 'action items' : 'contributing factors';
      return { verdict: 'not-evaluated', reason: `The packet has no ${absent} to compare with` };
    }
    const related = sameIncident(packet);
    const problems = [
      ...factors.flatMap((factor) =>
        claimsOfFactor(
          factor,
          actions.filter((action) => related(action.path, factor.path)),
        ),
      ),
      ...actions.flatMap((action) =>
        claimsOfAction(
          action,
          factors.filter((factor) => related(action.path, factor.path)),
        ),
      ),
    ];
    if (problems.length > 0) return { verdict: 'fail', problems: inTextOrder(problems) };
    const open = leftToOthers(packet, actions, factors);
    if (open !== null) return { verdict: 'not-evaluated', reason: open };
    return {
      verdict: 'pass',
      evidence: [
        ...factors.map((factor) => placeOf(factor, 'actions')),
        ...actions.map((action) => placeOf(action, 'contributing_factors')),
      ],
    };
  },
  examples: {
    pass: [{ files: { [FACTORS]: factors('[AI-01]'), [ACTIONS]: actions('[CF-01]') } }],
    fail: [
      {
        files: { [FACTORS]: factors('[AI-01, AI-09]'), [ACTIONS]: actions('[CF-01]') },
        at: [[FACTORS, 'AI-09']],
      },
      {
        files: {
          [FACTORS]: `${factors('[AI-01]')}  - {id: CF-02, actions: [AI-01]}\n`,
          [ACTIONS]: `${actions('[CF-01]')}  - {id: AI-02, contributing_factors: [CF-02]}\n`,
        },
        at: [
          [ACTIONS, '[CF-01]'],
          [FACTORS, '[AI-01]'],
        ],
      },
    ],
  },
};

/** What a factor says of actions: each exists and names the factor. */
function claimsOfFactor(factor: RecordOf, actions: readonly RecordOf[]): RuleProblem[] {
  const answered = actions.some((action) => listOf(action, 'contributing_factors').includes(factor.id));
  return listOf(factor, 'actions').flatMap((id): RuleProblem[] => {
    const action = actions.find((a) => a.id === id);
    const claim = placeOf(factor, `actions ${id}`);
    if (!action) {
      const [near] = actions;
      return [
        {
          ...claim,
          message: `${factor.id} is answered by ${id}, which is not among the action items`,
          related: near ? [{ ...placeOf(near, 'id'), message: `The actions start at ${near.id}` }] : [],
        },
      ];
    }
    const named = listOf(action, 'contributing_factors');
    // An action without any factor is found by ACT-04, a factor that no action names by ACT-08.
    if (named.includes(factor.id) || named.length === 0 || !answered) return [];
    return [missing(action, 'contributing_factors', factor, claim)];
  });
}

/** What an action says of factors: each that exists names the action; one that does not is found by ACT-04. */
function claimsOfAction(action: RecordOf, factors: readonly RecordOf[]): RuleProblem[] {
  return listOf(action, 'contributing_factors').flatMap((id): RuleProblem[] => {
    const factor = factors.find((f) => f.id === id);
    const named = factor ? listOf(factor, 'actions') : [];
    // A factor without any action is found by CTF-03, or somebody accepted it.
    if (!factor || named.length === 0 || named.includes(action.id)) return [];
    return [missing(factor, 'actions', action, placeOf(action, `contributing_factors ${id}`))];
  });
}

/** One half of the relation is not written. */
function missing(
  row: RecordOf,
  field: string,
  other: RecordOf,
  claim: { path: string; span: { from: number; to: number } },
): RuleProblem {
  const edit = entryBehind(row, field, other.id);
  return {
    ...placeOf(row, field),
    message: `${other.id} names ${row.id}, but ${row.id} does not name ${other.id}`,
    related: [{ ...claim, message: `${other.id} names ${row.id} here` }],
    ...(edit ? { fix: { title: `Add ${other.id} to ${row.id}`, edits: [edit] } } : {}),
  };
}

/** Why the relation is not complete although nothing contradicts it; null when it is. */
function leftToOthers(
  packet: Packet,
  actions: readonly RecordOf[],
  factors: readonly RecordOf[],
): string | null {
  const known = new Set(factors.map((factor) => factor.id));
  const slos = new Set(packet.definitions('SLO').map((slo) => slo.id));
  const loose = actions.find((action) => {
    const named = listOf(action, 'contributing_factors');
    const slo = action.fields['slo'];
    return (
      named.length === 0 ||
      named.some((id) => !known.has(id)) ||
      (slos.size > 0 && (typeof slo !== 'string' || !slos.has(slo)))
    );
  });
  if (loose) return `${loose.id} names an objective or factor that is missing or does not exist (ACT-04)`;
  const answered = new Set(actions.flatMap((action) => listOf(action, 'contributing_factors')));
  const accepted = new Set(
    packet.definitions('CF').flatMap((cf) => (cf.data['accepted'] === true ? [cf.id] : [])),
  );
  const idle = factors.find(
    (factor) =>
      !accepted.has(factor.id) && (listOf(factor, 'actions').length === 0 || !answered.has(factor.id)),
  );
  return idle ? `${idle.id} is answered by no action (CTF-03, ACT-08)` : null;
}

function factors(list: string): string {
  return `factors:\n  - {id: CF-01, actions: ${list}}\n`;
}

function actions(list: string): string {
  return `items:\n  - {id: AI-01, contributing_factors: ${list}}\n`;
}

import { score } from '../domain/grade';
import { type ConsistencyMatrix, consistencyMatrix } from './consistency-matrix';
import { type Deliverable, deliverables } from './deliverables';
import type { PacketInputs } from './inputs';
import { type Ledger, ledger } from './ledger/ledger';
import { type Action, rankedActions } from './next-action';
import { Places } from './places';
import { type Question, questionsDue } from './questions';
import { type Sprint, sprints } from './sprints';
import { isOwnArtifact } from './work';

/** The packet as one thing: how far it is, how consistent, and what is next. */
export interface PacketView {
  readonly deliverables: readonly Deliverable[];
  readonly sprints: readonly Sprint[];
  /** Best first. */
  readonly actions: readonly Action[];
  /** Actions beyond those that are listed. */
  readonly more: number;
  /** Minutes for all that is open. */
  readonly minutes: number;
  readonly consistency: ConsistencyMatrix;
  readonly ledger: Ledger;
  readonly questions: readonly Question[];
  readonly counts: { readonly must: number; readonly should: number; readonly could: number };
  /** Share of the points over all graded criteria of the packet, 0–1; null when nothing is graded. */
  readonly points: number | null;
  /** Artifacts that count; 0 for a kit in which nothing is recognised. */
  readonly artifacts: number;
}

/** So many actions are listed. */
const MOST_ACTIONS = 200;

/** Everything the dashboard shows. Pure; costs a few milliseconds for a kit that is checked, and grows with its findings and figures. */
export function packetView(inputs: PacketInputs): PacketView {
  const places = new Places(inputs.text);
  const own = inputs.report.artifacts.filter(isOwnArtifact);
  const all = deliverables(inputs);
  const actions = rankedActions(inputs);
  const { must, should, could } = inputs.report.summary;
  return {
    deliverables: all,
    sprints: sprints(all),
    actions: actions.slice(0, MOST_ACTIONS),
    more: Math.max(0, actions.length - MOST_ACTIONS),
    minutes: actions.reduce((sum, { minutes }) => sum + minutes, 0),
    consistency: consistencyMatrix(inputs, places),
    ledger: ledger(inputs, places),
    questions: questionsDue(inputs),
    counts: { must, should, could },
    points: score(own.filter(({ grade }) => grade !== null).flatMap(({ criteria }) => criteria)).points,
    artifacts: own.length,
  };
}

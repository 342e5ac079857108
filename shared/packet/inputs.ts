import type { Packet } from '../rubric/packet';
import type { KindRegistry } from '../rubric/registry';
import type { ArtifactReport, KitReport } from '../rubric/report';
import type { ConsistencyRule } from '../rubric/rule';
import { UNIVERSAL_CRITERIA } from '../rubric/universal';
import type { Asks } from './estimates';
import type { AsksOf } from './work';

/** What the dashboard is made from: a checked kit. */
export interface PacketInputs {
  readonly report: KitReport;
  /** What the files say, as criteria and rules read it. */
  readonly packet: Packet;
  readonly registry: Pick<KindRegistry, 'get' | 'kinds'>;
  readonly rules: readonly ConsistencyRule[];
  /** Null for files that are no text. */
  readonly text: (path: string) => string | null;
}

/** What is said of a criterion or rule. */
export interface About {
  readonly title: string;
  /** Said when it is not met; the question, for what only a person can judge. */
  readonly failTitle: string;
  readonly asks: Asks;
}

/** What there is to say of criteria and rules of one file; of ids that nobody knows, the id. */
export function aboutIn(inputs: Pick<PacketInputs, 'registry' | 'rules'>, kind: string | null) {
  const own = kind === null ? [] : (inputs.registry.get(kind)?.rubric ?? []);
  const criteria = new Map([...UNIVERSAL_CRITERIA, ...own].map((one) => [one.id, one]));
  return (id: string): About => {
    const criterion = criteria.get(id);
    if (criterion?.mode === 'self')
      return { title: criterion.title, failTitle: criterion.question, asks: 'question' };
    if (criterion) return { title: criterion.title, failTitle: criterion.failTitle, asks: criterion.scope };
    const rule = inputs.rules.find((one) => one.id === id);
    return { title: rule?.title ?? id, failTitle: rule?.failTitle ?? id, asks: 'value' };
  };
}

/** What the criteria of one file ask for. */
export function asksIn(inputs: Pick<PacketInputs, 'registry' | 'rules'>, report: ArtifactReport): AsksOf {
  const about = aboutIn(inputs, report.kind);
  return (id) => about(id).asks;
}

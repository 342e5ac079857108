import type { Steps } from '../util/steps';
import type { AutoCriterion, Criterion } from './criterion';
import type { KitPacket } from './kit-packet';
import type { Pace } from './pace';
import { type CriterionOutcome, runCriterion, runCriterionInSteps } from './run';
import { isLong, type SessionFile } from './session-file';

/** What a criterion is decided with. */
export interface Deciding {
  readonly packet: KitPacket;
  readonly pace: Pace;
}

/**
 * Decides a criterion of a parsed file, and keeps with the outcome what it asked of the packet. A check that takes long on a long file is put down
 * now and then; if the judgement is given up meanwhile, the next one goes on with it.
 */
export function* decide(
  criterion: Criterion<unknown>,
  file: SessionFile,
  { packet, pace }: Deciding,
): Steps<CriterionOutcome> {
  const { parsed } = file;
  if (!parsed?.source) throw new Error('A file without a source has nothing to judge');
  const { source, model, template } = parsed;
  const key = `${file.path} ${criterion.id}`;
  const { length } = source.text;
  const late = (reason: string) => lateOutcome(criterion, reason);
  if (!isLong(source.text) || !hasSteps(criterion))
    return pace.run(
      key,
      length,
      () => {
        const run = () => runCriterion(criterion, model, source, packet, template);
        const { value, topics } = packet.reading(run);
        return topics.length === 0 ? value : { ...value, topics };
      },
      late,
    );
  const begun =
    file.begun.get(criterion.id) ??
    pace.steps(key, length, () => runCriterionInSteps(criterion, model, source, packet, template), late);
  file.begun.set(criterion.id, begun);
  const outcome = yield* begun;
  file.begun.delete(criterion.id);
  return outcome;
}

type WithSteps = AutoCriterion<unknown> & Required<Pick<AutoCriterion<unknown>, 'checkInSteps'>>;

function hasSteps(criterion: Criterion<unknown>): criterion is WithSteps {
  return criterion.mode === 'auto' && criterion.checkInSteps !== undefined;
}

/** Of a criterion that takes too long nothing is known. */
function lateOutcome({ id, severity }: Criterion<unknown>, reason: string): CriterionOutcome {
  return { result: { id, severity, verdict: 'error', evidence: [], reason }, findings: [] };
}

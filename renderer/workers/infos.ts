import type { Criterion, CriterionExample } from '../../shared/rubric/criterion';
import type { ArtifactKind } from '../../shared/rubric/kind';
import type { Remark } from '../../shared/rubric/prose/remark';
import type { ConsistencyRule } from '../../shared/rubric/rule';
import { UNIVERSAL_CRITERIA } from '../../shared/rubric/universal';
import type { CriterionInfo, ExampleInfo, KindInfo, RemarkInfo, RuleInfo } from '../state/kind-info';

/** A kind as plain data for the window. */
export function kindInfo(kind: ArtifactKind): KindInfo {
  const criteria = [...(UNIVERSAL_CRITERIA as readonly Criterion<unknown>[]), ...kind.rubric];
  return {
    id: kind.id,
    title: kind.title,
    purpose: kind.purpose,
    part: kind.part,
    order: kind.order,
    format: kind.format,
    files: kind.files,
    template: kind.template ?? null,
    contrasts: kind.contrasts,
    criteria: new Map(criteria.map((criterion) => [criterion.id, criterionInfo(criterion)])),
  };
}

/** A consistency rule as plain data for the window. */
export function ruleInfo({ id, severity, title, failTitle, why, kinds }: ConsistencyRule): RuleInfo {
  return { id, severity, title, failTitle, why, kinds };
}

/** A remark on prose as plain data for the window. */
export function remarkInfo({ id, failTitle, why }: Remark): RemarkInfo {
  return { id, failTitle, why };
}

function criterionInfo(criterion: Criterion<unknown>): CriterionInfo {
  const { id, severity, title, why, hint } = criterion;
  const shown = { id, severity, title, why, hint };
  if (criterion.mode === 'self') {
    const asks = 'question' as const;
    return { ...shown, asks, failTitle: title, question: criterion.question, meets: null, misses: null };
  }
  return {
    ...shown,
    asks: criterion.scope,
    failTitle: criterion.failTitle,
    question: null,
    meets: shortest(criterion.examples.pass.map((example) => exampleInfo(example, example.evidence))),
    misses: shortest(criterion.examples.fail.map((example) => exampleInfo(example, example.at))),
  };
}

function exampleInfo({ source }: CriterionExample, marked: readonly string[] = []): ExampleInfo {
  return { source: source.trimEnd(), marked: marked.filter((text) => text !== '') };
}

/** Longest passage that is shown, in UTF-16 units: an example should be taken in at a glance. */
const GLANCE = 700;

/** The shortest example that shows a marked passage; an empty file shows nothing. */
function shortest(examples: readonly ExampleInfo[]): ExampleInfo | null {
  const sorted = examples
    .filter(({ source }) => source !== '' && source.length <= GLANCE)
    .sort((a, b) => a.source.length - b.source.length);
  return sorted.find(({ marked }) => marked.length > 0) ?? sorted[0] ?? null;
}

import type { AutoCriterion, Criterion } from './criterion';
import type { ArtifactKind } from './kind';
import { PROSE_REMARKS } from './prose';
import type { Remark } from './prose/remark';
import type { ConsistencyRule } from './rule';
import { UNIVERSAL_CRITERIA } from './universal';

/** A criterion with the kind it belongs to; null for those that hold for every file. */
export interface CataloguedCriterion {
  readonly criterion: Criterion<unknown>;
  readonly kind: ArtifactKind | null;
}

/** Everything a verdict can come from, by id: what `explain` and the rubric's pages tell about. */
export class RubricCatalogue {
  readonly criteria: readonly CataloguedCriterion[];

  constructor(
    readonly kinds: readonly ArtifactKind[],
    readonly rules: readonly ConsistencyRule[],
  ) {
    this.criteria = [
      ...UNIVERSAL_CRITERIA.map((criterion) => ({
        criterion: criterion as AutoCriterion<unknown>,
        kind: null,
      })),
      ...kinds.flatMap((kind) => kind.rubric.map((criterion) => ({ criterion, kind }))),
    ];
  }

  criterion(id: string): CataloguedCriterion | null {
    return this.criteria.find(({ criterion }) => criterion.id === id) ?? null;
  }

  rule(id: string): ConsistencyRule | null {
    return this.rules.find((rule) => rule.id === id) ?? null;
  }

  /** Remarks weigh nothing and belong to no rubric, but have a page like a criterion. */
  readonly remarks: readonly Remark[] = PROSE_REMARKS;

  remark(id: string): Remark | null {
    return this.remarks.find((remark) => remark.id === id) ?? null;
  }

  /** All ids, criteria first, each in the order of the specification. */
  get ids(): readonly string[] {
    return [
      ...this.criteria.map(({ criterion }) => criterion.id),
      ...this.rules.map(({ id }) => id),
      ...this.remarks.map(({ id }) => id),
    ];
  }
}

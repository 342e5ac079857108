import { type CheckResult, fail, failBecause } from '../../rubric/criterion';
import { sectionFix } from '../../rubric/repairs/insert-section';
import type { Adr } from './model';
import { OUTLINE, type SectionName } from './outline';
import { SKELETON } from './skeleton';

/** Sections that every ADR of ours has; other conventions have no place for some of them. */
const ALWAYS: readonly SectionName[] = [
  'options',
  'consequences',
  'reversibility',
  'confirmation',
  'revisit',
];

/** The sections that an ADR of another convention would need to be one of ours: told once, by AD-01. */
export function sectionsToAdd(adr: Adr): readonly SectionName[] {
  return adr.dialect === 'own' ? [] : ALWAYS.filter((name) => adr.section(name) === null);
}

/** What a criterion answers when the section it judges is not there. */
export function missingSection(adr: Adr, name: SectionName): CheckResult {
  if (sectionsToAdd(adr).includes(name)) return failBecause('AD-01');
  const message = `There is no "${OUTLINE[name].name}" section; its place is at this heading`;
  return fail({ span: adr.place(name), message, ...sectionFix(adr.doc, SKELETON, OUTLINE[name].name) });
}

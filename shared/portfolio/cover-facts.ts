import type { Source } from '../rubric/artifact';
import { rootReader } from '../rubric/root-reader';
import type { AudiencePreset, Candidate, Composition } from './composition';

/** A line of the cover about the candidate. */
export interface CoverFact {
  readonly term: string;
  readonly text: string;
}

const TERMS: Readonly<Record<keyof Candidate, string>> = {
  name: 'Candidate',
  level: 'Level sought',
  period: 'Period',
  manager: 'Manager',
};

/** The candidate as the composition says, else as the header of the cover memo does; the name at last as `kit.yaml` has the author. */
export function candidateOf(composition: Composition, memo: Source | null, author: string): Candidate {
  const { candidate } = composition;
  const header = memo ? rootReader(memo) : null;
  const said = (key: string) => {
    const text = header?.at(key).text?.trim() ?? '';
    // A blank of the template that nobody filled in.
    return /^<.*>$/s.test(text) ? '' : text;
  };
  return {
    name: candidate.name || said('candidate') || author,
    level: candidate.level || said('target_level'),
    period: candidate.period || said('period'),
    manager: candidate.manager || said('manager'),
  };
}

/** What the cover says of the candidate to these readers. */
export function coverFacts(candidate: Candidate, { facts }: AudiencePreset): CoverFact[] {
  return facts.flatMap((key) => (candidate[key] === '' ? [] : [{ term: TERMS[key], text: candidate[key] }]));
}

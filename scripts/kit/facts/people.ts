/** People of the case (fact sheet 6.2). */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  /** Score from −10 to +10 in the review; null for those without a vote. */
  readonly score: number | null;
  readonly position: 'consent' | 'consent-with-reservation' | 'disagree-and-commit' | null;
  /** Authority, IC 1 to CTO 5; null for those who only appear in the incident. */
  readonly level: number | null;
}

const voter = (
  key: string,
  name: string,
  role: string,
  level: number,
  score: number,
  position: Person['position'] = 'consent',
): Person => ({ key, name, role, score, position, level });

const other = (key: string, name: string, role: string, level: number | null): Person => ({
  key,
  name,
  role,
  score: null,
  position: null,
  level,
});

export const VOTERS: readonly Person[] = [
  voter('MH', 'Marisol Hartwell', 'VP Engineering', 4, 7),
  voter('HO', 'Halvard Osei', 'CTO', 5, 6),
  voter('DC', 'Dmitri Castellane', 'Director Data Platform', 3, 8),
  voter('YB', 'Yuki Brannigan', 'EM Streaming Platform', 2, 8),
  voter('TA', 'Tomasz Adeyinka', 'Senior SRE', 1, 5),
  voter('LF', 'Leocadia Finch', 'Analytics Engineering Lead', 2, -3, 'disagree-and-commit'),
  voter('RV', 'Rohan Vantreight', 'Principal Engineer', 2, 6),
  voter('BN', 'Baptiste Nwosu', 'FinOps Lead', 2, 4),
  voter('GI', 'Gretchen Ilori', 'Security and Privacy Architect', 1, 2, 'consent-with-reservation'),
  voter('OP', 'Odalys Petrov', 'Data Governance Lead', 2, 3),
  voter('FL', 'Farid Lindqvist', 'ML Platform Lead', 2, 7),
  voter('KD', 'Kofi Darrow', 'Senior Data Engineer', 1, -4, 'disagree-and-commit'),
  voter('MS', 'Matilde Sorensen', 'Product Director', 3, 9),
  voter('IR', 'Imani Rusk', 'Ads Revenue PM', 1, 8),
];

/** In the room without a vote. */
export const ATTENDING: readonly Person[] = [
  other('IOV', 'Ines Okonkwo-Vale', 'Staff Data Engineer', 1),
  other('NH', 'Noor Halloran', 'Staff Engineer', 1),
  other('JO', 'Jasper Oyelaran', 'Senior Engineer', 1),
];

/** Known from the incident only. */
export const RESPONDERS: readonly Person[] = [
  other('LC', 'Linnea Castro-Bey', 'Streaming on-call', null),
  other('WA', 'Wen Abernathy', 'Finance Analytics Manager', null),
  other('CE', 'Cassius Embry', 'Support Operations Lead', null),
  other('SN', 'Sunniva Clarke', 'Senior Engineer', null),
  other('EM', 'Ezekiel Marsh', 'Batch Platform Engineer', null),
];

const byKey = new Map([...VOTERS, ...ATTENDING, ...RESPONDERS].map((person) => [person.key, person]));

/** Full name of a key of the fact sheet. */
export function nameOf(key: string): string {
  const person = byKey.get(key);
  if (!person) throw new Error(`nobody has the key ${key}`);
  return person.name;
}

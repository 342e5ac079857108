/** How much a gap matters: a reader would stop (must), see the gap (should), or notice a lack of polish (could). */
export type Severity = 'must' | 'should' | 'could';

/** Severities of findings: as criteria, plus remarks that cost nothing. */
export type FindingSeverity = Severity | 'info';

/**
 * What became of a criterion. `not-evaluated`: an input is absent or broken, so nothing may be concluded; `manual`: only a person can judge;
 * `error`: the check itself broke.
 */
export type Verdict = 'pass' | 'fail' | 'not-applicable' | 'not-evaluated' | 'manual' | 'error';

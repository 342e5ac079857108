/** Fields of a sound risk, by name; the criteria's examples change one of them. */
const SOUND: Readonly<Record<string, unknown>> = {
  id: 'R-01',
  title: 'Replay takes too long',
  cause: 'Replay shares capacity with live traffic',
  event: 'Rebuilding a lost day may take longer',
  consequence: 'Facts stay wrong for a day',
  likelihood: 3,
  impact: 4,
  score: 12,
  level: 'high',
  category: 'technical',
  owner: 'Yuki Brannigan',
  response: 'mitigate',
  mitigation: 'A replay drill before each cutover, with its own consumer group',
  trigger: { metric: 'time to replay', threshold: '> 24 h', alert_id: 'ALR-replay' },
  rollback_trigger: 'Replay of 24 h above 24 h: the next phase does not start',
  phase: 'P1',
  residual: { likelihood: 2, impact: 4, score: 8 },
  status: 'open',
  reviewed: '2024-04-12',
};

/** One sound risk with some of its fields replaced; `undefined` takes a field out. */
export function risk(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { ...SOUND, ...changes };
}

/** A register of these risks as text. */
export function register(...risks: readonly Record<string, unknown>[]): string {
  return `${JSON.stringify({ risks }, null, 2)}\n`;
}

/** A RACI matrix that makes people known to the packet. */
export const PEOPLE = {
  'p/raci-matrix.yaml': `people:
  - {key: YB, name: Yuki Brannigan, role: EM Streaming Platform, team: Streaming Platform, level: 2}
  - {key: BN, name: Baptiste Nwosu, role: FinOps Lead, team: FinOps, level: 2}
activities:
  - {id: RA-01, name: Operate the cluster, phase: operate, assignments: {YB: AR, BN: C}}
`,
} as const;

import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, RuleProblem } from '../../rubric/rule';
import { inTextOrder } from '../in-text-order';
import { listOf, numberOf, placeOf, type RecordOf, textOf } from '../record-fields';

const REGISTER = 'kit/risk-register.json';
const POSTMORTEM = 'kit/INC-2031-0102-postmortem.md';

/** A risk that the report only names to rule it out has not come true. */
export const realisedRiskMarked: ConsistencyRule = {
  id: 'X-42',
  severity: 'must',
  title: 'A risk that came true is marked and scored again',
  failTitle: 'A risk came true and the register does not show it',
  why: 'A register that still calls the risk open after it happened shows that nobody reads it; the next risk will be handled the same way.',
  hint: 'Set the status to realised, and score the residual again or write what was added since, with its date.',
  kinds: ['risk-register', 'postmortem'],
  check: (packet) => {
    const risks = packet.records('risk-standing');
    const mentions = packet
      .records('postmortem-mention')
      .filter((mention) => mention.fields['family'] === 'R' && mention.fields['dismissed'] !== true);
    if (risks.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet has no risk register to compare with' };
    if (mentions.length === 0)
      return { verdict: 'not-evaluated', reason: 'No postmortem of the packet names a risk (PM-13)' };
    const problems = mentions.flatMap((mention) => problemsOf(packet, mention, risks));
    if (problems.length > 0) return { verdict: 'fail', problems: inTextOrder(problems) };
    return {
      verdict: 'pass',
      evidence: mentions.flatMap((mention) => [
        { path: mention.path, span: mention.span },
        ...risks.filter((risk) => risk.id === mention.id).map((risk) => placeOf(risk, 'status')),
      ]),
    };
  },
  examples: {
    pass: [
      {
        files: {
          [REGISTER]: register('realised', 10, 'Counted and kept since 2031-01-05.'),
          [POSTMORTEM]: report('R-03 described it.'),
        },
      },
      {
        files: {
          [REGISTER]: register('realised', 15, 'A review of all readers.'),
          [POSTMORTEM]: report('R-03 described it.'),
        },
      },
    ],
    fail: [
      {
        files: {
          [REGISTER]: register('open', 10, 'Counted and kept since 2031-01-05.'),
          [POSTMORTEM]: report('R-03 described it.'),
        },
        at: [[REGISTER, '"open"']],
      },
      {
        files: {
          [REGISTER]: register('realised', 10, 'A review of all readers on 2030-12-01.'),
          [POSTMORTEM]: report('R-03 described it.'),
        },
        at: [[REGISTER, '10']],
      },
      {
        files: {
          [REGISTER]: register('realised', 15, 'A review.'),
          [POSTMORTEM]: report('R-08 described it.'),
        },
        at: [[POSTMORTEM, 'R-08']],
      },
    ],
  },
};

function problemsOf(packet: Packet, mention: RecordOf, risks: readonly RecordOf[]): RuleProblem[] {
  const risk = risks.find((r) => r.id === mention.id);
  if (!risk) {
    const [near] = risks;
    return [
      {
        path: mention.path,
        span: mention.span,
        message: `The report names ${mention.id}, which is not in the risk register`,
        related: near
          ? [{ path: near.path, span: near.span, message: `The register starts at ${near.id}` }]
          : [],
      },
    ];
  }
  const cited = { path: mention.path, span: mention.span, message: `The postmortem names ${risk.id}` };
  const status = textOf(risk, 'status');
  const problems: RuleProblem[] = [];
  if (status !== null && status !== 'realised') {
    const place = placeOf(risk, 'status');
    problems.push({
      ...place,
      message: `${risk.id} came true by the postmortem; the register still calls it ${status}`,
      related: [cited],
      // The register is JSON: the quotation marks belong to the value.
      fix: { title: 'Write realised', edits: [{ ...place.span, insert: '"realised"' }] },
    });
  }
  const day = incidentDay(packet, mention);
  const [score, residual] = [numberOf(risk, 'score'), numberOf(risk, 'residual_score')];
  if (day === null || score === null || residual === null || residual >= score) return problems;
  if (listOf(risk, 'mitigation_days').some((added) => added > day)) return problems;
  problems.push({
    ...placeOf(risk, 'residual_score'),
    message: `${risk.id} came true and its residual score is still ${residual} of ${score}, with no mitigation dated after ${day}`,
    related: [
      cited,
      { ...placeOf(risk, 'mitigation'), message: 'The mitigation names no day after the incident' },
    ],
  });
  return problems;
}

/** The day of the incident that the report is about. */
function incidentDay(packet: Packet, mention: RecordOf): string | null {
  const own = packet.definitions('INC').find((incident) => incident.path === mention.path)?.data['date'];
  return typeof own === 'string' ? own : (packet.value('incident-date')?.value ?? null);
}

function register(status: string, residual: number, mitigation: string): string {
  const risk = { id: 'R-03', score: 15, mitigation, residual: { score: residual }, status };
  return `{"risks": [${JSON.stringify(risk)}]}\n`;
}

function report(text: string): string {
  return `---\nid: INC-2031-0102\ndate: "2031-01-02"\n---\n\n# Report\n\n## What we knew beforehand\n\n${text}\n`;
}

import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { has } from '../../../text/quantities';
import { linksIn } from '../../../text/sections';
import { chains } from '../example-whys';
import type { Step, Whys } from '../model';

/** An id such as `LOG-enr-03`, `CF-01`, `ADR-004` or `SUP-88104`, or the name of a metric or setting: `records_filtered`, `job.ttl_hours`. */
const RECORD =
  '(?<![\\p{L}\\p{N}-])(?:[A-Z]{1,5}-[\\p{L}\\p{N}][\\p{L}\\p{N}-]*|[a-z][a-z0-9-]*(?:[_.][a-z0-9][a-z0-9-]*)+)(?![\\p{L}\\p{N}])';

/** FW-03. Looked for behind "Evidence:", or in the whole step when it has no such part. */
export const evidenceCited: AutoCriterion<Whys> = {
  id: 'FW-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Every step cites a record',
  failTitle: 'A step cites no record',
  why: 'Each answer decides where the chain goes next; one that rests on nothing turns everything below it into a story.',
  hint: 'Cite behind "Evidence:" the log, metric, message, decision or factor that shows it.',
  sources: ['CARD'],
  check: ({ model }) => {
    if (model.chains.length === 0) return failBecause('FW-01');
    const { doc } = model;
    const cites = (step: Step) => {
      const at = step.evidence ?? step.span;
      return linksIn(doc, at).length > 0 || has(doc.plain.slice(at.from, at.to), RECORD);
    };
    const steps = model.chains.flatMap((chain) => chain.steps);
    return judge(
      steps.flatMap((step) =>
        cites(step)
          ? []
          : [
              {
                span: step.evidence ?? step.span,
                message: step.evidence
                  ? 'This evidence names no link, record, metric or factor'
                  : 'This step cites no evidence',
              },
            ],
      ),
      steps.map((step) => step.evidence ?? step.span),
    );
  },
  examples: {
    pass: [
      {
        source: chains([
          'a? — because b — Evidence: LOG-enr-03 — Confidence: high',
          'b? — because c — Evidence: `session_context.ttl_hours`',
          'c? — because d — Evidence: [the plan](plan.yaml) — Confidence: low',
          'd? — because CF-02 held',
        ]),
        evidence: ['LOG-enr-03', '[the plan]'],
      },
    ],
    fail: [
      {
        source: chains(['a? — because b — Evidence: everyone knows — Confidence: high', 'b? — because c.']),
        at: ['Evidence: everyone knows', 'Why 2: b? — because c.'],
      },
      { source: '# Whys\n\nA deploy went wrong.\n' },
    ],
  },
};

import { type AutoCriterion, failBecause, judge, notApplicable } from '../../../rubric/criterion';
import { register, risk } from '../example-register';
import type { Register, Risk } from '../model';

const LEAST_SHARE = 0.5;

/** RR-05. A risk without any trigger is RR-04's; it counts as not wired here and gets no second finding. */
export const wired: AutoCriterion<Register> = {
  id: 'RR-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Triggers are wired to alerts',
  failTitle: 'A trigger is written down and wired to nothing',
  why: 'A threshold that lives in a document fires when someone re-reads the document; postmortems are full of them.',
  hint: 'Link the alert by its id in trigger.alert_id, or plan the work that wires it.',
  sources: ['SREB'],
  check: ({ model }) => {
    if (model.risks.length === 0) return failBecause('RR-08');
    const critical = model.risks.filter((item) => item.weight === 'critical');
    const high = model.risks.filter((item) => item.weight === 'high');
    if (critical.length + high.length === 0) return notApplicable('No risk is high or critical');
    const bareHigh = high.filter((item) => !alerts(item));
    const wiredHigh = high.length - bareHigh.length;
    const enough = wiredHigh >= LEAST_SHARE * high.length;
    const bare = [...critical.filter((item) => !alerts(item)), ...(enough ? [] : bareHigh)];
    const told = bare.filter((item) => item.at.at('trigger').exists);
    if (bare.length > 0 && told.length === 0) return failBecause('RR-04');
    return judge(
      told.map((item) => ({
        span: item.at.at('trigger').keySpan,
        message:
          item.weight === 'critical'
            ? `${item.id} is critical, and no alert_id wires its trigger`
            : `The trigger of ${item.id} has no alert_id (${wiredHigh} of ${high.length} high risks have one, half are wanted)`,
      })),
      [...critical, ...high].filter(alerts).map((item) => item.at.at('trigger', 'alert_id').span),
    );
  },
  examples: {
    pass: [
      { source: register(risk()), evidence: ['ALR-replay'] },
      {
        source: register(risk(), risk({ id: 'R-02', trigger: { metric: 'pages', threshold: '> 31 pages' } })),
      },
    ],
    fail: [
      {
        source: register(risk({ level: 'critical', trigger: { metric: 'pages', threshold: '> 31 pages' } })),
        at: ['"trigger"'],
      },
      {
        source: register(risk({ trigger: { metric: 'pages', threshold: '> 31 pages' } })),
        at: ['"trigger"'],
      },
    ],
  },
};

function alerts(item: Risk): boolean {
  return item.at.at('trigger', 'alert_id').text !== null;
}

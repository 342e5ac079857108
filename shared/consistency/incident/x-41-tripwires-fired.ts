import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { inTextOrder } from '../in-text-order';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import { assessment, IMPACT, POSTMORTEM, report, SCENARIO, scenario } from './example-impact';
import { impactWindow } from './pipeline';
import { lateActions, trippedBy } from './tripwire-deadlines';
import { type Reading, readingOf } from './tripwire-metrics';

const REGISTER = 'kit/dissent-register.yaml';
const ADR = 'kit/adr-010-refuse-it.md';
const OLD = 'kit/adr-004-allow-it.md';

type Incident = ReturnType<Packet['definitions']>[number];

/** A tripwire whose metric the incident's data does not hold is not judged. */
export const tripwiresFired: ConsistencyRule = {
  id: 'X-41',
  severity: 'must',
  title: 'Tripwires that should have fired did',
  failTitle: 'A tripwire was crossed and nothing shows it',
  why: 'A tripwire is the bargain with those who dissented. One that is crossed without a trace tells everybody that the bargain was none.',
  hint: 'Set the state to tripped with the incident, take its action inside its limit, and cite it where the postmortem says what was known beforehand.',
  kinds: ['dissent-register', 'postmortem', 'incident-scenario', 'support-data', 'adr', 'rollout-plan'],
  check: (packet) => {
    const tripwires = packet.records('tripwire');
    if (tripwires.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet has no tripwires to compare with' };
    const incident = incidentAt(packet);
    if (!incident)
      return {
        verdict: 'not-evaluated',
        reason: 'No postmortem of the packet says which incident it is and when its impact began and ended',
      };
    const date = String(incident.data['date']);
    const read = tripwires.flatMap((tripwire) => {
      const since = textOf(tripwire, 'since');
      const reading = since !== null && since > date ? null : readingOf(packet, tripwire);
      return reading ? [{ tripwire, reading }] : [];
    });
    const problems = read.flatMap(({ tripwire, reading }) =>
      reading.worst === null ? [] : problemsOf(packet, tripwire, reading, incident, date),
    );
    if (problems.length > 0) return { verdict: 'fail', problems: inTextOrder(problems) };
    return read.length > 0
      ? {
          verdict: 'pass',
          evidence: read.flatMap(({ tripwire, reading }) => [placeOf(tripwire, 'state'), reading.at]),
        }
      : { verdict: 'not-evaluated', reason: "The incident's data does not hold the metric of any tripwire" };
  },
  examples: {
    pass: [
      { files: files('tripped', ', tripped_by: INC-2031-0102', '2031-01-10', 'TW-01 was armed.') },
      {
        files: {
          ...files('armed', '', '2031-01-10', 'Nothing.'),
          [REGISTER]: register('< 10 %', 'armed', ''),
        },
      },
    ],
    fail: [
      {
        files: files('armed', '', '2031-01-10', 'TW-01 was armed.'),
        at: [[REGISTER, 'armed']],
      },
      {
        files: files('tripped', ', tripped_by: INC-2030-1111', '2031-01-10', 'TW-01 was armed.'),
        at: [[REGISTER, 'INC-2030-1111']],
      },
      {
        files: files('tripped', ', tripped_by: INC-2031-0102', '2031-01-13', 'R-03 knew.'),
        at: [
          [POSTMORTEM, '## What we knew beforehand'],
          [REGISTER, 'Revisit ADR-004 within 6 business days'],
        ],
      },
    ],
  },
};

/** The incident whose impact the packet's times describe. */
function incidentAt(packet: Packet): Incident | null {
  const impact = impactWindow(packet);
  const dated = packet.definitions('INC').filter((incident) => typeof incident.data['date'] === 'string');
  if (!impact) return null;
  const day = new Date(impact.start * 60_000).toISOString().slice(0, 10);
  return (
    dated.find((incident) => incident.data['date'] === day) ??
    (dated.length === 1 ? (dated[0] ?? null) : null)
  );
}

function problemsOf(
  packet: Packet,
  tripwire: RecordOf,
  reading: Reading,
  incident: Incident,
  date: string,
): RuleProblem[] {
  const crossed = `${textOf(tripwire, 'metric')} ${textOf(tripwire, 'threshold')}`;
  const measured = { ...reading.at, message: `${crossed} was met in ${incident.id}` };
  const state = textOf(tripwire, 'state');
  const known = trippedBy(tripwire, incident.id);
  // A tripwire may have been retired since, if it says what tripped it. Of one that nobody saw trip, the rest follows.
  if (state === 'armed' || (state === 'retired' && !known)) {
    const place = placeOf(tripwire, 'state');
    return [
      {
        ...place,
        message: `${tripwire.id} is ${state}; ${crossed} was met in ${incident.id}`,
        related: [measured],
        fix: { title: 'Write tripped', edits: [{ ...place.span, insert: 'tripped' }] },
      },
    ];
  }
  const problems: RuleProblem[] = [];
  if (!known) {
    const said = textOf(tripwire, 'tripped_by');
    const place = placeOf(tripwire, said === null ? 'state' : 'tripped_by');
    problems.push({
      ...place,
      message:
        said === null
          ? `${tripwire.id} tripped and does not say by what; it was ${incident.id}`
          : `${tripwire.id} says that ${said} tripped it; ${crossed} was met in ${incident.id}`,
      related: [measured],
      ...(said === null
        ? {}
        : { fix: { title: `Write ${incident.id}`, edits: [{ ...place.span, insert: incident.id }] } }),
    });
  }
  return [
    ...problems,
    ...lateActions(packet, tripwire, incident.id, date),
    ...uncited(packet, tripwire, incident),
  ];
}

/** The section on prior knowledge does not name the tripwire. That it names nothing at all is PM-13. */
function uncited(packet: Packet, tripwire: RecordOf, incident: Incident): RuleProblem[] {
  const mentions = packet.recordsOf('postmortem-mention', incident.path);
  if (mentions.length === 0) return [];
  if (mentions.some((mention) => mention.id === tripwire.id && mention.fields['prior'] === true)) return [];
  const section = packet.recordsOf('postmortem-section', incident.path)[0];
  const place: Place = section ?? incident;
  return [
    {
      path: place.path,
      span: place.span,
      message: `What was known beforehand leaves out ${tripwire.id}, whose threshold was crossed`,
      related: [
        {
          path: tripwire.path,
          span: tripwire.span,
          message: `${tripwire.id}: ${textOf(tripwire, 'metric') ?? ''}`,
        },
      ],
    },
  ];
}

function register(threshold: string, state: string, more: string): string {
  return (
    'entries:\n  - {id: D-01, date: "2030-11-07", tripwire: TW-01}\ntripwires:\n' +
    `  - {id: TW-01, metric: completeness of events, threshold: "${threshold}", window: 10 min, ` +
    `action: Revisit ADR-004 within 6 business days, deadline_days: 6, state: ${state}${more}}\n`
  );
}

function files(state: string, more: string, decided: string, known: string): Record<string, string> {
  return {
    [REGISTER]: register('< 99.9 %', state, more),
    [SCENARIO]: scenario(),
    [IMPACT]: assessment(90, 9),
    [POSTMORTEM]: `${report('90', '9')}\n## What we knew beforehand\n\n${known}\n`,
    [OLD]: '---\nid: ADR-004\ndate: "2030-11-15"\n---\n\n# ADR-004: Allow it\n',
    [ADR]: `---\nid: ADR-010\ndate: "${decided}"\nsupersedes: [ADR-004]\n---\n\n# ADR-010: Refuse it\n`,
  };
}

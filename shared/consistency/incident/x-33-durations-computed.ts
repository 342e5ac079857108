import { DURATION_MEASURES, type DurationMeasure } from '../../rubric/duration-measures';
import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { quotes, spellDuration } from '../../text/durations';
import { inTextOrder } from '../in-text-order';
import { numberOf, type RecordOf, textOf } from '../record-fields';
import { apart, type Clock, clockFor, endsIn, offRecord } from './duration-ends';
import { endsOf } from './moments';
import { incidentKey, sameIncident } from './same-incident';

const POSTMORTEM = 'kit/INC-2031-0102-postmortem.md';
const SLIDES = 'kit/executive-summary.md';
const TIMELINE = 'kit/timeline.yaml';

/** The five durations that PM-06 measures against the header are not told again; a row may still name the wrong times for one. */
export const durationsComputed: ConsistencyRule = {
  id: 'X-33',
  severity: 'must',
  title: 'Every duration is the difference of two times on record',
  failTitle: 'A duration is not the difference of its times',
  why: 'Durations are the figures that are quoted for years. One that cannot be had by subtracting two times on record was a guess.',
  hint: 'Subtract the two times; take them from timeline.yaml.',
  kinds: ['postmortem', 'executive-summary', 'support-data', 'support-doc', 'incident-timeline'],
  check: (packet) => {
    const durations = durationsOf(packet);
    if (durations.length === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'No file of the incident states a duration and what it measures',
      };
    const clocks = new Map<string | null, Clock>();
    const related = sameIncident(packet);
    const incident = incidentKey(packet);
    const judged = durations.map((duration) => {
      const key = incident(duration.path);
      const clock = clocks.get(key) ?? clockFor(packet, (path) => related(path, duration.path));
      clocks.set(key, clock);
      return judge(duration, clock);
    });
    const problems = judged.flatMap((result) => (typeof result === 'object' ? result : []));
    if (problems.length > 0) return { verdict: 'fail', problems: inTextOrder(problems) };
    if (judged.includes('elsewhere'))
      return {
        verdict: 'not-evaluated',
        reason: 'A duration of the postmortem does not follow from its header (PM-06)',
      };
    const evidence = durations.filter((_, i) => judged[i] === 'right');
    return evidence.length > 0
      ? { verdict: 'pass', evidence: evidence.map(({ path, span }) => ({ path, span })) }
      : {
          verdict: 'not-evaluated',
          reason: 'The packet has no timeline or header times to compute durations from',
        };
  },
  examples: {
    pass: [
      {
        files: {
          [TIMELINE]: timeline(),
          [SLIDES]:
            '# Slides\n\n## Slide 1 — Orders were dropped for 2 h 05\n\n- Finance found it after 95 min, and it was stopped 30 min later.\n',
        },
      },
      {
        files: {
          [TIMELINE]: timeline(),
          [POSTMORTEM]: report(
            'The queue drained for 10 min. From the report at 10:40 to the rollback at 11:10 is 30 min.',
          ),
        },
      },
    ],
    fail: [
      {
        files: {
          [TIMELINE]: timeline(),
          [SLIDES]:
            '# Slides\n\n## Slide 1 — Orders were dropped for 2 h 10\n\n- Finance found it after 95 min, and it was stopped 25 min later.\n',
        },
        at: [
          [SLIDES, '2 h 10'],
          [SLIDES, '25 min'],
        ],
      },
      {
        files: {
          [TIMELINE]: timeline(),
          [POSTMORTEM]: report('From the report at 10:40 to the rollback at 11:10 is 40 min.'),
        },
        at: [[POSTMORTEM, '40 min']],
      },
      {
        files: {
          [TIMELINE]: timeline(),
          [POSTMORTEM]: report(
            '| Duration | From | To | Minutes |\n| --- | --- | --- | --- |\n| Diagnosis | 10:42 report | 11:10 rollback | 28 min |',
          ),
        },
        at: [[POSTMORTEM, '10:42 report']],
      },
    ],
  },
};

/** The stated durations; a paper about an incident that no postmortem of the packet has measures something else. */
function durationsOf(packet: Packet): readonly RecordOf[] {
  const incidents = new Set(packet.definitions('INC').map((incident) => incident.id));
  return packet.records('stated-duration').filter((duration) => {
    const incident = textOf(duration, 'incident');
    return incident === null || incidents.size === 0 || incidents.has(incident);
  });
}

/** `right`, `unknown` when there is nothing to measure with, `elsewhere` when PM-06 tells, or what is wrong. */
function judge(duration: RecordOf, clock: Clock): 'right' | 'unknown' | 'elsewhere' | RuleProblem[] {
  const measure = textOf(duration, 'measure');
  const byName = [clock.timeline, clock.header].flatMap((moments) => {
    const ends = measure === null ? null : endsOf(moments, measure);
    return ends ? [{ ends, minutes: ends[1].minute - ends[0].minute }] : [];
  });
  const fits = (minutes: number) => quotes(asQuoted(duration), minutes);
  const named = byName.some(({ minutes }) => fits(minutes));
  if (duration.fields['judged'] === true && byName.length > 0 && !named) return 'elsewhere';
  const times = endsIn(duration, clock);
  const minutes = times ? apart(times) : null;
  if (times && minutes !== null) {
    const lost = offRecord(duration, times, clock);
    if (lost) return [lost];
    if (!fits(minutes))
      return [
        wrong(
          duration,
          minutes,
          times.flatMap((end) => end.source ?? []),
          'the two times',
        ),
      ];
  }
  const [first] = byName;
  if (!first) return minutes === null ? 'unknown' : 'right';
  if (named) return 'right';
  return [wrong(duration, first.minutes, first.ends, DURATION_MEASURES[measure as DurationMeasure])];
}

function asQuoted(duration: RecordOf) {
  return {
    from: 0,
    to: 0,
    text: duration.id,
    minutes: numberOf(duration, 'minutes') ?? 0,
    tolerance: numberOf(duration, 'tolerance') ?? 0,
  };
}

function wrong(duration: RecordOf, minutes: number, sources: readonly Place[], what: string): RuleProblem {
  const shown = spellDuration(minutes, duration.id);
  const other = sources.map(({ path, span }) => ({ path, span, message: `${what}: ${minutes} min` }));
  return {
    path: duration.path,
    span: duration.span,
    message: `${duration.id} is stated; ${what} ${what === 'the two times' ? 'are' : 'is'} ${minutes} min${what === 'the two times' ? ' apart' : ''}`,
    related: other,
    fix: { title: `Write ${shown}`, edits: [{ ...duration.span, insert: shown }] },
  };
}

function timeline(): string {
  const rows = [
    ['09:05', 'impact-start'],
    ['10:40', 'detection'],
    ['11:10', 'mitigation'],
  ];
  const entry = ([t, kind]: readonly string[]) =>
    `  - {t: "2031-01-02T${t}Z", kind: ${kind}, text: Something}\n`;
  return `incident: INC-2031-0102\nentries:\n${rows.map(entry).join('')}`;
}

function report(text: string): string {
  return `---\nid: INC-2031-0102\ndate: "2031-01-02"\n---\n\n# Report\n\n## Response\n\n${text}\n`;
}

import type { Fix } from '../../rubric/finding';
import type { Packet } from '../../rubric/packet';
import type { Place, RuleProblem } from '../../rubric/rule';
import { isNumbered, phaseKey, phaseTitle } from '../../text/phase-name';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import { pathsOf } from './partners';

/** A name in one spelling, for comparing. */
export function spelled(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The plan's phase that a name stands for: by its number, else by its words; null for anything else. */
export function phaseOf(name: string, phases: readonly RecordOf[]): RecordOf | null {
  const key = phaseKey(name);
  if (isNumbered(key)) return phases.find((phase) => phase.id === key) ?? null;
  const words = spelled(name);
  return phases.find((phase) => spelled(textOf(phase, 'name') ?? '') === words && words !== '') ?? null;
}

/** A date that can be compared; anything else is a finding of its own file. */
export const ISO = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Holds the Gantt charts of the packet against the current plan: names, dates, and no phase left out. Charts without a bar or section named like a
 * phase are about something else. The plan has the right text, so that a wrong name or date of a chart can be mended.
 */
export function judgeGantts(
  packet: Packet,
  phases: readonly RecordOf[],
  problems: RuleProblem[],
  evidence: Place[],
): void {
  const tasks = packet.records('gantt-task');
  const known = new Map<string, RecordOf | null>();
  const phaseNamed = (name: string) => {
    let phase = known.get(name);
    if (phase === undefined) {
      phase = phaseOf(name, phases);
      known.set(name, phase);
    }
    return phase;
  };
  for (const path of pathsOf(tasks)) {
    const own = packet.recordsOf('gantt-task', path);
    const named = own.some((task) => phaseNamed(textOf(task, 'name') ?? ''));
    if (named) judgeBars(packet, path, own, phases, phaseNamed, problems, evidence);
    else judgeSections(own, phases, phaseNamed, problems, evidence);
  }
}

function judgeBars(
  packet: Packet,
  path: string,
  tasks: readonly RecordOf[],
  phases: readonly RecordOf[],
  phaseNamed: (name: string) => RecordOf | null,
  problems: RuleProblem[],
  evidence: Place[],
): void {
  const drawing = packet.recordsOf('drawing', path)[0];
  for (const phase of phases) {
    const own = tasks.filter((task) => phaseNamed(textOf(task, 'name') ?? '') === phase);
    const bar = own.find((task) => isBarOf(task, phase)) ?? (own.length === 1 ? own[0] : undefined);
    const found = bar ? barProblems(bar, phase) : stretchProblems(own, phase);
    problems.push(...found);
    const shown = bar ?? own[0];
    if (shown && found.length === 0 && isCompared(shown, phase)) evidence.push(placeOf(shown, 'name'));
    if (shown) continue;
    problems.push({
      path,
      span: drawing?.span ?? { from: 0, to: 0 },
      message: `The chart does not draw ${title(phase)}`,
      related: [{ ...placeOf(phase, 'name'), message: `${phase.id} runs ${stretch(phase)}` }],
    });
  }
  for (const task of tasks) {
    const name = textOf(task, 'name') ?? '';
    if (phaseNamed(name) || !isNumbered(phaseKey(name)) || phaseTitle(name) === '') continue;
    const last = phases.at(-1) as RecordOf;
    problems.push({
      ...placeOf(task, 'name'),
      message: `The chart draws "${name}", but the plan has no phase ${phaseKey(name)}`,
      related: [{ ...placeOf(last, 'name'), message: `the last phase of the plan is ${last.id}` }],
    });
  }
}

/** True when at least one date of the bar has one of the plan beside it. */
function isCompared(task: RecordOf, phase: RecordOf): boolean {
  return (['start', 'end'] as const).some(
    (side) => textOf(task, side) && ISO.test(textOf(phase, side) ?? ''),
  );
}

/** The bar of the phase itself, among gates and parts that carry its number too. */
function isBarOf(task: RecordOf, phase: RecordOf): boolean {
  const [drawn, planned] = [phaseTitle(textOf(task, 'name') ?? ''), textOf(phase, 'name') ?? ''];
  return drawn === '' || spelled(drawn) === spelled(phaseTitle(planned) || planned);
}

/** One bar per part of a phase, grouped in a section named like it: the section must span the phase. */
function judgeSections(
  tasks: readonly RecordOf[],
  phases: readonly RecordOf[],
  phaseNamed: (name: string) => RecordOf | null,
  problems: RuleProblem[],
  evidence: Place[],
): void {
  for (const phase of phases) {
    const own = tasks.filter((task) => phaseNamed(textOf(task, 'section') ?? '') === phase);
    const found = stretchProblems(own, phase);
    problems.push(...found);
    const [first] = own;
    if (first && found.length === 0 && isCompared(first, phase))
      evidence.push({ path: first.path, span: first.span });
  }
}

/** Several bars that make up a phase: from the first start to the last end. Says nothing where one of them has no date. */
function stretchProblems(tasks: readonly RecordOf[], phase: RecordOf): RuleProblem[] {
  if (tasks.some((task) => !textOf(task, 'start') || !textOf(task, 'last'))) return [];
  const by = (side: string) =>
    [...tasks].sort((a, b) => ((textOf(a, side) ?? '') < (textOf(b, side) ?? '') ? -1 : 1));
  const [first, last] = [by('start')[0], by('last').at(-1)];
  if (!first || !last) return [];
  return [...sideProblem(first, phase, 'start', false), ...sideProblem(last, phase, 'end', false)];
}

function barProblems(task: RecordOf, phase: RecordOf): RuleProblem[] {
  const out: RuleProblem[] = [];
  const [drawn, planned] = [textOf(task, 'name') ?? '', textOf(phase, 'name')];
  const said = phaseTitle(drawn);
  if (planned && !isBarOf(task, phase)) {
    const named = phaseTitle(planned) || planned;
    const insert = drawn.endsWith(said) ? drawn.slice(0, drawn.length - said.length) + named : null;
    // A colon or semicolon would end the name.
    const fix =
      insert !== null && !/[:;#\n]/.test(insert) ? { title: `Name the bar "${insert}"`, insert } : null;
    const place = placeOf(task, 'name');
    out.push({
      ...place,
      message: `The chart calls ${phase.id} "${said}"; the plan says "${planned}"`,
      related: [{ ...placeOf(phase, 'name'), message: `${phase.id} is "${planned}"` }],
      ...(fix ? { fix: { title: fix.title, edits: [{ ...place.span, insert: fix.insert }] } } : {}),
    });
  }
  return [...out, ...sideProblem(task, phase, 'start', true), ...sideProblem(task, phase, 'end', true)];
}

/** A bar may end on the phase's last day as it is written or as it is drawn. */
function sideProblem(
  task: RecordOf,
  phase: RecordOf,
  side: 'start' | 'end',
  fixable: boolean,
): RuleProblem[] {
  const [drawn, planned] = [textOf(task, side), textOf(phase, side)];
  if (drawn === null || planned === null || !ISO.test(planned)) return [];
  if (drawn === planned || (side === 'end' && textOf(task, 'last') === planned)) return [];
  const place = placeOf(task, side);
  const written = task.places[side];
  const fix: Fix | null =
    fixable && written && written.to - written.from === planned.length && ISO.test(drawn)
      ? { title: `Set the ${side} to ${planned}`, edits: [{ ...written, insert: planned }] }
      : null;
  const verb = side === 'start' ? 'starts' : 'ends';
  return [
    {
      ...place,
      message: `The chart draws that ${phase.id} ${verb} on ${drawn}; the plan says ${planned}`,
      related: [{ ...placeOf(phase, side), message: `${title(phase)} ${verb} on ${planned}` }],
      ...(fix ? { fix } : {}),
    },
  ];
}

function title(phase: RecordOf): string {
  return [phase.id, textOf(phase, 'name')].filter(Boolean).join(' ');
}

function stretch(phase: RecordOf): string {
  return `from ${textOf(phase, 'start') ?? 'no date'} to ${textOf(phase, 'end') ?? 'no date'}`;
}

import { describe, expect, it } from 'vitest';
import { contributionOf } from '../rubric/contribution';
import { KitPacket } from '../rubric/kit-packet';
import { parseSource } from '../rubric/parse-source';
import { runCriterion } from '../rubric/run';
import { applyEdits } from '../text/edits/edit';
import { KINDS } from './index';
import { kitReport, kitText } from './kit-fixture.test-support';

/** The text of a worked file with the first repair of the criterion made. */
function repaired(path: string, id: string, text: string): string | null {
  const kind = KINDS.find((k) => k.id === kitReport(path).kind);
  const criterion = kind?.rubric.find((c) => c.id === id);
  const source = parseSource(path, text);
  if (!kind || criterion?.mode !== 'auto' || !source) throw new Error(`${path} has no ${id}`);
  const packet = new KitPacket([contributionOf(path, kind.id, source, [], kind.part)]);
  const { findings } = runCriterion(criterion, kind.read(source), source, packet, false);
  const fix = findings.find((finding) => finding.fix)?.fix;
  return fix ? applyEdits(text, fix.edits) : null;
}

/** The text with the parts that the pattern finds in another order. */
function shuffled(text: string, part: RegExp, order: (parts: string[]) => string[]): string {
  const parts = text.match(part) ?? [];
  expect(parts.length).toBeGreaterThan(6);
  const after = order([...parts]);
  let next = 0;
  return text.replace(part, () => after[next++] ?? '');
}

const ORDERS: readonly (readonly [string, (parts: string[]) => string[]])[] = [
  ['backwards', (parts) => parts.reverse()],
  ['with the last one first', (parts) => [parts.at(-1) ?? '', ...parts.slice(0, -1)]],
  ['with two neighbours swapped', ([a = '', b = '', c = '', d = '', ...rest]) => [a, b, d, c, ...rest]],
];

/** Worked files with what to sort in them; each part differs from its neighbours in what it is sorted by. */
const FILES = [
  [
    'TL-01',
    'examples/part4-postmortem/timeline.yaml',
    /^ {2}- t: "(?!2024-03-12T09:05Z)[^"]*"\n(?: {4}.*\n)+/gm,
  ],
  ['DL-05', 'examples/part2-adr-catalog/decision-log.md', /^\| \[ADR-\d+\].*$/gm],
  ['SC-02', 'scenarios/incident_scenario.json', /^ {4}\{\n {6}"ref": "D-[\s\S]*?^ {4}\}/gm],
] as const;

describe.each(FILES)('%s sorts %s', (id, path, part) => {
  const worked = kitText(path);
  it.each(ORDERS)('%s, to what it was', (_, order) => {
    for (const newline of ['\n', '\r\n']) {
      const mixed = shuffled(worked, part, order).replaceAll('\n', newline);
      expect(mixed).not.toBe(worked.replaceAll('\n', newline));
      expect(repaired(path, id, mixed)).toBe(worked.replaceAll('\n', newline));
    }
  });
});

import { expect, test } from 'vitest';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { readBriefing } from './model';
import { type ShownSlide, shownBriefing } from './shown-slides';

function shown(text: string) {
  const source = parseSource('executive-summary.md', text);
  if (!source) throw new Error('not read');
  return shownBriefing(readBriefing(source));
}

const WORKED = kitText('examples/part4-postmortem/executive-summary.md');

test('the worked briefing is the five slides of section 6.9, with figures, the ask and notes', () => {
  const { slides, title } = shown(WORKED);
  expect(title).toBe('INC-2024-0312 in five slides');
  expect(slides.map(({ headline }) => headline)).toEqual([
    '5.37 million order events were dropped silently for 365 minutes; all order facts are restored',
    'Direct cost is $98,600 and attribution for 295,571 order lines is lost for good',
    'A change that passed every check met a filter that hid its rejects',
    'Twelve actions land by 31 May; half remove or automate the hazard',
    'We ask for a Phase 2 pause at $35,333 and 6 weeks of engineering',
  ]);
  const [first] = slides;
  const list = (slide: ShownSlide | undefined) =>
    slide?.pieces.flatMap((piece) => (piece.kind === 'points' ? [piece] : []))[0];
  const points = list(first)?.points ?? [];
  expect(points.map(({ figure }) => figure?.value)).toEqual(['5,367,722', '315', '0', '295,571', '$35,333']);
  expect(points.at(-1)).toMatchObject({ ask: true, leadIn: 'Ask:' });
  expect(first?.notes[0]?.text).toMatch(/^One sentence if that is all/);
  expect(list(slides[2])?.look).toBe('plain');
  const point = points[0];
  expect(point && WORKED.slice(point.span.from, point.span.to)).toContain('On 2024-03-12 our order stream');
});

test('half a briefing gives what is there', () => {
  expect(shown('').slides).toEqual([]);
  const { slides } = shown(
    '## Slide 1 —\n\n## Slide 2 — Is\n\nA sentence.\n\n- one\n  - within\n\n> only said\n\n```\ncode\n```\n',
  );
  expect(slides.map(({ headline }) => headline)).toEqual(['Slide 1 —', 'Is']);
  expect(slides[1]?.pieces).toMatchObject([
    { kind: 'sentence', text: 'A sentence.' },
    { kind: 'points', points: [{ text: expect.stringContaining('one') }] },
    { kind: 'code', text: 'code' },
  ]);
  expect(slides[1]?.notes.map(({ text }) => text)).toEqual(['only said']);
  for (let at = 0; at < WORKED.length; at += 300) expect(() => shown(WORKED.slice(0, at))).not.toThrow();
});

test('tables, code and drawings stand where the text has them, between its lists', () => {
  const { slides } = shown(
    '## Slide 1 — A\n\n- one\n- two\n\n| a | **b** |\n| - | - |\n| 1 | x \\| y | more |\n\nSo.\n\n```mermaid\n%% title: Way\nflowchart LR\n```\n\n- three\n\n    code\n\n> ```\n> said\n> ```\n',
  );
  expect(slides[0]?.pieces).toMatchObject([
    { kind: 'points', points: [{ text: 'one' }, { text: 'two' }] },
    { kind: 'table', header: ['a', 'b'], rows: [['1', 'x | y']] },
    { kind: 'sentence', text: 'So.' },
    { kind: 'diagram', title: 'Way', source: '%% title: Way\nflowchart LR' },
    { kind: 'points', points: [{ text: expect.stringContaining('three') }] },
  ]);
});

import { describe, expect, it } from 'vitest';
import { parseSource } from '../rubric/parse-source';
import { newCheckSession, studioRegistry } from '../studio';
import { inOrder } from './arrange-kit';
import { plannedClaims } from './claims';
import { type Composition, DEFAULT_COMPOSITION } from './composition';
import { partHeading, planPortfolio } from './plan';
import { withheldPaths } from './withheld';

const RFC = 'part1-design-doc/RFC-042-streaming.md';
const RISKS = 'part1-design-doc/risk-register.json';
const MATRIX = 'part1-design-doc/tradeoff-matrix.yaml';
const KAFKA = 'part2-adr-catalog/adr-001-kafka.md';
const MSK = 'part2-adr-catalog/adr-002-msk.md';
const INCIDENT = 'part4-postmortem/INC-2024-0312-postmortem.md';

const MEMO = `---
candidate: Ada Example
target_level: Staff engineer
period: 2024 H1
manager: "<full name>"
---

# Ada Example, Staff

## Claim

The company left batch. We chose [a log](${KAFKA}) over a queue.

> Not a [claim](${RFC}) but a quotation.

## Scope and reach

- Teams: 4, see the [ask](${RFC}#goals)
- Money: $4,182,509

## Evidence by competency

| Competency | Artifact | Outcome |
| --- | --- | --- |
| Judgement | [RFC](${RFC}#goals), [again](${RFC}#goals) | Cut 94 min to **5 min** |
| Depth | none | Saved $1, as ADR-002 says |
| Reach | [notes](notes.md) | 14 of 14 voters |

## What I would do differently

It cost us on INC-2024-0312. I had been told.

## Who can speak to it

- Bo Example, who disagreed.

### What to ask

Anything.

## Reading guide

| Time | Read |
| --- | --- |
| 5 min | this page |
`;

const KIT: Readonly<Record<string, string>> = {
  [RFC]: '---\nid: RFC-042\n---\n# RFC-042: Streaming\n\n## Goals\n\nText.\n',
  [RISKS]: '{"title": "Risks", "risks": []}',
  [MATRIX]: 'title: The matrix\n',
  [KAFKA]: '---\nid: ADR-001\n---\n# ADR-001: Kafka\n',
  [MSK]: '---\nid: ADR-002\n---\n# ADR-002: MSK\n',
  [INCIDENT]: '---\nid: INC-2024-0312\n---\n# INC-2024-0312: gone\n\n## Summary\n',
};

function plan(composition: Partial<Composition> = {}, files: Readonly<Record<string, string>> = KIT) {
  const session = newCheckSession('The kit');
  for (const [path, text] of Object.entries(files)) session.setFile(path, text, null);
  session.settle();
  return planPortfolio(session.report(), {
    registry: studioRegistry,
    source: (path) => {
      const text = files[path];
      return text === undefined ? null : parseSource(path, text);
    },
    composition: { ...DEFAULT_COMPOSITION, ...composition },
    author: 'The author',
  });
}

const WITH_MEMO = { ...KIT, 'promo-packet.md': MEMO };
const paths = (p: ReturnType<typeof plan>) =>
  p.parts.map((part) => [part.id, ...part.artifacts.map((a) => a.path)]);

describe('a composition', () => {
  it('puts artifacts into another order, and the others where they would follow', () => {
    expect(paths(plan({ order: [RISKS, MSK, MATRIX, KAFKA] }))).toEqual([
      ['part1', RFC, RISKS, MATRIX],
      ['part2', MSK, KAFKA],
      ['part4', INCIDENT],
    ]);
  });

  it.each([
    ['nothing', [], 'abcd'],
    ['all', ['d', 'c', 'b', 'a'], 'dcba'],
    ['one that goes first', ['d', 'a'], 'dabc'],
    ['one that is gone', ['x'], 'abcd'],
    ['some', ['c', 'b'], 'acdb'],
  ])('given %s keeps each of the others behind its own', (_name, order, expected) => {
    const natural = [...'abcd'].map((path) => ({ path }));
    expect(
      inOrder(natural, order)
        .map(({ path }) => path)
        .join(''),
    ).toBe(expected);
  });

  it('leaves out files and parts, and puts the parts into another order', () => {
    expect(paths(plan({ leaveOut: [RFC, INCIDENT], parts: [2, 1, 4] }))).toEqual([
      ['part2', KAFKA, MSK],
      ['part1', MATRIX, RISKS],
    ]);
  });

  it('has an appendix of what was put there, then of the text of what is shown as its meaning', () => {
    const planned = plan({ appendix: [RISKS, MSK], sources: true });
    expect(paths(planned)).toEqual([
      ['part1', RFC, MATRIX],
      ['part2', KAFKA],
      ['part4', INCIDENT],
      ['appendix', RISKS, MSK, MATRIX, RISKS],
    ]);
    const appendix = planned.parts.at(-1);
    expect(appendix && partHeading(appendix)).toBe('Appendix');
    expect(appendix?.artifacts.map(({ title, as }) => [title, as])).toEqual([
      ['Risks', undefined],
      ['ADR-002: MSK', undefined],
      ['The matrix: source', 'source'],
      ['Risks: source', 'source'],
    ]);
    const ids = planned.parts.flatMap((part) => part.artifacts.map(({ id }) => id));
    expect(ids).toEqual(['a01', 'a02', 'a03', 'a04', 'a05', 'a06', 'a07', 'a08']);
  });

  it('says on the cover what it was told, else what the memo and the kit do', () => {
    expect(plan()).toMatchObject({
      title: 'Promotion portfolio',
      candidate: 'The author',
      subtitle: 'The kit',
      facts: [{ term: 'Candidate', text: 'The author' }],
    });
    expect(plan({}, WITH_MEMO).facts).toEqual([
      { term: 'Candidate', text: 'Ada Example' },
      { term: 'Level sought', text: 'Staff engineer' },
      { term: 'Period', text: '2024 H1' },
    ]);
    const candidate = { name: 'Ines', level: '', period: '', manager: 'Bo' };
    expect(plan({ title: 'Mine', subtitle: 'Below', candidate }, WITH_MEMO)).toMatchObject({
      title: 'Mine',
      subtitle: 'Below',
      candidate: 'Ines',
      facts: [{ text: 'Ines' }, { text: 'Staff engineer' }, { text: '2024 H1' }, { text: 'Bo' }],
    });
  });

  it('for an interview has another order and name, and keeps the house’s own to itself', () => {
    const planned = plan({ audience: 'interview' }, WITH_MEMO);
    expect(planned).toMatchObject({ title: 'Engineering portfolio', grades: false });
    expect(planned.parts.map(({ id }) => id)).toEqual(['memo', 'part1', 'part4', 'part2']);
    expect(planned.facts.map(({ term }) => term)).toEqual(['Candidate', 'Period']);
    const memo = planned.parts[0]?.artifacts[0];
    expect(memo?.omit?.map(({ from, to }) => MEMO.slice(from, to).trim())).toEqual([
      '## Who can speak to it\n\n- Bo Example, who disagreed.\n\n### What to ask\n\nAnything.',
    ]);
    const headings = memo?.headings.map(({ text }) => text);
    expect(headings).not.toContain('Who can speak to it');
    expect(headings).not.toContain('What to ask');
    expect(headings).toContain('Reading guide');
  });
});

describe('what readers do not get', () => {
  const withheld = (composition: Partial<Composition>) => {
    const session = newCheckSession('The kit');
    for (const [path, text] of Object.entries(WITH_MEMO)) session.setFile(path, text, null);
    session.settle();
    const source = (path: string) => parseSource(path, (WITH_MEMO as Record<string, string>)[path] ?? '');
    const whole = { ...DEFAULT_COMPOSITION, ...composition };
    return [...withheldPaths(session.report(), whole, studioRegistry, source)].sort();
  };

  it('is what was left out, what is not printed, and a memo that says more than they are told', () => {
    expect(withheld({})).toEqual([]);
    expect(withheld({ appendix: [RISKS], leaveOut: [MSK] })).toEqual([MSK]);
    expect(withheld({ parts: [2, 4] })).toEqual([RFC, RISKS, MATRIX]);
    expect(withheld({ memo: false })).toEqual(['promo-packet.md']);
    expect(withheld({ audience: 'interview' })).toEqual(['promo-packet.md']);
  });
});

describe('the claims of the memo', () => {
  const { claims } = plan({}, WITH_MEMO);
  // The memo is the first artifact of the book.
  const [rfc, kafka, msk, incident] = ['a02', 'a05', 'a06', 'a07'];

  it('lead to the artifact and the section where their evidence stands', () => {
    expect(
      claims?.rows.map(({ text, evidence }) => [text, ...evidence.map((e) => [e.target, e.section])]),
    ).toEqual([
      ['We chose a log over a queue.', [kafka, '']],
      ['Teams: 4, see the ask', [`${rfc}-goals`, 'Goals']],
      ['Judgement: Cut 94 min to 5 min', [`${rfc}-goals`, 'Goals']],
      ['Depth: Saved $1, as ADR-002 says', [msk, '']],
      ['It cost us on INC-2024-0312.', [incident, '']],
    ]);
  });

  it('that nobody can check here are told with their line', () => {
    const lines = MEMO.split('\n');
    expect(claims?.open.map(({ text, line, why }) => [text, lines[line - 1], why])).toEqual([
      ['Money: $4,182,509', '- Money: $4,182,509', 'unnamed'],
      ['Reach: 14 of 14 voters', '| Reach | [notes](notes.md) | 14 of 14 voters |', 'left-out'],
    ]);
  });

  it('follow what is left out of the book', () => {
    const without = plan({ leaveOut: [RFC, MSK] }, WITH_MEMO).claims;
    expect(without?.rows.map(({ text }) => text)).toEqual([
      'We chose a log over a queue.',
      'It cost us on INC-2024-0312.',
    ]);
    expect(without?.open.map(({ why }) => why)).toEqual(['left-out', 'unnamed', 'left-out', 'left-out']);
  });

  it('are no list without a memo, or where it is not wanted', () => {
    expect(plan().claims).toBeNull();
    expect(plan({ memo: false }, WITH_MEMO).claims).toBeNull();
    expect(plan({ memo: false }, WITH_MEMO).parts[0]?.id).toBe('part1');
    expect(plan({ claims: false }, WITH_MEMO).claims).toBeNull();
  });

  it('are read from any half-written memo', () => {
    const printed = plan().parts.flatMap((part) => part.artifacts);
    for (let at = 0; at < MEMO.length; at += 7) {
      const memo = parseSource('promo-packet.md', MEMO.slice(0, at));
      if (memo?.format !== 'md') throw new Error('The memo is Markdown');
      expect(() => plannedClaims(memo, printed, () => null)).not.toThrow();
    }
  });
});

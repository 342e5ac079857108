import { describe, expect, it } from 'vitest';
import { parseSource } from '../../rubric/parse-source';
import { readRfc } from './model';
import { phaseFacts } from './phase-facts';
import { triggerFacts } from './trigger-facts';

function read(body: string) {
  const text = `## Rollout plan\n\n${body}\n`;
  const source = parseSource('kit/RFC-001-x.md', text);
  if (!source) throw new Error('No source');
  return { rfc: readRfc(source), text };
}

describe('phases of the rollout section', () => {
  it.each([
    ['columns', '| Phase | Start | End |\n|---|---|---|\n| P1 Shadow | 2024-01-01 | 2024-02-01 |'],
    ['one column', '| Phase | Dates |\n|---|---|\n| P1 Shadow | 2024-01-01 to 2024-02-01 |'],
    [
      'other dates in the row',
      '| Phase | Gate | When |\n|---|---|---|\n| P1 Shadow | drill of 2023-12-12 | 2024-01-01 – 2024-02-01 |',
    ],
    ['a heading', '### P1 Shadow (2024-01-01 to 2024-02-01)\n\nAgreed on 2023-11-07.'],
    ['a numbered heading', '### 8.1 Phase 1: Shadow\n\nFrom 2024-01-01, until 2024-02-01.'],
    [
      'a table that only names it first',
      '| Phase | Metric | Threshold |\n|---|---|---|\n| P1 | lag | > 5 min |\n\n### P1: Shadow\n\n2024-01-01 … 2024-02-01',
    ],
  ])('%s', (_, body) => {
    const { rfc, text } = read(body);
    const facts = phaseFacts(rfc);
    expect(facts).toHaveLength(1);
    const [fact] = facts;
    if (fact?.type !== 'record') throw new Error('No record');
    expect([fact.id, fact.fields['start'], fact.fields['end']]).toEqual(['P1', '2024-01-01', '2024-02-01']);
    expect(fact.fields['name']).toContain('Shadow');
    for (const side of ['start', 'end'])
      expect(text.slice(fact.places[side]?.from, fact.places[side]?.to)).toBe(fact.fields[side]);
  });

  it('says no date where it cannot tell which is which', () => {
    const { rfc } = read('### P1 Shadow\n\nAgreed 2023-11-07, drill 2023-12-12, load test 2024-01-03.');
    expect(phaseFacts(rfc)[0]).toMatchObject({ id: 'P1', fields: { name: 'P1 Shadow' } });
    expect(phaseFacts(rfc)[0]).not.toHaveProperty('fields.start');
  });
});

describe('rollback triggers of the rollout section', () => {
  it.each([
    [
      'a table',
      '| Phase | Metric | Threshold | Window |\n|---|---|---|---|\n| P1 | lag | > 5 min | 1 h |',
      'table',
    ],
    ['a cell', '| Phase | Rollback trigger |\n|---|---|\n| P1 Shadow | lag > 5 min for 1 h |', 'text'],
    [
      'a list',
      '### P1 Shadow\n\n- Entry gate: lag < 1 min.\n- Roll back if the lag exceeds 5 min for 1 h.',
      'text',
    ],
    ['a sentence', '### Phase 1\n\nWe start small. **Rollback:** lag above 5 min over 1 h.', 'text'],
  ])('%s', (_, body, told) => {
    const facts = triggerFacts(read(body).rfc);
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({ fields: { phase: 'P1', metric: 'lag', window: '1 h', told } });
    expect(facts[0]).toHaveProperty('fields.threshold', expect.stringContaining('5 min'));
  });

  it('reads nothing from a rollout without triggers', () => {
    expect(triggerFacts(read('### P1 Shadow\n\nRollback takes a while.').rfc)).toEqual([]);
  });
});

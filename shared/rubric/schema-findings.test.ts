import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { validators } from '../generated/kind-validators';
import { parseSource } from './parse-source';
import { schemaFindings } from './schema-findings';

const MATRIX = 'examples/part1-design-doc/tradeoff-matrix.yaml';
const worked = readFileSync(fileURLToPath(new URL(`../../${MATRIX}`, import.meta.url)), 'utf8');

/** What the format of a tradeoff matrix says of a text: `marked text | message`. */
function told(text: string): string[] {
  return findings(text).map((f) => `${text.slice(f.span.from, f.span.to)} | ${f.message}`);
}

function findings(text: string) {
  const source = parseSource(MATRIX, text);
  const validator = validators['kind:tradeoff-matrix'];
  if (source?.format !== 'yaml' || !validator) throw new Error('The matrix has no validator');
  return schemaFindings(source, validator);
}

function changed(from: string, to: string): string {
  const text = worked.replace(from, to);
  if (text === worked) throw new Error(`The matrix does not hold ${from}`);
  return text;
}

describe('a file that fits its format', () => {
  it('has no findings', () => {
    expect(findings(worked)).toEqual([]);
  });
});

describe('one departure is one message in plain words, at its place', () => {
  it.each([
    [
      'a share as text',
      'weight: 20',
      'weight: "20%"',
      '20% | criteria[0].weight must be a number, found "20%"',
    ],
    [
      'a number over the limit',
      'weight: 20',
      'weight: 200',
      '200 | criteria[0].weight must be at most 60, found 200',
    ],
    [
      'a number under the limit',
      'weight: 20',
      'weight: 0',
      '0 | criteria[0].weight must be at least 1, found 0',
    ],
    [
      'a broken whole number',
      'score: 5',
      'score: 4.5',
      '4.5 | options[0].scores.C1.score must be a whole number, found 4.5',
    ],
    [
      'an id of another form',
      '- id: C1\n',
      '- id: crit-1\n',
      'crit-1 | criteria[0].id has not the form it needs, found "crit-1"',
    ],
    ['empty text', 'name: "Freshness"', 'name: ""', 'name | criteria[0].name is empty'],
    ['blank text', 'name: "Freshness"', 'name: "  "', 'name | criteria[0].name is empty'],
    ['a missing key', 'decision: RFC-042\n', '', 'id | The file needs `decision`'],
    ['a missing key of an entry', '    name: "Freshness"\n', '', 'id | criteria[0] needs `name`'],
    [
      'a misspelt key of an option of its own',
      'scale:\n',
      'scle: 1\nscale:\n',
      'scle | scle is not a key of this format; keys of your own start with x-',
    ],
    [
      'a mapping in place of text',
      'name: "Freshness"',
      'name: {a: 1}',
      '{a: 1} | criteria[0].name must be text, found a mapping',
    ],
    ['another constant', '  min: 1', '  min: 0', '0 | scale.min must be 1, found 0'],
    [
      'a word that is none of the choice',
      'method: "one-at-a-time, proportional renormalisation"',
      'method: guess',
      'guess | sensitivity.method must be one of one-at-a-time, proportional renormalisation; found "guess"',
    ],
  ])('%s', (_, from, to, message) => {
    expect(told(changed(from, to))).toEqual([message]);
  });

  it('also where a value may be one of two things', () => {
    const text = worked.replace(
      /critical_weights:[\s\S]*?score_flips:/,
      'critical_weights:\n    - criterion: C1\n      weight: [1]\n      flips_to: null\n  score_flips:',
    );
    expect(told(text)).toEqual([
      expect.stringMatching(/^\[1\] \| sensitivity\.critical_weights\[0\]\.weight must be .*found a list$/),
    ]);
  });

  it('of a file that is something else altogether', () => {
    expect(told('- a\n- b\n')).toEqual([expect.stringContaining('must be a mapping, found a list')]);
  });
});

describe('many departures', () => {
  it('are told in text order and severity should, with the kind of the finding', () => {
    const text = changed('weight: 20', 'weight: "20%"').replace('weight: 15', 'weight: none');
    const all = findings(text);
    expect(all.map((f) => [f.id, f.severity, text.slice(f.span.from, f.span.to)])).toEqual([
      ['schema', 'should', '20%'],
      ['schema', 'should', 'none'],
    ]);
  });

  it('are cut at fifty', () => {
    const entry = '  - {id: C1, name: n, weight: heavy, rationale: r}\n';
    const text = worked.replace(/criteria:\n[\s\S]*?\noptions:/, `criteria:\n${entry.repeat(60)}options:`);
    expect(findings(text).filter((f) => f.message.includes('must be a number'))).toHaveLength(50);
  });
});

describe('ids', () => {
  it('that stand twice in a list are told at the second, with the first beside it', () => {
    const text = changed('- id: C2\n', '- id: C1\n');
    const [finding] = findings(text);
    expect(finding?.message).toBe('C1 stands twice in this list');
    expect(finding?.span.from).toBe(text.indexOf('C1', text.indexOf('- id: C1') + 8));
    expect(finding?.related[0]?.span.from).toBe(text.indexOf('C1'));
  });
});

import { expect, it } from 'vitest';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { computedOf } from './computed';
import { baseOf } from './evaluate';
import { readCostModel } from './model';

const PATH = 'examples/part2-adr-catalog/tco-5yr-model.yaml';
function model(text: string) {
  const source = parseSource(PATH, text);
  if (!source) throw new Error('The model has no format');
  return readCostModel(source);
}

const worked = kitText(PATH);

it('keeps what was computed while the inputs stay, and computes anew when one changes', () => {
  const base = baseOf(model(worked));
  expect(baseOf(model(`# A note\n${worked}`))).toBe(base);
  const { assumptions } = model(worked);
  const turned = assumptions.find(({ value }) => value !== null && value > 0);
  const { span } = turned?.at.at('value') ?? { span: { from: 0, to: 0 } };
  const other = model(`${worked.slice(0, span.to)}1${worked.slice(span.to)}`);
  expect(baseOf(other)).not.toBe(base);
  expect(baseOf(other).options.map(({ npv }) => npv)).not.toEqual(base.options.map(({ npv }) => npv));
  expect(baseOf(model(worked))).toBe(base);
});

it('lets go of models that were not written in for a while', () => {
  const first = computedOf(model(worked));
  for (let rate = 1; rate <= 4; rate++)
    computedOf(model(worked.replace(/discount_rate: [\d.]+/, `discount_rate: 0.${rate}7`)));
  expect(computedOf(model(worked))).not.toBe(first);
});

import { expect, test } from 'vitest';
import { chartsOf, expectDrawable } from '../../preview/chart/drawable.test-support';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { readScenarios } from './model';
import { rankingMap } from './ranking-map';

const WORKED = kitText('examples/part3-architecture-review/quality-attribute-scenarios.yaml');

function draw(text: string) {
  const source = parseSource('quality-attribute-scenarios.yaml', text);
  if (!source) throw new Error('not read');
  return rankingMap(readScenarios(source));
}

test('scenarios stand where section 6.6 rates them', () => {
  const [block] = chartsOf(draw(WORKED));
  if (block?.chart.form !== 'map') throw new Error('no map');
  const rated = block.chart.items.map(
    ({ label, at }) => `${label.slice(3, 5)} ${'HML'[at[1]]},${'LMH'[at[0]]}`,
  );
  expect(rated).toEqual(['01 H,M', '02 H,M', '03 H,H', '04 H,H', '05 M,M', '06 M,H', '07 H,M', '08 M,L']);
  const third = block.chart.items[2];
  expect(third).toMatchObject({ label: 'QA-03 risk', paint: 'bad' });
  expect(third?.name).toContain('R-03');
  expect(third?.span && WORKED.slice(third.span.from, third.span.to)).toBe('QA-03');
  expect(block.chart.fields[0]?.[2]).toBe('warning-wash');
  expect(block.alt).toContain('High in both: QA-03 and QA-04. Verdicts: 3 risk, 1 open and 4 non-risk.');
  expectDrawable(block, WORKED);
});

test('what is not rated is named', () => {
  const blocks = draw(
    'scenarios:\n  - {id: QA-01, importance: H, difficulty: L}\n  - {id: QA-02, importance: 3}\n',
  );
  expect(blocks[1]).toMatchObject({ text: expect.stringContaining('QA-02 has no place on it') });
  expect(draw('scenarios:\n  - {id: QA-01}\n')).toMatchObject([
    { text: expect.stringContaining('Not drawn') },
  ]);
});

import { describe, expect, it } from 'vitest';
import { parseSource } from '../../rubric/parse-source';
import { kitText } from '../kit-fixture.test-support';
import { breakEvens, cheapest, gapAt, npvsAt, sensitivityRows } from './cases';
import { baseOf, netPresentValue } from './evaluate';
import { type CostModel, readCostModel } from './model';

const PATH = 'examples/part2-adr-catalog/tco-5yr-model.yaml';

function modelOf(text: string): CostModel {
  const source = parseSource(PATH, text);
  if (!source) throw new Error('The model has no format');
  return readCostModel(source);
}

const model = modelOf(kitText(PATH));

/** The numbers of the case, each computed here from the formulas alone. */
describe('recomputing the case to the dollar', () => {
  it.each([
    ['kafka-msk', [1_624_461, 749_299, 816_718, 920_585, 1_044_664], 5_155_727, 4_182_509],
    ['kinesis', [1_496_642, 764_100, 883_586, 1_034_077, 1_226_449], 5_404_854, 4_337_069],
    ['batch', [942_786, 1_036_921, 1_151_966, 1_293_899, 1_470_480], 5_896_052, 4_628_249],
    ['kafka-self-managed', [2_207_103, 1_112_041, 1_195_795, 1_305_103, 1_435_882], 7_255_924, 5_882_797],
  ] as const)('totals, five years and NPV of %s', (id, totals, total, npv) => {
    const computed = baseOf(model).options[model.options.findIndex((option) => option.id === id)];
    expect(computed).toMatchObject({ totals, total, npv });
  });

  it('every line of every option', () => {
    const lines = (option: string, category: string) => {
      const index = model.options.findIndex((o) => o.id === option);
      const line_ = model.options[index]?.lines.findIndex((l) => l.category === category) ?? -1;
      const years = baseOf(model).options[index]?.lines[line_];
      return years?.ok ? years.value : null;
    };
    const cases: Record<string, Record<string, readonly number[]>> = {
      'kafka-msk': {
        platform: [44_150, 66_226, 66_226, 88_301, 110_376],
        storage: [29_030, 37_740, 49_061, 63_780, 82_914],
        archive: [48_792, 63_429, 82_458, 107_196, 139_354],
        network: [5_382, 6_997, 9_096, 11_825, 15_372],
        processing: [38_544, 50_107, 65_525, 84_797, 110_814],
        tooling: [36_000, 36_000, 36_000, 36_000, 36_000],
        staffing: [470_000, 488_800, 508_352, 528_686, 549_834],
        migration: [952_563, 0, 0, 0, 0],
      },
      kinesis: {
        platform: [169_403, 218_962, 283_390, 367_145, 476_027],
        storage: [12_740, 16_562, 21_531, 27_990, 36_387],
        network: [0, 0, 0, 0, 0],
        staffing: [376_000, 391_040, 406_682, 422_949, 439_867],
        migration: [827_163, 0, 0, 0, 0],
      },
      batch: {
        platform: [158_994, 206_692, 268_700, 349_310, 454_103],
        storage: [12_000, 15_600, 20_280, 26_364, 34_273],
        staffing: [705_000, 733_200, 762_528, 793_029, 824_750],
        migration: [0, 0, 0, 0, 0],
      },
      'kafka-self-managed': {
        platform: [22_706, 32_797, 32_797, 42_889, 52_980],
        storage: [23_224, 30_192, 39_249, 51_024, 66_331],
        network: [15_474, 20_116, 26_150, 33_996, 44_194],
        staffing: [822_500, 855_400, 889_616, 925_201, 962_209],
        migration: [1_175_863, 0, 0, 0, 0],
      },
    };
    for (const [option, categories] of Object.entries(cases)) {
      for (const [category, values] of Object.entries(categories)) {
        expect([option, category, lines(option, category)]).toEqual([option, category, values]);
      }
    }
  });

  it('brokers and Flink units per year', () => {
    const derived = (id: string) => {
      const years = baseOf(model).derived[model.derived.findIndex((series) => series.id === id)];
      return years?.ok ? years.value : null;
    };
    expect(derived('brokers')).toEqual([6, 9, 9, 12, 15]);
    expect(derived('kpu')).toEqual([40, 52, 68, 88, 115]);
  });

  /** NPV of msk, kinesis, batch; null where the case gives no figure. */
  it.each([
    ['a_growth', 0, [3_708_729, 3_554_154, 3_980_319]],
    ['a_growth', 0.15, [3_913_227, 3_893_190, 4_261_036]],
    ['a_growth', 0.45, [4_522_649, 4_906_501, 5_100_071]],
    ['a_growth', 0.6, [4_948_334, 5_626_580, 5_696_432]],
    ['a_volume', 0.5, [3_745_736, 3_501_164, 3_907_158]],
    ['a_volume', 2, [5_129_480, 6_008_886, 6_070_432]],
    ['a_ret', 3, [4_067_370, 4_278_120, 4_628_249]],
    ['a_ret', 14, [4_384_001, 4_360_797, 4_628_249]],
    ['a_ret', 30, [4_928_792, 4_415_033, 4_628_249]],
    ['a_comp', 0.3, [3_987_960, 4_252_408, 4_543_587]],
    ['a_comp', 0.6, [4_608_171, 4_506_394, 4_797_573]],
    ['a_comp', 1, [5_402_805, 4_845_045, 5_136_224]],
    ['a_fanout', 2, [4_175_504, 3_943_081, 4_628_249]],
    ['a_fanout', 6, [4_189_513, 4_731_058, 4_628_249]],
    ['a_fte_msk', 1.6, [3_778_388, 4_337_069, 4_628_249]],
    ['a_fte_msk', 2.5, [4_687_661, 4_337_069, 4_628_249]],
    ['meta.discount_rate', 0.05, [4_508_143, 4_693_402, 5_050_174]],
    ['meta.discount_rate', 0.12, [3_806_891, 3_927_437, 4_145_033]],
  ] as const)('NPVs with %s at %s', (knob, value, expected) => {
    const npvs = npvsAt(model, { knob, at: model.root }, value);
    expect(['kafka-msk', 'kinesis', 'batch'].map((id) => npvs?.get(id))).toEqual(expected);
  });

  it('tiered storage at 14 and 30 days', () => {
    const tiered = sensitivityRows(model).filter((row) => row.driver.includes('tiered'));
    expect(tiered.map((row) => npvsAt(model, row, row.high)?.get('kafka-msk'))).toEqual([
      4_105_367, 4_160_633,
    ]);
  });

  it('every sensitivity row as the file states it, with its winners', () => {
    for (const row of sensitivityRows(model)) {
      for (const end of ['low', 'high'] as const) {
        const npvs = npvsAt(model, row, row[end]);
        const stated = model.options.map((option) => [option.id, row.at.at(`npv_${end}`, option.id).number]);
        expect([row.driver, end, ...(npvs ?? [])]).toEqual([row.driver, end, ...stated]);
        expect(row.at.at(`winner_${end}`).text).toBe(npvs && cheapest(npvs));
      }
    }
  });

  it('break-evens: the gap that is left at each value', () => {
    const gaps_ = breakEvens(model).map((entry) => [
      entry.knob,
      entry.value,
      gapAt(model, entry)?.difference,
    ]);
    expect(gaps_).toEqual([
      ['a_growth', 0.164, -217],
      ['a_fte_msk', 2.15, 3_015],
      ['a_comp', 0.5252, -4_438],
      ['a_volume', 0.794, -472],
      ['a_ret', 13, 2_191],
    ]);
    const at14 = npvsAt(model, { knob: 'a_ret', at: model.root }, 14);
    expect((at14?.get('kinesis') ?? 0) - (at14?.get('kafka-msk') ?? 0)).toBe(-23_204);
  });

  it('what MSK costs beside batch, in cash, year after year', () => {
    const totals = (id: string) =>
      baseOf(model).options[model.options.findIndex((o) => o.id === id)]?.totals ?? [];
    let sum = 0;
    const ahead = totals('batch').map((value, year) => {
      sum += value - (totals('kafka-msk')[year] ?? 0);
      return sum;
    });
    expect(ahead).toEqual([-681_675, -394_053, -58_805, 314_509, 740_325]);
  });

  it('mid-year discounting takes half a year less', () => {
    expect(netPresentValue([1_000, 0, 0, 0, 0], 0.08, 'end-of-year')).toBe(926);
    expect(netPresentValue([1_000, 0, 0, 0, 0], 0.08, 'mid-year')).toBe(962);
  });
});

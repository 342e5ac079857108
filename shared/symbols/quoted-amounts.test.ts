import { beforeAll, describe, expect, it } from 'vitest';
import { kitPaths, kitText } from '../kinds/kit-fixture.test-support';
import { newCheckSession } from '../studio';
import { KitAssist } from './kit-assist';

function kitOf(files: Readonly<Record<string, string>>) {
  const session = newCheckSession('kit');
  const texts = new Map(Object.entries(files));
  for (const [path, text] of texts) session.setFile(path, text);
  const assist = new KitAssist({
    paths: () => texts.keys(),
    parsed: (path) => session.parsed(path),
    text: (path) => session.text(path),
  });
  const set = (path: string, text: string) => {
    texts.set(path, text);
    session.setFile(path, text);
  };
  const remove = (path: string) => {
    texts.delete(path);
    session.removeFile(path);
  };
  /** The card of the `nth` time that a file writes something. */
  const at = (path: string, written: string, nth = 0) => {
    const text = texts.get(path) ?? '';
    let from = text.indexOf(written);
    for (let i = 0; i < nth; i++) from = text.indexOf(written, from + 1);
    if (from < 0) throw new Error(`${path} does not say ${written}`);
    return assist.answer({ type: 'at', path, offset: from + 1 });
  };
  const uses = (key: string) =>
    (assist.answer({ type: 'uses', key })?.places ?? []).map(
      ({ path, from, to, role }) => `${role} ${path} ${texts.get(path)?.slice(from, to)}`,
    );
  return { assist, set, remove, at, uses, session };
}

const MODEL = 'kit/tco-5yr-model.yaml';
const RFC = 'kit/RFC-007-blue.md';
const ADR = 'kit/adr-001-blue.md';

const model = (blue = 1_050_000) => `id: TCO-1
meta: {currency: USD, years: [2031, 2032, 2033, 2034, 2035], discount_rate: 0, discounting: end-of-year}
assumptions: []
prices: []
derived: {}
options:
  - id: blue
    name: Blue queue
    lines:
      - {id: b_run, category: storage, formula: "0", values: [${blue}, 0, 0, 0, 0]}
    totals: [${blue}, 0, 0, 0, 0]
    total_5yr: ${blue}
    npv: ${blue}
  - id: red
    name: Red queue
    lines:
      - {id: r_run, category: storage, formula: "0", values: [1000000, 0, 0, 0, 0]}
    totals: [1000000, 0, 0, 0, 0]
    total_5yr: 1000000
    npv: 1000000
`;
const rfc = (text: string) => `---\nid: RFC-007\ntitle: Blue\n---\n\n# Blue\n\n${text}\n`;
const adr = (text: string) => `---\nid: ADR-001\ntitle: Use blue\n---\n\n# Use blue\n\n${text}\n`;

const small = {
  [MODEL]: model(),
  [RFC]: rfc('Blue has an NPV of $1.05M; red costs $1,000,000 over five years.'),
  [ADR]: adr('| Option | NPV |\n| --- | --- |\n| Blue | $1,050,000 |\n| Red | 1,000,000 |'),
};

describe('quoted money', () => {
  it('leads from an amount, however it is rounded, to the figure of the model', () => {
    const { at } = kitOf(small);
    const card = at(RFC, '$1.05M');
    expect(card).toMatchObject({ kind: 'money', name: '$1,050,000', title: 'NPV of blue' });
    const { from = 0, to = 0, line } = card?.definition ?? {};
    expect(card?.definition?.path).toBe(MODEL);
    expect([model().slice(from, to), line]).toEqual(['1050000', 13]);
    expect(at(ADR, '1,000,000')).toMatchObject({ title: 'NPV of red' });
  });

  it('lists where the figure at a place of the model is quoted', () => {
    const { at, uses } = kitOf(small);
    const card = at(MODEL, 'npv: 1050000', 0);
    expect(card).toBeNull();
    const figure = at(MODEL, '1050000', 3);
    expect(figure).toMatchObject({ name: '$1,050,000', title: 'NPV of blue', uses: 2 });
    expect(uses(figure?.key ?? '')).toEqual([
      `definition ${MODEL} 1050000`,
      `reference ${RFC} $1.05M`,
      `reference ${ADR} $1,050,000`,
    ]);
  });

  it('leads from a difference to both figures', () => {
    const { at, uses } = kitOf({ ...small, [RFC]: rfc('By NPV red is $50k cheaper than blue.') });
    const card = at(RFC, '$50k');
    expect(card).toMatchObject({ name: '$50,000' });
    expect(card?.title).toMatch(/^difference in .* between blue and red$/);
    expect(uses(card?.key ?? '')).toEqual([
      `definition ${MODEL} 1050000`,
      `definition ${MODEL} 1000000`,
      `reference ${RFC} $50k`,
    ]);
  });

  it('says nothing of amounts that are not of the model', () => {
    const text =
      'Blue has an NPV of $1,050,001 and stays below $1,050,000. The desk cost $12, or €1,050,000.';
    const { at } = kitOf({ ...small, [RFC]: rfc(text) });
    for (const amount of ['$1,050,001', '$1,050,000', '$12', '€1,050,000'])
      expect(at(RFC, amount)).toBeNull();
  });

  it('knows a figure that nobody quotes, and lists only the quoted ones', () => {
    const { at, assist } = kitOf({
      ...small,
      [ADR]: adr('Blue it is.'),
      [RFC]: rfc('Blue has an NPV of $1.05M.'),
    });
    expect(at(MODEL, '1000000', 3)).toMatchObject({ title: 'NPV of red', uses: 0 });
    const listed = assist.answer({ type: 'symbols' }).symbols.filter(({ kind }) => kind === 'money');
    expect(listed.map(({ title, uses }) => [title, uses])).toEqual([['NPV of blue', 1]]);
  });

  it('follows edits of text and model, and files that go', () => {
    const { at, set, remove, uses } = kitOf(small);
    const key = at(RFC, '$1.05M')?.key ?? '';
    expect(uses(key)).toHaveLength(3);
    set(RFC, `${rfc('Something first.')}\nBlue has an NPV of $1.05M.\n`);
    expect(uses(key)).toContain(`reference ${RFC} $1.05M`);
    set(MODEL, model(1_060_000));
    expect(at(RFC, '$1.05M')).toBeNull();
    expect(uses(key)).toEqual([`definition ${MODEL} 1060000`]);
    set(RFC, rfc('Blue has an NPV of $1.06M.'));
    expect(at(RFC, '$1.06M')?.key).toBe(key);
    remove(MODEL);
    expect(at(RFC, '$1.06M')).toBeNull();
    expect(uses(key)).toEqual([]);
  });

  it('renames no figure', () => {
    const { at, assist } = kitOf(small);
    const key = at(RFC, '$1.05M')?.key ?? '';
    expect(assist.answer({ type: 'rename', key, name: '$2M' })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/cost model/),
    });
  });
});

describe('quoted money of the worked kit', () => {
  let kit: ReturnType<typeof kitOf>;
  beforeAll(() => {
    kit = kitOf(Object.fromEntries(kitPaths().map((path) => [path, kitText(path)])));
    kit.assist.refresh();
  }, 120_000);

  it('leads from each amount that X-09 accepts to a figure that says as much', () => {
    kit.session.settle();
    const evidence = kit.session.report().rules.find(({ id }) => id === 'X-09')?.evidence ?? [];
    expect(evidence.length).toBeGreaterThan(40);
    const lost = evidence.filter(({ path, span }) => {
      const card = kit.assist.answer({ type: 'at', path, offset: span.from });
      return card?.kind !== 'money' || card.definition?.path.endsWith('tco-5yr-model.yaml') !== true;
    });
    // Sums of other amounts of their sentence stand nowhere in the model.
    expect(lost.length / evidence.length).toBeLessThan(0.1);
  });

  it('tells figures of one option apart, and finds the gap that the model states', () => {
    const adr = 'examples/part2-adr-catalog/adr-001-kafka.md';
    expect(kit.at(adr, '$5,155,727')?.title).toBe('five-year total of kafka-msk');
    expect(kit.at(adr, '$4,182,509')?.title).toBe('NPV of kafka-msk');
    // The model states this gap itself, so there is one place to go to.
    expect(kit.at(adr, '$154,560')?.title).toMatch(/^x-reading\.npv_gap.*kinesis/);
  });
});

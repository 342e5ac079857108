import fc from 'fast-check';

/** One step of damage to a text; places are shares of its length, so that a step fits any text. */
export type Damage = (text: string) => string;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const place = (text: string, at: number) => Math.floor(at * text.length);

/** Characters of every plane, lone halves of pairs, controls, marks of the formats. */
export const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\r\n\t\0 \uFEFF\u2028\u00a0|-#>*_`[](){}<>:,.;"\'&%$!?\\/~=+0123456789abcR'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0x10000, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
    fc.constantFrom(
      '---\n',
      '```',
      '- ',
      '| ',
      '\r\n',
      ': ',
      '&a ',
      '*a',
      '<<: ',
      '$5,000',
      'R-03',
      '2024-03-12',
      '5 min',
      '99.9 %',
    ),
  ),
  maxLength: 60,
});

function onLines(change: (lines: string[], at: number, other: number) => string[]) {
  return fc.tuple(share, share).map(
    ([a, b]): Damage =>
      (text) => {
        const lines = text.split('\n');
        return change(lines, Math.floor(a * (lines.length - 1)), Math.floor(b * (lines.length - 1))).join(
          '\n',
        );
      },
  );
}

/** Values that a key may have by mistake. */
const VALUES = [
  '',
  'null',
  '[]',
  '{}',
  '0',
  '-1',
  '1e400',
  '.nan',
  'true',
  '""',
  '[[[]]]',
  '{a: {b: c}}',
  '2024-13-45',
  '9'.repeat(400),
  '__proto__',
  '|\n',
  '*a',
];

/** Damage as it happens to files: pieces lost, doubled, swapped, or of another kind than the reader expects. */
export const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(share, share).map(
    ([a, b]): Damage =>
      (t) =>
        t.slice(0, place(t, Math.min(a, b))) + t.slice(place(t, Math.max(a, b))),
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 40 })).map(
    ([a, n]): Damage =>
      (t) =>
        t.slice(0, place(t, a)) + t.slice(place(t, a) + n),
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 400 })).map(
    ([a, n]): Damage =>
      (t) => {
        const from = place(t, a);
        return t.slice(0, from + n) + t.slice(from);
      },
  ),
  fc.tuple(share, anyText).map(
    ([a, text]): Damage =>
      (t) =>
        t.slice(0, place(t, a)) + text + t.slice(place(t, a)),
  ),
  share.map(
    (a): Damage =>
      (t) =>
        t.slice(0, place(t, a)),
  ),
  onLines((lines, at) => lines.filter((_, i) => i !== at)),
  onLines((lines, at, other) => lines.filter((_, i) => i < Math.min(at, other) || i > Math.max(at, other))),
  onLines((lines, at) => [...lines.slice(0, at), lines[at] ?? '', ...lines.slice(at)]),
  onLines((lines, at, other) =>
    lines.map((line, i) => (i === at ? (lines[other] ?? '') : i === other ? (lines[at] ?? '') : line)),
  ),
  onLines((lines, at) => lines.map((line, i) => (i === at ? `  ${line}` : line))),
  onLines((lines, at) => lines.map((line, i) => (i === at ? line.trimStart() : line))),
  fc.tuple(share, fc.constantFrom(...VALUES)).map(
    ([a, value]): Damage =>
      (t) => {
        const keys = [...t.matchAll(/^([ \t]*(?:- )?"?[\w-]+"?: ).*$/gm)];
        const hit = keys[Math.floor(a * keys.length)];
        return hit ? t.slice(0, hit.index) + hit[1] + value + t.slice(hit.index + hit[0].length) : t;
      },
  ),
  fc.tuple(share, share).map(
    ([a, b]): Damage =>
      (t) => {
        const keys = [...t.matchAll(/^[ \t]*(?:- )?"?([\w-]+)"?:/gm)];
        const [hit, other] = [keys[Math.floor(a * keys.length)], keys[Math.floor(b * keys.length)]];
        return hit?.[1] && other?.[1]
          ? t.slice(0, hit.index) +
              hit[0].replace(hit[1], () => other[1] as string) +
              t.slice(hit.index + hit[0].length)
          : t;
      },
  ),
  fc.constantFrom<Damage>(
    (t) => t.replace(/\n/g, '\r\n'),
    (t) => t.replace(/\n/g, '\r'),
    (t) => t.replace(/\n\n/g, '\r\n\r'),
    (t) => `\uFEFF${t}`,
    (t) => t.replace(/\d+/g, '999999999999999999999'),
    (t) => t.replace(/\d/g, ''),
    (t) => t.replace(/: .*$/gm, ':'),
    (t) => t.replace(/"[^"\n]*"/g, '""'),
    (t) => t.replace(/\|/g, '||'),
    (t) => t.replace(/^#+ /gm, ''),
    (t) => t.replace(/^#+ .*$/gm, '## Summary'),
    (t) => t.replace(/^- /gm, '- - '),
    (t) => t.replace(/\b[A-Z]{1,4}-\d+/g, 'R-01'),
    (t) => t.toUpperCase(),
    (t) => t + t,
    () => '',
  ),
);

export const damages = fc.array(damage, { minLength: 1, maxLength: 4 }).map(
  (steps): Damage =>
    (text) =>
      steps.reduce((t, step) => step(t).slice(0, 300_000), text),
);

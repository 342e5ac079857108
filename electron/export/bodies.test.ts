import { expect, test } from 'vitest';
import { Addresses } from './addresses';
import { buildBodies } from './bodies';
import { planOf } from './export.test-support';
import { Figures } from './figures';
import { Listing } from './listing';

const PATH = 'part2-adr-catalog/adr-001-x.md';
const TEXT = `---
id: ADR-001
title: "A decision"
---

# ADR-001: A decision

<h2>Lists of</h2>

## Lists of <T>

text

## Part <script>alert(1)</script>

text

Set in *two* lines
------------------

> ## Quoted <b

### Same

### Same
`;

test('each planned heading stands in the print under its name, whatever the sanitizer took out of it', async () => {
  const { plan, source } = planOf({ [PATH]: TEXT });
  const [artifact] = plan.parts.flatMap((part) => part.artifacts);
  const bodies = await buildBodies({
    plan,
    source,
    image: () => null,
    figures: new Figures(new Map(), 'A4'),
    tables: new Listing('table'),
    addresses: new Addresses(),
    onArtifact: () => undefined,
  });
  const markup = bodies.get(artifact?.id ?? '')?.markup ?? '';
  const printed = [...markup.matchAll(/<h[2-6] id="([^"]+)"/g)].map(([, id]) => id);
  expect(artifact?.headings.length).toBeGreaterThan(4);
  for (const { anchor } of artifact?.headings ?? []) expect(printed).toContain(anchor);
  expect(new Set(printed).size).toBe(printed.length);
  expect(markup).not.toContain('<script');
});

test('a formula that cannot be set is told with its place in the file', async () => {
  const text = `${TEXT}\nSo $a^2$ holds.\n\n$$\n\\frac{1\n$$\n`;
  const printed = async (formulas: boolean | null) => {
    const { plan, source } = planOf({ [PATH]: text }, { formulas });
    const faults: unknown[] = [];
    const bodies = await buildBodies({
      plan,
      source,
      image: () => null,
      figures: new Figures(new Map(), 'A4'),
      tables: new Listing('table'),
      addresses: new Addresses(),
      onFault: ({ level, path, line }) => faults.push([level, path, line]),
      onArtifact: () => undefined,
    });
    return { markup: [...bodies.values()].map(({ markup }) => markup).join(''), faults };
  };
  const set = await printed(true);
  expect(set.markup).toContain('<msup>');
  const line = text.slice(0, text.indexOf('\\frac')).split('\n').length;
  expect(set.faults).toEqual([['problem', PATH, line]]);
  const plain = await printed(null);
  expect(plain.markup).toContain('$a^2$');
  expect(plain.faults).toEqual([]);
});

import { expect, test } from 'vitest';
import { planOf } from '../export.test-support';
import { html } from '../html';
import { readDecks } from './deck';
import { notesBody, slideBody } from './slide-body';
import { sourceLine } from './slides-html';

const PATH = 'part4-postmortem/executive-summary.md';
const HEAD = '---\ntitle: Five slides\naudience: the VP\ndate: "2024-03-21"\n---\n# Five slides\n\n';

async function decksOf(text: string, others: Readonly<Record<string, string>> = {}, formulas = false) {
  const { plan, source } = planOf({ [PATH]: text, ...others }, { formulas });
  return readDecks({ plan, source, image: () => null, figure: (mermaid) => html`<svg>${mermaid}</svg>` });
}

async function slidesOf(body: string) {
  const { decks, figures } = await decksOf(`${HEAD}${body}`);
  return (decks[0]?.slides ?? []).map((slide) => ({
    ...slide,
    shown: slideBody(slide.content, figures).markup,
    said: notesBody(slide.notes, figures).markup,
  }));
}

test('a slide for each numbered heading, its notes apart from what the audience sees', async () => {
  const { decks } = await decksOf(
    `${HEAD}## Slide 1 — We lost it\n\n- A\n\n> Notes: say this\n\n## Slide 2: B\n`,
  );
  expect(decks).toHaveLength(1);
  expect(decks[0]).toMatchObject({
    title: 'Five slides',
    audience: 'the VP',
    date: '2024-03-21',
    path: PATH,
  });
  const slides = await slidesOf('## Slide 1 — We lost it\n\n- A\n\n> Notes: say **this**\n\n## Slide 2: B\n');
  expect(slides.map(({ id, number, headline, line }) => [id, number, headline, line])).toEqual([
    ['s01', 1, 'We lost it', 8],
    ['s02', 2, 'B', 14],
  ]);
  expect(slides[0]?.shown).not.toContain('say');
  expect(slides[0]?.said).toBe('\n<p>say <strong>this</strong></p>\n');
});

test('nothing of the text is lost: words before the first slide, further sections, tables, code, drawings', async () => {
  const slides = await slidesOf(
    'Before.\n\n## Slide 1 — One\n\nA paragraph.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```mermaid\nflowchart\n```\n\n## Appendix\n\n`code`\n',
  );
  expect(slides.map(({ headline }) => headline)).toEqual(['Five slides', 'One', 'Appendix']);
  expect(slides[0]?.shown).toContain('Before.');
  expect(slides[1]?.shown).toMatch(/A paragraph\.[\s\S]*<table[\s\S]*<svg>flowchart\n<\/svg>/);
  expect(slides[1]?.shown).not.toMatch(/<caption|page-ref| id=/);
  expect(slides[2]?.shown).toContain('<code>code</code>');
});

test('most points with a figure show it in large, and an ask stands out', async () => {
  const [first, second] = await slidesOf(
    '## Slide 1 — A\n\n- Lost $5.\n- Ask: release 6 weeks (AI-04, AI-05).\n- Why not.\n\n## Slide 2 — B\n\n- One.\n- Two.\n- Three took 5 min.\n',
  );
  expect(first?.shown).toContain('<ul class="points narrow of-3">');
  expect(first?.shown).toContain('<span class="value">$5</span>');
  expect(first?.shown).toContain('<li class="point ask">');
  expect(first?.shown).toContain('<strong class="lead-in">Ask:</strong>');
  const soft = [...(first?.shown ?? '').matchAll(/<span class="reference">(.*?)<\/span>/g)].length;
  expect(soft).toBeGreaterThan(2);
  expect(first?.shown.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')).toContain(
    'Ask: release 6 weeks (AI-04, AI-05).',
  );
  expect(second?.shown).toContain('<ul class="points plain of-3">');
  expect(second?.shown).not.toContain('class="value"');
});

test('links into the packet name their source in the foot, and lead nowhere; those outside stay', async () => {
  const text = `${HEAD}## Slide 1 — A\n\n- See [the account](INC-2024-0312-postmortem.md) and [this](https://example.org/x).\n\n## Slide 2 — B\n`;
  const { decks, figures } = await decksOf(text, {
    'part4-postmortem/INC-2024-0312-postmortem.md': '# INC-2024-0312: gone\n',
  });
  const [deck] = decks;
  const [first, second] = deck?.slides ?? [];
  if (!deck || !first || !second) throw new Error('no slides');
  const { markup } = slideBody(first.content, figures);
  expect([...markup.matchAll(/href="([^"]+)"/g)].map((m) => m[1])).toEqual(['https://example.org/x']);
  expect(markup).toContain('the account');
  expect(sourceLine(deck, first)).toBe('Source: INC-2024-0312: gone (2024-03-21)');
  expect(sourceLine(deck, second)).toBe('Source: Five slides (2024-03-21)');
  const many = { ...first, sources: Array.from({ length: 20 }, (_, i) => `A long title of artifact ${i}`) };
  expect(sourceLine(deck, many)).toMatch(/^Source: A long title.*, and \d+ more \(2024-03-21\)$/);
});

test('hostile text stays text', async () => {
  const slides = await slidesOf(
    '## Slide 1 — <script>alert(1)</script><img src=x onerror=alert(1)>\n\n- <img src=x onerror=alert(1)> [x](javascript:alert(1))\n\n> Notes: <iframe src=//x></iframe>\n',
  );
  const all = slides.map(({ shown, said }) => shown + said).join('');
  expect(all).not.toMatch(/<script|onerror|javascript:|<iframe/i);
});

test('a packet without an executive summary has no deck', async () => {
  const { plan, source } = planOf({ 'part2-adr-catalog/adr-001-x.md': '# ADR-001: X\n' });
  const { decks } = await readDecks({ plan, source, image: () => null, figure: () => html`` });
  expect(decks).toEqual([]);
});

test('formulas of a slide are set as in the book', async () => {
  const { decks, figures } = await decksOf(`${HEAD}## One\n\n- Odds of $\\frac{p}{1-p}$.\n`, {}, true);
  const shown = slideBody(decks[0]?.slides[0]?.content ?? [], figures).markup;
  expect(shown).toContain('<math><mfrac><mi>p</mi><mrow>');
});

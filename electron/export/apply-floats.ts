import type { Floats } from './floats';
import { Html } from './html';

/** Carries out what was planned on the bodies of the book. */
export function applyFloats(body: Html, { moved, scaled }: Floats): Html {
  let { markup } = body;
  for (const [id, ratio] of scaled) markup = resize(markup, id, ratio);
  // The later figure first: the one before may have to stand before it.
  for (const [id, target] of [...moved].reverse()) markup = move(markup, id, target);
  return new Html(markup);
}

function cut(markup: string, id: string): { from: number; to: number } | null {
  const from = markup.indexOf(`<figure id="${id}"`);
  const to = from < 0 ? -1 : markup.indexOf('</figure>', from);
  return to < 0 ? null : { from, to: to + '</figure>'.length };
}

function move(markup: string, id: string, target: string): string {
  const figure = cut(markup, id);
  if (!figure) return markup;
  const named = markup.indexOf(` id="${target}"`, figure.to);
  const before = named < 0 ? -1 : markup.lastIndexOf('<', named);
  if (before < figure.to) return markup;
  return (
    markup.slice(0, figure.from) +
    markup.slice(figure.to, before) +
    markup.slice(figure.from, figure.to) +
    markup.slice(before)
  );
}

function resize(markup: string, id: string, ratio: number): string {
  const figure = cut(markup, id);
  if (!figure) return markup;
  const svg = markup.indexOf('<svg', figure.from);
  const end = markup.indexOf('>', svg);
  const tag = markup
    .slice(svg, end)
    .replace(
      / (width|height)="([\d.]+)"/g,
      (_, name: string, value: string) => ` ${name}="${(Number(value) * ratio).toFixed(2)}"`,
    );
  return markup.slice(0, svg) + tag + markup.slice(end);
}

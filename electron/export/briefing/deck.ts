import type { ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { resolveLink } from '../../../shared/domain/kit-path';
import { NUMBERED } from '../../../shared/kinds/executive-summary/model';
import { splitSlides } from '../../../shared/kinds/executive-summary/split-slides';
import type { PlannedArtifact, PortfolioPlan } from '../../../shared/portfolio/plan';
import type { Source } from '../../../shared/rubric/artifact';
import { Addresses } from '../addresses';
import { textOf } from '../hast-text';
import { Html } from '../html';
import { markdownToHtml } from '../markdown-html';

/** One slide before it is set: what the audience sees, and what only the speaker does. */
export interface SlideText {
  /** `s01`, `s02` … over all decks; the id of its place. */
  readonly id: string;
  /** From 1, within its deck. */
  readonly number: number;
  readonly headline: string;
  readonly content: readonly ElementContent[];
  readonly notes: readonly ElementContent[];
  /** Titles of the artifacts it links to, each once. */
  readonly sources: readonly string[];
  /** The line of the file its headline is, for what has to be told about it. */
  readonly line: number;
}

/** An executive summary as slides. */
export interface Deck {
  readonly path: string;
  readonly title: string;
  /** As the header says them; empty when it does not. */
  readonly audience: string;
  readonly date: string;
  readonly owner: string;
  readonly slides: readonly SlideText[];
}

export interface DeckInputs {
  readonly plan: PortfolioPlan;
  readonly source: (path: string) => Source | null;
  readonly image: (path: string) => string | null;
  /** The figure for a Mermaid text, fitted to a slide. */
  readonly figure: (mermaid: string, title: string) => Html;
}

/** Every executive summary of the plan as a deck, in reading order; the text is that of the book, sanitized by the same schema. */
export async function readDecks(inputs: DeckInputs): Promise<{ decks: Deck[]; figures: Html[] }> {
  const artifacts = inputs.plan.parts.flatMap((part) => part.artifacts);
  const figures: Html[] = [];
  const decks: Deck[] = [];
  let count = 0;
  for (const artifact of artifacts) {
    const source = inputs.source(artifact.path);
    if (artifact.kind !== 'executive-summary' || artifact.as !== undefined || source?.format !== 'md')
      continue;
    const root = await sanitized(source, artifact, inputs, figures);
    const header = (key: string) => {
      const value = source.markdown.frontMatter?.node([key])?.value;
      return typeof value === 'string' ? value : '';
    };
    const titles = new Map(artifacts.map(({ path, title }) => [path, title]));
    const ranges = splitSlides(source.markdown);
    const parts = sections(root);
    const slides = parts.map(({ headline, children, isIntro }, index): SlideText => {
      const at = parts[0]?.isIntro ? index - 1 : index;
      const from = isIntro ? 0 : (ranges[at]?.from ?? 0);
      const to = isIntro ? (ranges[0]?.from ?? source.text.length) : (ranges[at]?.to ?? source.text.length);
      const linked = source.markdown.links.filter(({ span }) => span.from >= from && span.to <= to);
      const sources = linked.flatMap(({ url }) => titles.get(resolveLink(artifact.path, url) ?? '') ?? []);
      count++;
      return {
        id: `s${String(count).padStart(2, '0')}`,
        number: index + 1,
        headline: headline.replace(NUMBERED, '') || headline || artifact.title,
        content: children.filter((node) => !isNotes(node)),
        notes: children.filter(isNotes).flatMap((node) => (node.type === 'element' ? node.children : [])),
        sources: [...new Set(sources)],
        line: source.text.slice(0, from).split('\n').length,
      };
    });
    if (slides.length > 0)
      decks.push({
        path: artifact.path,
        title: artifact.title,
        audience: header('audience'),
        date: header('date'),
        owner: header('owner'),
        slides,
      });
  }
  return { decks, figures };
}

function isNotes(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'blockquote';
}

/** What stands in a tree for a figure, by its place in the list. */
export const FIGURE_MARK = 'data-figure';

async function sanitized(
  source: Extract<Source, { format: 'md' }>,
  artifact: PlannedArtifact,
  inputs: DeckInputs,
  figures: Html[],
): Promise<Root> {
  const { markup } = await markdownToHtml(source.text, {
    path: artifact.path,
    id: artifact.id,
    artifactId: () => null,
    image: inputs.image,
    addresses: new Addresses(),
    figure: (mermaid, title) => {
      figures.push(inputs.figure(mermaid, title));
      return new Html(`<div ${FIGURE_MARK}="${figures.length - 1}"></div>`);
    },
    table: () => ({ id: '', number: 0, title: '' }),
    // What cannot be set is told of the book.
    ...(inputs.plan.formulas ? { formulas: () => undefined } : {}),
  });
  return unified().use(rehypeParse, { fragment: true }).parse(markup) as Root;
}

interface Section {
  readonly headline: string;
  readonly children: ElementContent[];
  readonly isIntro: boolean;
}

/** A slide for each level-2 heading. Words before the first one are a slide of their own rather than lost. */
function sections(root: Root): Section[] {
  const out: Section[] = [];
  for (const node of root.children) {
    if (node.type !== 'element' && node.type !== 'text') continue;
    if (node.type === 'element' && node.tagName === 'h2') {
      out.push({ headline: textOf(node).trim(), children: [], isIntro: false });
      continue;
    }
    if (out.length === 0 && node.type === 'text' && node.value.trim() === '') continue;
    if (out.length === 0) out.push({ headline: '', children: [], isIntro: true });
    out.at(-1)?.children.push(node);
  }
  return out;
}

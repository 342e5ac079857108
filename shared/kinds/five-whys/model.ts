import type { Source } from '../../rubric/artifact';
import { type MarkdownDoc, parseMarkdown, type Section } from '../../text/markdown';
import { blocksIn, findSection, itemsIn } from '../../text/sections';
import type { Span } from '../../text/span';

/** One question and its answer. Clauses that are not written are null. */
export interface Step {
  readonly span: Span;
  /** From the start of the step to its evidence: what is claimed. */
  readonly claim: Span;
  readonly because: Span | null;
  readonly evidence: Span | null;
  readonly confidence: Span | null;
}

export interface Chain {
  readonly section: Section;
  readonly steps: readonly Step[];
  /** The last paragraph or item of the chain; null when there is none. */
  readonly last: Span | null;
}

/** An analysis by chains of whys as far as it is written. */
export interface Whys {
  readonly doc: MarkdownDoc;
  readonly chains: readonly Chain[];
  readonly rejected: Section | null;
  readonly limits: Section | null;
  readonly title: Span;
}

const WHY = /^why(?:\s*#?\d{1,2})?\s*[:.?)–—-]/i;

export function readWhys(source: Source): Whys {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  return {
    doc,
    chains: doc.sections.flatMap((section) => readChain(doc, section) ?? []),
    rejected: findSection(doc, [
      'branches considered',
      'branches',
      'considered and rejected',
      'rejected',
      'ruled out',
    ]),
    limits: findSection(doc, ['limits', 'limitations']),
    title: doc.headings[0]?.span ?? { from: 0, to: Math.min(1, doc.text.length) },
  };
}

/** A section is a chain when steps stand right under its heading, or when it is called one. */
function readChain(doc: MarkdownDoc, section: Section): Chain | null {
  const next = doc.sections[section.index + 1]?.heading.span.from ?? doc.text.length;
  const own = { from: section.body.from, to: Math.min(section.body.to, next) };
  const blocks = blocksIn(doc, own).filter((block) => block.kind === 'paragraph');
  const named = section.heading.key.startsWith('chain') && section.heading.level > 1;
  let spans = blocks
    .filter((block) => WHY.test(doc.plain.slice(block.span.from, block.span.to).trim()))
    .map((block) => block.span);
  if (spans.length === 0 && named)
    spans = itemsIn(doc, own)
      .filter((item) => item.ordered && item.depth === 0)
      .map((item) => item.span);
  if (spans.length === 0 && (!named || own.to < section.body.to)) return null;
  return { section, steps: spans.map((span) => readStep(doc, span)), last: blocks.at(-1)?.span ?? null };
}

function readStep(doc: MarkdownDoc, span: Span): Step {
  const text = doc.plain.slice(span.from, span.to);
  const at = (form: RegExp, from = 0) => {
    const found = text.slice(from).search(form);
    return found < 0 ? null : from + found;
  };
  const evidence = at(/(?<!\p{L})evidence\s*:/iu);
  const confidence = at(/(?<!\p{L})confidence\s*:/iu, evidence ?? 0);
  const claimEnd = evidence ?? confidence ?? text.length;
  const because = at(/(?<!\p{L})because(?!\p{L})/iu);
  const part = (from: number, to: number): Span => ({
    from: span.from + from,
    // Clauses are joined by dashes, which belong to none of them. The address of a link is blank in the plain text.
    to:
      span.from +
      from +
      doc.text.slice(span.from + from, span.from + to).replace(/(?<![\s—–-])[\s—–-]+$/u, '').length,
  });
  return {
    span,
    claim: part(0, claimEnd),
    because: because === null || because > claimEnd ? null : part(because, claimEnd),
    evidence: evidence === null ? null : part(evidence, confidence ?? text.length),
    confidence: confidence === null ? null : part(confidence, text.length),
  };
}

import { has, MONEY } from '../../text/quantities';
import { contains, type Span } from '../../text/span';
import { type AutoCriterion, fail, notApplicable, pass } from '../criterion';

const NEEDS_SOURCE = `${MONEY}|\\d\\s?%`;
const PROVENANCE =
  '(?<![\\p{L}])(?:source|measured|assum(?:ption|ed|es?)|baseline|counted|computed|model|recomputed)(?!\\p{L})|(?<![A-Za-z0-9-])[A-Z]{1,5}-\\d{1,4}(?:-\\d{4})?(?!\\d)|\\b[apO]_\\w+';

/** Share of number-bearing rows and paragraphs that must say where the number comes from. */
const LEAST_SHARE = 0.7;

/** GEN-07: money and percentages come with their origin. */
export const provenance: AutoCriterion<unknown> = {
  id: 'GEN-07',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'Numbers say where they come from',
  failTitle: 'Numbers stand without a source',
  why: 'A figure that can be traced survives the first hostile question; one that cannot loses the page around it.',
  hint: 'Link the source, name the id it comes from, or mark it as an assumption.',
  sources: ['HOWIE'],
  check: ({ source }) => {
    if (source.format !== 'md')
      return notApplicable('Only prose and tables of Markdown files are judged for provenance');
    const doc = source.markdown;
    const places: Span[] = [
      ...doc.tables.flatMap((table) => table.rows.map((row) => row.span)),
      ...doc.blocks.filter((b) => b.kind === 'paragraph').map((b) => b.span),
    ].filter((s) => has(doc.plain.slice(s.from, s.to), NEEDS_SOURCE));
    if (places.length === 0) return notApplicable('The file holds no money and no percentage');
    const bare = places.filter(
      (s) =>
        !has(doc.plain.slice(s.from, s.to), PROVENANCE, 'i') &&
        !doc.links.some((link) => contains(s, link.span)),
    );
    const share = 1 - bare.length / places.length;
    if (share >= LEAST_SHARE) return pass();
    return fail(
      ...bare.map((span) => ({
        span,
        message: `This figure has no source (${places.length - bare.length} of ${places.length} places with figures have one; 70 % are wanted)`,
      })),
    );
  },
  examples: {
    pass: [{ path: 'note.md', source: '# Note\n\nCost is $1,140,000 a year (source: billing export).\n' }],
    fail: [
      {
        path: 'note.md',
        source: '# Note\n\nCost is $1,140,000 a year.\n',
        at: ['Cost is $1,140,000 a year.'],
      },
    ],
  },
};

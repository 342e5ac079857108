import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { TreeNode } from '../../preview/chart/spec';
import { capitalised } from '../../preview/labels';
import { readableText } from '../../text/markdown';
import { ids } from '../../text/quantities';
import { itemsIn } from '../../text/sections';
import type { Span } from '../../text/span';
import type { Chain, Step, Whys } from './model';

/** Each chain of whys as a tree that ends where somebody can act, then what was looked at and ruled out. */
export function preview(model: Whys): Block[] {
  if (model.chains.length === 0)
    return [leftOut('the chains of whys', 'A chain has steps such as "Why 1: … because … Evidence: …".')];
  const steps = model.chains.reduce((sum, chain) => sum + chain.steps.length, 0);
  if (steps > MOST_MARKS) return [leftOut('the chains of whys', `${steps} steps are more than can be read.`)];
  return [...model.chains.flatMap((chain) => chainBlocks(model, chain)), ...ruledOut(model)];
}

function chainBlocks(model: Whys, chain: Chain): Block[] {
  const title = readableText(model.doc, chain.section.heading.span).replace(/^#+\s*/, '');
  if (chain.steps.length === 0) return [leftOut(title, 'It has no steps yet.')];
  const bare = chain.steps.filter((step) => step.evidence === null).length;
  const factors = factorsOf(model, chain);
  const evidence =
    bare === 0
      ? 'Each step cites evidence.'
      : `${bare} of ${chain.steps.length} ${chain.steps.length === 1 ? 'step cites' : 'steps cite'} no evidence.`;
  const end =
    factors.length === 0
      ? 'It ends at no contributing factor yet.'
      : `It ends where something can be done: ${listed(factors.map(({ text }) => text))}.`;
  return [
    {
      kind: 'chart',
      title,
      alt: `A chain of ${chain.steps.length} ${chain.steps.length === 1 ? 'why' : 'whys'}. ${evidence} ${end}`,
      chart: {
        form: 'tree',
        roots: [rootOf(model, chain)],
        legend: [
          { label: 'Step with evidence', paint: 'accent', shape: 'box' },
          ...(bare === 0 ? [] : [{ label: 'Step without evidence', paint: 'bad', shape: 'box' } as const]),
          { label: 'Where something can be done', paint: 'good', shape: 'box' },
        ],
      },
      table: tableOf(model, chain),
      tabled: false,
      span: chain.section.heading.span,
    },
  ];
}

/** What the chain explains; the first paragraph that is no step, else its heading. */
function rootOf(model: Whys, chain: Chain): TreeNode {
  const { doc } = model;
  const first = chain.steps[0];
  const problem = doc.blocks.find(
    ({ kind, span }) =>
      kind === 'paragraph' &&
      span.from >= chain.section.body.from &&
      span.to <= (first?.span.from ?? chain.section.body.to),
  );
  const span = problem?.span ?? chain.section.heading.span;
  const text = capitalised(words(model, span).replace(/^(?:#+\s*|problem\s*:\s*)/i, '')) || 'Not said yet';
  const next = nodesOf(model, chain, 0);
  return {
    name: `What is explained: ${text}`,
    lead: 'What is explained',
    text,
    paint: 'soft',
    span,
    children: next,
  };
}

function nodesOf(model: Whys, chain: Chain, at: number): TreeNode[] {
  const step = chain.steps[at];
  if (!step) return endOf(model, chain);
  const { question, because, evidence, confidence } = partsOf(model, step);
  return [
    {
      name: `Why ${at + 1}: ${question || 'no question'}${because === '' ? '' : ` Because ${because}.`} ${evidence === '' ? 'No evidence' : `Evidence: ${evidence}`}`,
      lead: `Why ${at + 1}${question === '' ? '' : ` · ${question}`}`,
      text: because === '' ? 'No "because" yet' : capitalised(because),
      note: `${evidence === '' ? 'No evidence yet' : `Evidence: ${evidence}`}${confidence === '' ? '' : ` · Confidence: ${confidence}`}`,
      paint: step.evidence === null ? 'bad' : 'accent',
      span: step.because ?? step.claim,
      extent: step.span,
      children: nodesOf(model, chain, at + 1),
    },
  ];
}

function endOf(model: Whys, chain: Chain): TreeNode[] {
  const factors = factorsOf(model, chain);
  const [first] = factors;
  if (!first) return [];
  const text = `Actionable at ${listed(factors.map((factor) => factor.text))}`;
  return [{ name: text, text, paint: 'good', span: { from: first.from, to: first.to }, children: [] }];
}

/** The factors that the last line of a chain names, each once. */
function factorsOf({ doc }: Whys, { last }: Chain) {
  const hits = last ? ids(doc.plain, 'CF', last) : [];
  return hits.filter((hit, i) => hits.findIndex(({ text }) => text === hit.text) === i);
}

function partsOf(model: Whys, step: Step) {
  const claimTo = step.because?.from ?? step.claim.to;
  const clean = (text: string) => text.replace(/^[\s—–-]+|(?<![\s—–-])[\s—–-]+$/gu, '');
  return {
    question: clean(words(model, { from: step.claim.from, to: claimTo })).replace(
      /^why(?:\s*#?\d{1,2})?\s*[:.?)–—-]\s*/i,
      '',
    ),
    because: step.because ? clean(words(model, step.because)).replace(/^because\s*/i, '') : '',
    confidence: step.confidence
      ? clean(words(model, step.confidence)).replace(/^confidence\s*:\s*/i, '')
      : '',
    evidence: step.evidence ? clean(words(model, step.evidence)).replace(/^evidence\s*:\s*/i, '') : '',
  };
}

function words({ doc }: Whys, span: Span): string {
  return readableText(doc, span).replace(/\s+/g, ' ').trim();
}

function tableOf(model: Whys, chain: Chain): TableBlock {
  return {
    kind: 'table',
    columns: [
      { label: 'Why', align: 'end' },
      { label: 'Question', align: 'start', width: 3 },
      { label: 'Because', align: 'start', width: 4 },
      { label: 'Evidence', align: 'start', width: 3 },
    ],
    rows: chain.steps.map((step, i) => {
      const { question, because, evidence } = partsOf(model, step);
      return {
        cells: [
          { text: String(i + 1), span: step.span },
          { text: question || '–', span: step.claim },
          { text: because || '–', span: step.because },
          { text: evidence || '–', span: step.evidence },
        ],
      };
    }),
  };
}

function ruledOut(model: Whys): Block[] {
  if (!model.rejected) return [];
  const items = itemsIn(model.doc, model.rejected.body).filter((item) => item.depth === 0);
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: 'Looked at and ruled out', span: model.rejected.heading.span },
    {
      kind: 'list',
      items: items.map(({ span }) => ({ text: words(model, span).replace(/^[-*+]\s*/, ''), span })),
    },
  ];
}

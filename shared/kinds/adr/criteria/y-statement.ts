import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { blocksIn } from '../../../text/sections';
import type { Adr } from '../model';

const PARTS = ['in the context of', 'facing', 'to achieve', 'accepting'];

/** AD-13. The sentence may stand anywhere, but its parts stand together. */
export const yStatement: AutoCriterion<Adr> = {
  id: 'AD-13',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'The decision is told in one sentence',
  failTitle: 'The decision is not told in one sentence',
  why: 'Context, force, gain and price in one sentence is what people will quote, so it had better be the author who writes it.',
  hint: 'Write: in the context of …, facing …, we decided for … and against …, to achieve …, accepting that ….',
  sources: ['YST'],
  check: ({ model }) => {
    const { doc } = model;
    let most: readonly string[] = [];
    for (const block of blocksIn(doc, { from: 0, to: doc.text.length })) {
      if (block.kind === 'heading') continue;
      const text = doc.plain.slice(block.span.from, block.span.to).replace(/\s+/g, ' ').toLowerCase();
      const found = PARTS.filter((part) => text.includes(part));
      if (found.length === PARTS.length) return pass(block.span);
      if (found.length > most.length) most = found;
    }
    const outcome = model.section('outcome');
    if (!outcome) return failBecause('AD-02');
    const lacks = PARTS.filter((part) => !most.includes(part)).map((part) => `"${part}"`);
    return fail({
      span: outcome.heading.span,
      message: `No paragraph holds the whole sentence; the best one lacks ${lacks.join(', ')}`,
    });
  },
  examples: {
    pass: [
      {
        source:
          '## Decision outcome\n\nIn the context of a log, facing late\nrows, we decided for A and against B, to achieve speed, accepting that it costs.\n',
        evidence: ['accepting that it costs'],
      },
    ],
    fail: [
      {
        source:
          '## Decision outcome\n\nIn the context of a log, facing late rows, we chose A.\n\nWe are accepting that.\n',
        at: ['## Decision outcome'],
      },
      { source: '## Context\n\nText.\n', at: [] },
    ],
  },
};

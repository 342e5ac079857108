import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import type { Playbook } from '../model';

/** ESC-09. Whether the file exists is decided by GEN-03. */
export const ladderDrawn: AutoCriterion<Playbook> = {
  id: 'ESC-09',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'The ladder is drawn',
  failTitle: 'The ladder is not drawn',
  why: 'In the middle of a dispute nobody reads a table; a drawing shows at once where one stands and what comes next.',
  hint: 'Draw the ladder as a flowchart, label each arrow with the clock that has run out, and link the file.',
  sources: ['Seed'],
  check: ({ model }) => {
    const drawings = model.doc.links.filter((link) => /\.mmd(?:#|$)/i.test(link.url));
    if (drawings.length > 0) return pass(...drawings.map((link) => link.span));
    return fail({ span: model.place, message: 'No link leads to a diagram (.mmd) of the ladder' });
  },
  examples: {
    pass: [
      {
        source: '# Playbook\n\n## Ladder\n\nDrawn in [the ladder](diagrams/escalation-ladder.mmd).\n',
        evidence: ['escalation-ladder.mmd'],
      },
    ],
    fail: [{ source: '# Playbook\n\n## Ladder\n\nSee [the log](decision-log.md).\n', at: ['## Ladder'] }],
  },
};

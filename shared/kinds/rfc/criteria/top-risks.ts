import { type AutoCriterion, failBecause, judge, notEvaluated } from '../../../rubric/criterion';
import { peopleIn } from '../../../rubric/people-in-text';
import { ids, type Match } from '../../../text/quantities';
import { blocksIn, itemsIn, tablesIn } from '../../../text/sections';
import { contains } from '../../../text/span';
import { PEOPLE } from '../example-people';
import type { Rfc } from '../model';

const LEAST_RISKS = 3;

/** RFC-11. A risk and its owner are near when they share a table row, a list item or a paragraph. */
export const topRisks: AutoCriterion<Rfc> = {
  id: 'RFC-11',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'The top risks name their register id and owner',
  failTitle: 'The top risks are not tied to the register',
  why: 'Risks that are not in the register have no owner and no review date, so the section reads as a list of worries.',
  hint: 'Pick the top risks of risk-register.json and give each its id and its owner.',
  sources: ['NIST30'],
  check: ({ model, packet }) => {
    const section = model.section('risks');
    if (!section) return failBecause('RFC-02');
    const { doc } = model;
    const mentions = ids(doc.plain, 'R', section.body);
    const distinct = [...new Set(mentions.map((m) => m.text))];
    if (distinct.length < LEAST_RISKS) {
      const found = distinct.length === 0 ? '' : ` (${distinct.join(', ')})`;
      return judge([
        {
          span: section.heading.span,
          message: `${distinct.length} of ${LEAST_RISKS} risk ids are cited${found}`,
        },
      ]);
    }
    if (packet.people.length === 0)
      return notEvaluated(
        'Whether each risk stands near its owner shows once the packet holds a RACI matrix',
      );
    const pieces = [
      ...tablesIn(doc, section.body).flatMap((table) => table.rows.map((row) => row.span)),
      ...itemsIn(doc, section.body).map((item) => item.span),
      ...blocksIn(doc, section.body)
        .filter((b) => b.kind === 'paragraph')
        .map((b) => b.span),
    ];
    const owned = pieces.filter((piece) => peopleIn(doc.plain, packet.people, piece).length > 0);
    const ownedIds = new Map<string, Match>();
    for (const mention of mentions)
      if (owned.some((piece) => contains(piece, mention))) ownedIds.set(mention.text, mention);
    if (ownedIds.size >= LEAST_RISKS) return judge([], [...ownedIds.values()]);
    const bare = distinct
      .filter((id) => !ownedIds.has(id))
      .map((id) => mentions.find((m) => m.text === id) as Match);
    return judge(
      bare.map((m) => ({
        span: { from: m.from, to: m.to },
        message: `${m.text} stands without its owner; ${ownedIds.size} of ${LEAST_RISKS} risks have one`,
      })),
    );
  },
  examples: {
    pass: [
      {
        packet: PEOPLE,
        source:
          '## Risks\n\n| Risk | Owner |\n|---|---|\n| R-01 | Yuki Brannigan |\n| R-03 | Odalys Petrov |\n| R-09 | Yuki Brannigan |\n',
        evidence: ['R-03'],
      },
      {
        packet: PEOPLE,
        source:
          '## Risks\n\n- R-01, owner Yuki Brannigan\n- R-02, owner Odalys Petrov\n\nR-04 belongs to Dmitri Castellane.\n',
      },
    ],
    fail: [
      {
        packet: PEOPLE,
        source: '## Risks\n\n- R-01, Yuki Brannigan\n- R-02, Odalys Petrov\n',
        at: ['## Risks'],
      },
      {
        packet: PEOPLE,
        source: '## Risks\n\n- R-01, Yuki Brannigan\n- R-02, the platform team\n- R-03, Odalys Petrov\n',
        at: ['R-02'],
      },
      { source: '## Context\n\nNo risks.\n', at: [] },
    ],
  },
};

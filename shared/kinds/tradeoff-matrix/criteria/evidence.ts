import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { DataReader } from '../../../rubric/read-data';
import { words } from '../../../text/prose';
import { has, QTY } from '../../../text/quantities';
import type { Matrix } from '../model';

const LEAST_WORDS = 6;
const LEAST_SHARE = 0.6;
const HARD_EVIDENCE = `${QTY}|(?<![A-Za-z0-9-])[A-Z]{1,5}-\\d{1,4}(?!\\d)|(?<!\\w)\\w+\\.(?:md|ya?ml|json|mmd)|https?://`;

/** TM-06. */
export const evidence: AutoCriterion<Matrix> = {
  id: 'TM-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Every cell carries evidence',
  failTitle: 'Scores stand without evidence',
  why: 'A score without a fact is a feeling with a number on it; the person who loses will say so.',
  hint: 'Give each bare cell one fact: a number with its unit, a link, or the id of a document.',
  sources: ['HOWIE'],
  check: ({ model }) => {
    const cells = model.options.flatMap((o) =>
      model.criteria.map((c) => ({ option: o.id, criterion: c.id, at: o.at.at('scores', c.id) })),
    );
    if (cells.length === 0) return failBecause('TM-05');
    const scored = cells.filter((cell) => cell.at.exists);
    if (scored.length === 0) return failBecause('TM-02');
    const problems: Problem[] = [];
    for (const cell of scored) {
      const text = cell.at.at('evidence').text;
      if (text === null || words(text) < LEAST_WORDS) {
        problems.push({
          span: place(cell.at),
          message: `${cell.option}, ${cell.criterion}: the evidence has ${text ? words(text) : 0} words of ${LEAST_WORDS}`,
        });
      }
    }
    const bare = scored.filter(
      (cell) =>
        !has(`${cell.at.at('evidence').text ?? ''} ${cell.at.at('source').text ?? ''}`, HARD_EVIDENCE),
    );
    const hard = scored.length - bare.length;
    if (hard / scored.length < LEAST_SHARE) {
      for (const cell of bare) {
        problems.push({
          span: place(cell.at),
          message: `${cell.option}, ${cell.criterion}: no number, link or id (${hard} of ${scored.length} cells have one, 60 % are wanted)`,
        });
      }
    }
    return judge(
      problems,
      scored.slice(0, 5).map((cell) => place(cell.at)),
    );
  },
  examples: {
    pass: [
      {
        source:
          'criteria: [{id: C1}]\noptions:\n  - {id: a, scores: {C1: {score: 4, evidence: "Load test held 72 MB/s for 4 h"}}}\n',
        evidence: ['72 MB/s'],
      },
    ],
    fail: [
      {
        source:
          'criteria: [{id: C1}]\noptions:\n  - {id: a, scores: {C1: {score: 4, evidence: "Took 4 h"}}}\n',
        at: ['Took 4 h'],
      },
      {
        source:
          'criteria: [{id: C1}]\noptions:\n  - {id: a, scores: {C1: {score: 4, evidence: "The team that tried it liked it"}}}\n',
        at: ['The team that tried it liked it'],
      },
    ],
  },
};

function place(cell: DataReader) {
  return cell.at('evidence').exists ? cell.at('evidence').span : cell.keySpan;
}

import { type AutoCriterion, fail, pass } from '../criterion';

/** GEN-01: everything else rests on a text that can be read at all. */
export const parses: AutoCriterion<unknown> = {
  id: 'GEN-01',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'The file parses',
  failTitle: 'The file does not parse',
  why: 'A file that tools cannot read is a file nobody checked; a reader stops trusting the numbers in it.',
  hint: 'Mend the place the parser names; the rest of the rubric follows once it reads.',
  sources: ['Seed'],
  check: ({ source }) =>
    source.problems.length === 0
      ? pass()
      : fail(...source.problems.map((problem) => ({ span: problem.span, message: problem.message }))),
  examples: {
    pass: [{ path: 'note.md', source: '---\nid: N-1\n---\n\n# Note\n\n```yaml\na: 1\n```\n' }],
    fail: [
      { path: 'note.md', source: '# Note\n\n```yaml\na: 1\n', at: ['```yaml'] },
      { path: 'data.yaml', source: 'id: A\nid: B\n', at: ['id: B'] },
      { path: 'data.json', source: '{"a": 1, "a": 2}', at: ['"a"'] },
      { path: 'x.mmd', source: 'flow LR\n  a --> b\n', at: ['flow'] },
    ],
  },
};

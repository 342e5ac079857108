import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import type { Diagram } from '../model';

/** DG-07. The title is also part of the header block, whose criterion carries the finding. */
export const legend: AutoCriterion<Diagram> = {
  id: 'DG-07',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'The diagram has a title and no unexplained colours',
  failTitle: 'A colour stands without a legend',
  why: 'A reader who has to guess what red means will guess wrong, and in print it is grey.',
  hint: 'Add a line such as `%% legend: class closed marks decisions no longer in force`.',
  sources: ['GDD'],
  check: ({ model: { doc } }) => {
    const notes = doc.comments.filter((c) => /^legend/i.test(c.text));
    const title = doc.comments.find((c) => /^title:\s*\S/i.test(c.text));
    const bare = doc.classDefs.filter(
      (c) => c.id !== 'default' && !notes.some((note) => wordIn(note.text, c.id)),
    );
    if (bare.length > 0)
      return judge(
        bare.map((c) => ({ span: c.span, message: `No legend note says what class "${c.id}" means` })),
      );
    if (!title) return failBecause('GEN-06');
    return judge([], [title.span, ...notes.map((note) => note.span)]);
  },
  examples: {
    pass: [
      {
        source:
          '%% title: Flow\n%% legend: hot means paged\nflowchart LR\n  a:::hot --> b\n  classDef hot fill:#f00\n',
        evidence: ['legend: hot'],
      },
      { source: '%% title: Flow\nflowchart LR\n  a --> b\n' },
    ],
    fail: [
      {
        source:
          '%% title: Flow\n%% legend: hotter\nflowchart LR\n  a:::hot --> b\n  classDef hot fill:#f00\n',
        at: ['classDef hot fill:#f00'],
      },
      { source: 'flowchart LR\n  a --> b\n', at: [] },
    ],
  },
};

function wordIn(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}_-]+/u).includes(word);
}

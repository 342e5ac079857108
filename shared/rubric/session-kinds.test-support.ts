import { type AutoCriterion, judge, notEvaluated, pass } from './criterion';
import { valueFact } from './definitions';
import { type ArtifactKind, defineKind } from './kind';
import type { DataReader } from './read-data';
import { rootReader } from './root-reader';

/** Two small kinds that write down which of their checks ran on which file. */
export interface Recorded {
  readonly kinds: readonly ArtifactKind[];
  /** As `T-01 a.note.md`, in order. */
  readonly runs: string[];
}

/** A note with a whole header, so that the universal criteria have nothing to say. */
export function note(body: string, id = 'N-1'): string {
  return `---\nid: ${id}\ntitle: Note\nstatus: draft\nowner: Ada Example\ndate: "2024-03-12"\n---\n\n# Note\n\n${body}\n`;
}

export function plan(answer: string): string {
  return `id: P-1\ntitle: Plan\nowner: Ada Example\ndate: "2024-03-12"\nanswer: ${answer}\n`;
}

export function recordedKinds(): Recorded {
  const runs: string[] = [];
  const common = {
    mode: 'auto',
    severity: 'must',
    scope: 'value',
    title: 'It is so',
    failTitle: 'It is not so',
    why: 'Because.',
    hint: 'Write it.',
    sources: [],
    examples: { pass: [], fail: [] },
  } as const;

  /** Its own text: the word "bad" is a gap. */
  const own: AutoCriterion<unknown> = {
    ...common,
    id: 'T-01',
    readsPacket: false,
    check: ({ source }) => {
      runs.push(`T-01 ${source.path}`);
      const from = source.text.indexOf('bad');
      return judge(from < 0 ? [] : [{ span: { from, to: from + 3 }, message: 'This is bad' }]);
    },
  };
  /** The packet: there must be an answer, and the text must hold it. */
  const shared: AutoCriterion<unknown> = {
    ...common,
    id: 'T-02',
    severity: 'should',
    readsPacket: true,
    check: ({ source, packet }) => {
      runs.push(`T-02 ${source.path}`);
      const answer = packet.value('answer');
      if (!answer) return notEvaluated('The packet holds no plan');
      const from = source.text.indexOf('# Note');
      return source.text.includes(answer.value)
        ? pass()
        : judge([
            {
              span: { from, to: from + 6 },
              message: `The answer is ${answer.value}`,
              related: [{ path: answer.path, span: answer.span, message: answer.value }],
            },
          ]);
    },
  };
  const planned: AutoCriterion<unknown> = {
    ...common,
    id: 'T-03',
    readsPacket: false,
    check: ({ source }) => {
      runs.push(`T-03 ${source.path}`);
      return pass();
    },
  };
  const about = { title: 'Test kind', purpose: 'Serve a test.', contrasts: [] };
  const noteKind = defineKind<null>({
    ...about,
    id: 'note',
    part: 2,
    format: 'md',
    order: 10,
    files: ['*.note.md'],
    read: () => null,
    rubric: [own, shared],
    facts: () => [],
  });
  const planKind = defineKind<DataReader>({
    ...about,
    id: 'plan',
    part: 1,
    format: 'yaml',
    order: 20,
    files: ['plan.yaml'],
    read: rootReader,
    rubric: [planned],
    facts: (root) => valueFact('answer', root.at('answer')),
  });
  return { kinds: [noteKind, planKind], runs };
}

import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { removeTwin, sortEntries } from '../../../rubric/repairs/sort-entries';
import { timeline } from '../example-timeline';
import type { Entry, Timeline } from '../model';

/** TL-01. */
export const sortedAndUnique: AutoCriterion<Timeline> = {
  id: 'TL-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The entries run forward and none stands twice',
  failTitle: 'Entries are out of order, without a time or doubled',
  why: 'A timeline is read downwards as a story of what was known when; one entry out of place turns an effect into a cause.',
  hint: 'Sort the entries by time and merge those that say the same.',
  sources: ['SREB'],
  check: ({ model, source }) => {
    if (model.entries.length === 0) return failBecause('TL-02');
    const problems: Problem[] = [];
    const seen = new Map<string, Entry>();
    const list = model.root.at('entries');
    const times = model.entries.map((entry) => entry.minute);
    const sorted = sortEntries(list, times, 'Sort the entries by time');
    let before: (Entry & { readonly minute: number }) | null = null;
    for (const entry of model.entries) {
      const { at, minute, place } = entry;
      if (minute === null) {
        problems.push({
          span: place,
          message: 'This entry has no time of the form 2024-03-12T14:20Z',
        });
        continue;
      }
      const t = at.at('t').text ?? '';
      if (before && minute < before.minute)
        problems.push({
          span: place,
          message: `${t} stands below ${before.at.at('t').text}, which is later`,
          related: [{ path: source.path, span: before.place, message: 'the entry above it' }],
          ...sorted,
        });
      const key = `${minute} ${at.at('text').text ?? ''}`;
      const twin = seen.get(key);
      if (twin && at.at('text').text !== null)
        problems.push({
          span: at.at('text').span,
          message: `This stands twice at ${t}`,
          related: [{ path: source.path, span: twin.at.at('text').span, message: 'the first time' }],
          ...removeTwin(list, twin.at, at),
        });
      else seen.set(key, entry);
      before = { ...entry, minute };
    }
    return judge(
      problems,
      model.entries.map((entry) => entry.place),
    );
  },
  examples: {
    pass: [
      {
        source: timeline([
          '09:05 trigger A deploy',
          '09:05 impact-start A row lost',
          '09:06:30 signal A row lost',
        ]),
        evidence: ['2024-03-12T09:06:30Z'],
      },
    ],
    fail: [
      {
        source: timeline(['09:05 trigger A deploy', '09:04 signal A blip', '09:05 trigger A deploy']),
        at: ['2024-03-12T09:04Z', 'A deploy'],
      },
      { source: 'entries:\n  - {t: 9.05, kind: signal}\n  - {kind: signal, t: ""}\n', at: ['9.05', 't'] },
      { source: 'entries: []\n' },
    ],
  },
};

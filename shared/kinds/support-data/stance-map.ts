import type { Block } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { Paint } from '../../preview/chart/spec';
import { grouped } from '../../preview/number-text';
import type { DataReader } from '../../rubric/read-data';

const WHAT = 'the stakeholders by stance and frame';
/** What moves whom: money and time, the system, the daily work. */
const FRAMES: readonly string[] = ['VP', 'CTO', 'IC'];

interface Band {
  readonly label: string;
  readonly note: string;
  readonly paint: Paint;
  readonly holds: (stance: number) => boolean;
}

const BANDS: readonly Band[] = [
  { label: 'Strongly for', note: 'above 5', paint: 'good', holds: (stance) => stance > 5 },
  { label: 'For', note: '1 to 5', paint: 'good', holds: (stance) => stance > 0 && stance <= 5 },
  { label: 'Undecided', note: '0', paint: 'soft', holds: (stance) => stance === 0 },
  { label: 'Against', note: '−1 to −5', paint: 'warning', holds: (stance) => stance < 0 && stance >= -5 },
  { label: 'Strongly against', note: 'below −5', paint: 'bad', holds: (stance) => stance < -5 },
];

/** A stance with its sign: "+7", "−3". */
export function signedStance(stance: number): string {
  return stance > 0 ? `+${grouped(stance)}` : grouped(stance);
}

/** Who stands where, by the frame in which they listen. */
export function stanceMap(root: DataReader): Block[] {
  const people = root.at('people').items;
  if (people.length === 0) return [];
  if (people.length > MOST_MARKS)
    return [leftOut(WHAT, `${people.length} people are more than a map can hold.`)];
  const placed = people
    .flatMap((at) => {
      const stance = at.at('stance').number;
      const column = FRAMES.indexOf(at.at('frame').text ?? '');
      const row = stance === null ? -1 : BANDS.findIndex((band) => band.holds(stance));
      return stance === null || column < 0 || row < 0
        ? []
        : [{ at, stance, column, row, key: at.at('key').text ?? '?' }];
    })
    .sort((a, b) => b.stance - a.stance);
  const missing = people
    .filter((at) => !placed.some((each) => each.at === at))
    .map((at) => at.at('key').text ?? 'one without a key');
  const [most, least] = [placed[0], placed.at(-1)];
  if (!most || !least)
    return [leftOut(WHAT, 'Nobody has both a stance as a number and a frame (VP, CTO or IC) yet.')];
  const sum = placed.reduce((total, { stance }) => total + stance, 0);
  const against = placed.filter(({ stance }) => stance < 0).length;
  const chart: Block = {
    kind: 'chart',
    title: 'Who stands where, by the frame in which they listen',
    alt: `${placed.length} people: stances add up to ${grouped(sum)}, ${(sum / placed.length).toFixed(2).replace('-', '−')} on average, from ${grouped(least.stance)} (${least.key}) to ${grouped(most.stance)} (${most.key}); ${against === 0 ? 'nobody is' : `${against} ${against === 1 ? 'is' : 'are'}`} against.`,
    chart: {
      form: 'map',
      across: { label: 'Frame', steps: FRAMES.map((label) => ({ label, span: null })) },
      down: { label: 'Stance', steps: BANDS.map(({ label, note }) => ({ label, note, span: null })) },
      fields: BANDS.map(() => FRAMES.map(() => null)),
      items: placed.map(({ at, stance, column, row, key }) => ({
        label: `${key} ${signedStance(stance)}`,
        paint: BANDS[row]?.paint ?? 'soft',
        at: [column, row],
        name: `${key}, stance ${signedStance(stance)}, frame ${at.at('frame').text}${at.at('interest').text ? `: ${at.at('interest').text}` : ''}`,
        span: at.at('key').span,
        ...(at.node ? { extent: at.node.span } : {}),
      })),
    },
    table: {
      kind: 'table',
      caption: 'Stances and frames',
      columns: [
        { label: 'Person', align: 'start' },
        { label: 'Stance', align: 'end' },
        { label: 'Frame', align: 'start' },
      ],
      rows: placed.map(({ at, stance, key }) => ({
        cells: [
          { text: key, span: at.at('key').span },
          { text: signedStance(stance), span: at.at('stance').span },
          { text: at.at('frame').text ?? '–', span: at.at('frame').span },
        ],
      })),
    },
    tabled: true,
    span: root.at('people').keySpan,
  };
  if (missing.length === 0) return [chart];
  const without = `${listed(missing)} ${missing.length === 1 ? 'has' : 'have'} no place on it: the stance is a number, the frame VP, CTO or IC.`;
  return [chart, { kind: 'paragraph', text: without, span: null, tone: 'quiet' }];
}

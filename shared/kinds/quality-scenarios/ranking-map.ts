import type { Block, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { MapItem, Paint } from '../../preview/chart/spec';
import type { Scenario, Scenarios } from './model';

const WHAT = 'the scenarios by importance and difficulty';
/** From what is asked first to what is asked last. */
const IMPORTANCE: readonly string[] = ['H', 'M', 'L'];
const DIFFICULTY: readonly string[] = ['L', 'M', 'H'];
const WORDS: Readonly<Record<string, string>> = { H: 'High', M: 'Medium', L: 'Low' };

/** Background by the number of High ratings: where both are, the design has to argue (QA-C3). */
const FIELDS: readonly (Paint | null)[] = [null, 'plain-wash', 'warning-wash'];

const VERDICTS: Readonly<Record<string, { readonly paint: Paint; readonly word: string }>> = {
  risk: { paint: 'bad', word: 'risk' },
  open: { paint: 'warning', word: 'open' },
  'non-risk': { paint: 'good', word: 'no risk' },
};

/** Where each scenario stands by importance and difficulty, with what was found about it. */
export function rankingMap(model: Scenarios): Block[] {
  const placed = model.scenarios.filter((scenario) => fieldOf(scenario) !== null);
  const missing = model.scenarios.filter((scenario) => fieldOf(scenario) === null).map(({ name }) => name);
  if (placed.length === 0) return [leftOut(WHAT, 'No scenario has both rated H, M or L yet.')];
  if (placed.length > MOST_MARKS)
    return [leftOut(WHAT, `${placed.length} scenarios are more than a map can hold.`)];
  const chart: Block = {
    kind: 'chart',
    title: 'Scenarios by importance and difficulty, with their verdict',
    alt: altOf(placed),
    chart: {
      form: 'map',
      across: { label: 'Difficulty', steps: DIFFICULTY.map(stepOf) },
      down: { label: 'Importance', steps: IMPORTANCE.map(stepOf) },
      fields: IMPORTANCE.map((importance) =>
        DIFFICULTY.map(
          (difficulty) => FIELDS[[importance, difficulty].filter((rating) => rating === 'H').length] ?? null,
        ),
      ),
      items: placed.map(itemOf),
      legend: Object.entries(VERDICTS)
        .filter(([verdict]) => placed.some(({ at }) => at.at('verdict').text === verdict))
        .map(([, { paint, word }]) => ({
          label: word,
          paint,
          shape: 'box' as const,
        })),
    },
    table: tableOf(placed),
    tabled: true,
    span: model.root.at('scenarios').keySpan,
  };
  if (missing.length === 0) return [chart];
  const without = `${listed(missing)} ${missing.length === 1 ? 'has' : 'have'} no place on it: importance and difficulty are H, M or L.`;
  return [chart, { kind: 'paragraph', text: without, span: null, tone: 'quiet' }];
}

function stepOf(rating: string) {
  return { label: WORDS[rating] ?? rating, span: null };
}

function fieldOf({ at }: Scenario): [column: number, row: number] | null {
  const column = DIFFICULTY.indexOf(at.at('difficulty').text ?? '');
  const row = IMPORTANCE.indexOf(at.at('importance').text ?? '');
  return column < 0 || row < 0 ? null : [column, row];
}

function itemOf(scenario: Scenario): MapItem {
  const { at } = scenario;
  const verdict = VERDICTS[at.at('verdict').text ?? ''];
  const id = at.at('id').text ?? '?';
  const risk = at.at('risk').text;
  const about = [at.at('attribute').text, at.at('measure').text].filter((part) => part !== null).join(': ');
  return {
    label: verdict ? `${id} ${verdict.word}` : `${id} ?`,
    paint: verdict?.paint ?? 'soft',
    at: fieldOf(scenario) ?? [0, 0],
    name: `${scenario.name}${about ? `, ${about}` : ''}. Importance ${rated(scenario, 'importance')}, difficulty ${rated(scenario, 'difficulty')}, ${verdict ? `verdict ${at.at('verdict').text}` : 'no verdict yet'}${risk === null ? '' : `, ${risk}`}`,
    span: at.at('id').span,
    ...(at.node ? { extent: at.node.span } : {}),
  };
}

function rated({ at }: Scenario, key: 'importance' | 'difficulty'): string {
  return (WORDS[at.at(key).text ?? ''] ?? '–').toLowerCase();
}

function altOf(placed: readonly Scenario[]): string {
  const hardest = placed.filter((scenario) => scenario.hardest).map(({ name }) => name);
  const verdicts = Object.keys(VERDICTS).flatMap((verdict) => {
    const count = placed.filter(({ at }) => at.at('verdict').text === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  const first = hardest.length === 0 ? 'None is rated high in both' : `High in both: ${listed(hardest)}`;
  return `${placed.length} scenarios by importance and difficulty. ${first}.${verdicts.length > 0 ? ` Verdicts: ${listed(verdicts)}.` : ''}`;
}

function tableOf(placed: readonly Scenario[]): TableBlock {
  return {
    kind: 'table',
    caption: 'Importance, difficulty and verdict of the scenarios',
    columns: [
      { label: 'Scenario', align: 'start', width: 2 },
      { label: 'Importance', align: 'start' },
      { label: 'Difficulty', align: 'start' },
      { label: 'Verdict', align: 'start' },
    ],
    rows: placed.map(({ at, name }) => ({
      cells: [
        { text: name, span: at.at('id').span },
        ...['importance', 'difficulty', 'verdict'].map((key) => {
          const text = at.at(key).text;
          return { text: text === null ? '–' : (WORDS[text] ?? text), span: at.at(key).span };
        }),
      ],
    })),
  };
}

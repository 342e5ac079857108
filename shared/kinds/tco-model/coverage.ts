import type { CostModel, CostOption } from './model';
import { CATEGORIES } from './schema';

/** What every option must cost, each by one of the named categories. */
export const NEEDED: readonly (readonly string[])[] = [
  ['platform', 'processing'],
  ['storage', 'archive'],
  ['staffing'],
];

/**
 * Categories that an option has no line for although another option has one, and `excluded` does not name, in the order of the format.
 * `other` is no category that options could share.
 */
export function uncoveredCategories(model: CostModel, option: CostOption): readonly string[] {
  const used = new Set(model.options.flatMap((o) => o.lines.map((line) => line.category)));
  const own = new Set(option.lines.map((line) => line.category));
  const excluded = model.root
    .at('excluded')
    .items.map((item) => (item.at('item').text ?? '').toLowerCase())
    .join('\n');
  return CATEGORIES.filter(
    (category) =>
      category !== 'other' && used.has(category) && !own.has(category) && !excluded.includes(category),
  );
}

/** True for the option that changes nothing: its name says so. Files that name it elsewhere (the tradeoff matrix) are asked by the criterion. */
export function saysStatusQuo(option: CostOption): boolean {
  return /status[ -]?quo|do nothing|as[ -]is\b|\bcurrent\b|\btoday\b/i.test(`${option.id} ${option.name}`);
}

/** Stated values of one category added per year; null where a line of it has no number. Empty when the option has no such line. */
export function categoryYears(option: CostOption, category: string): readonly (number | null)[] {
  const lines = option.lines.filter((line) => line.category === category);
  if (lines.length === 0) return [];
  return (lines[0]?.values ?? []).map((_, year) =>
    lines.reduce<number | null>((sum, line) => {
      const value = line.values[year] ?? null;
      return sum === null || value === null ? null : sum + value;
    }, 0),
  );
}

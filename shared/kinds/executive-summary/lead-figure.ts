import { amounts, dates, quantities } from '../../text/quantities';

/** The figure a point is about, set large beside it: the number, and its unit in small. */
export interface LeadFigure {
  readonly value: string;
  readonly unit: string;
}

const DEADLINE = /\b(?:by|until|before)\s+(\d{4}-\d{2}-\d{2})\b/i;
/** Thousands are figures without a unit too; a share of something is shown with it. */
const COUNT = /(?<![\w,.$€£-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:\s(?:million|billion|k|M))?(?![\w,-])/u;
const SPLIT = /^([$€£]?\s?[\d,.]+(?:\s?(?:%|×|million|billion))?)\s*(.*)$/u;

/**
 * The figure of one point: money before all else, then a deadline, then the first quantity or large count, then a date. Null for a point without any;
 * numbers inside of identifiers (`AI-04`) are none.
 */
export function leadFigure(text: string): LeadFigure | null {
  const money = amounts(text)[0];
  if (money) return { value: money.text, unit: '' };
  const deadline = DEADLINE.exec(text)?.[1];
  if (deadline !== undefined) return { value: deadline, unit: '' };
  const quantity = quantities(text).find(({ from }) => !/[\w-]/.test(text[from - 1] ?? ' '));
  const count = COUNT.exec(text);
  if (count && (!quantity || count.index < quantity.from)) return { value: count[0], unit: '' };
  if (quantity) {
    const [, value = quantity.text, unit = ''] = SPLIT.exec(quantity.text) ?? [];
    return { value, unit: isHalf(value, unit) ? '' : unit };
  }
  const date = dates(text)[0];
  return date ? { value: date.text, unit: '' } : null;
}

/** A counted thing in the singular is the first half of a longer name: of "295,571 order lines" only the number is shown. */
function isHalf(value: string, unit: string): boolean {
  return /^[a-z]{4,}$/.test(unit) && !unit.endsWith('s') && value !== '1';
}

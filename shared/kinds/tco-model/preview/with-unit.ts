import { grouped } from '../../../preview/number-text';

/** Share units read as per cent; others keep their name. */
export function withUnit(value: number | null, unit: string | null): string {
  if (value === null) return '–';
  // Two thirds are read as 66.667 %.
  const percent = Number((value * 100).toFixed(3));
  if (unit === 'share') return `${grouped(percent)} %`;
  if (unit?.startsWith('share/')) return `${grouped(percent)} %/${unit.slice('share/'.length)}`;
  if (unit === null || unit === 'factor' || unit === 'ratio')
    return `${unit === 'factor' ? '×' : ''}${grouped(value)}`;
  return `${grouped(value)} ${unit}`;
}

import { grouped } from '../../../preview/number-text';

/** Share units read as per cent; others keep their name. */
export function withUnit(value: number | null, unit: string | null): string {
  if (value === null) return '–';
  if (unit === 'share') return `${grouped(value * 100)} %`;
  if (unit?.startsWith('share/')) return `${grouped(value * 100)} %/${unit.slice('share/'.length)}`;
  if (unit === null || unit === 'factor' || unit === 'ratio')
    return `${unit === 'factor' ? '×' : ''}${grouped(value)}`;
  return `${grouped(value)} ${unit}`;
}

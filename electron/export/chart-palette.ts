import type { Palette } from '../../shared/preview/chart/svg';

/** Charts on paper, in step with the print theme of diagrams: black on white, one accent, and series that stay apart in grey. */
export const PRINT_PALETTE: Palette = {
  s1: '#2f3480',
  s2: '#9ec3c0',
  s3: '#e0bd7e',
  s4: '#5b6579',
  s5: '#8a5580',
  s6: '#b3c286',
  s7: '#a9543a',
  s8: '#d3cfc7',
  ink: '#000000',
  soft: '#333333',
  line: '#555555',
  hairline: '#d4d4d4',
  paper: '#ffffff',
  'on-light': '#000000',
  accent: '#2f3480',
  'accent-wash': '#ededf5',
  rest: '#c4c4c4',
  'plain-wash': '#f4f4f4',
  good: '#1f6b3b',
  'good-wash': '#e9f3ec',
  warning: '#7d5200',
  'warning-wash': '#f8efdc',
  bad: '#a8261c',
  'bad-wash': '#f8e6e3',
};

/** What a duration of an incident can measure. All are differences of two moments; time to mitigate counts from detection. */
export const DURATION_MEASURES = {
  detect: 'time to detect',
  declare: 'time to declare',
  mitigate: 'time to mitigate',
  impact: 'total impact',
  recover: 'time to recover',
  replay: 'replay',
  resolve: 'time to resolve',
} as const;
export type DurationMeasure = keyof typeof DURATION_MEASURES;

/** How the first cell of a row names a measure, as a heading key. */
const ROWS: readonly (readonly [DurationMeasure, RegExp])[] = [
  ['detect', /^(?:time to (?:detect|detection|notice)|detection time)/],
  ['declare', /^(?:time to (?:declare|declaration)|declaration time)/],
  ['mitigate', /^(?:time to (?:mitigate|mitigation)|mitigation time)/],
  ['impact', /^(?:total impact|impact (?:duration|time)|duration of (?:the )?impact|time of impact)/],
  ['recover', /^(?:time to recover|recovery time|time to recovery)/],
  ['replay', /^replay(?: (?:time|duration))?$/],
  ['resolve', /^(?:time to (?:resolve|resolution)|resolution time)/],
];

const SAYS = '(?:\\s+(?:was|is|of|took|came\\s+to|stood\\s+at|:)|:|,)?\\s+';

/** How a sentence names a measure right before a length. Kept narrow: "for 10 min" alone can be the length of anything. */
const BEFORE: readonly (readonly [DurationMeasure, RegExp])[] = [
  ['detect', new RegExp(`(?<!\\p{L})time\\s+to\\s+(?:detect|detection|notice)${SAYS}$`, 'iu')],
  [
    'detect',
    /(?<!\p{L})(?:found|noticed|detected|discovered)\s+(?:(?:it|this|the\s+\p{L}+|only|us|them)\s+){0,2}after\s+$/iu,
  ],
  ['detect', /(?<!\p{L})(?:silence\s+of|(?:unnoticed|undetected)\s+for)\s+$/iu],
  ['declare', new RegExp(`(?<!\\p{L})time\\s+to\\s+(?:declare|declaration)${SAYS}$`, 'iu')],
  ['mitigate', new RegExp(`(?<!\\p{L})time\\s+to\\s+(?:mitigate|mitigation)${SAYS}$`, 'iu')],
  ['mitigate', /(?<!\p{L})mitigation\s+(?:took|lasted)\s+$/iu],
  ['impact', /(?<!\p{L})(?:total\s+impact|impact|incident|outage)\s+(?:of|lasted|was)\s+$/iu],
  ['recover', new RegExp(`(?<!\\p{L})time to recover(?:y|\\s+data)?${SAYS}$`, 'iu')],
  ['replay', /(?<!\p{L})(?:the|this)\s+replay\s+(?:took|lasted|ran\s+for)\s+$/iu],
  ['replay', /(?<!\p{L})it\s+restored\s+[\d,]+\s+\p{L}+\s+in\s+$/iu],
  ['resolve', new RegExp(`(?<!\\p{L})time\\s+to\\s+(?:resolve|resolution)${SAYS}$`, 'iu')],
];

/** A headline is about the whole incident. */
const HEADLINE =
  /(?<!\p{L})(?:dropped|discarded|lost|filtered|missing|down|unavailable)(?:\s+\p{L}+){0,2}\s+for\s+$/iu;

const AFTER_DETECT = /^\s+(?:of|passed\s+in|went\s+by\s+in)\s+silence(?!\p{L})/iu;
const STOPPED_BEFORE = /(?<!\p{L})(?:stopped|mitigated|contained)\s+$/iu;

/** What might have been, or is asked for, is no measurement of this incident. */
const IMAGINED =
  /(?<!\p{L})(?:if|would|could|might|may|given|same|again|suppose|assum(?:e|es|ed|ing)|target|goal|objective|promises?|drill|should|must|had)(?!\p{L})/iu;

/** A phrase and the words it allows are shorter than this. */
export const NEAR = 100;

/** The measure that a row is named after; null for any other row. */
export function rowMeasure(key: string): DurationMeasure | null {
  return ROWS.find(([, form]) => form.test(key))?.[0] ?? null;
}

/** True for a sentence that speaks of what might have been or is asked for: its lengths of time measure nothing. */
export function isImagined(sentence: string): boolean {
  return IMAGINED.test(sentence);
}

/** The measure that a sentence names right beside a length of time; null when it names none. */
export function namedMeasure(before: string, after: string, headline: boolean): DurationMeasure | null {
  const near = before.slice(-NEAR);
  const named = BEFORE.find(([, form]) => form.test(near))?.[0];
  if (named) return named;
  if (AFTER_DETECT.test(after)) return 'detect';
  if (STOPPED_BEFORE.test(near) && /^\s+later(?!\p{L})/iu.test(after)) return 'mitigate';
  return headline && HEADLINE.test(near) ? 'impact' : null;
}

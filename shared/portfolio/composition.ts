import { PARTS, type Part } from '../domain/part';
import { PORTFOLIO_FILE } from '../rubric/own-files';
import { OUTPUTS, type Output } from './outputs';

export { PORTFOLIO_FILE };

/** Who a portfolio is made for. */
export type Audience = 'committee' | 'interview';

export type Paper = 'A4' | 'Letter';

/** What differs between the people who read a portfolio, as long as the kit says nothing else. */
export interface AudiencePreset {
  readonly id: Audience;
  readonly title: string;
  /** What the portfolio is called where it has no title of its own. */
  readonly portfolioTitle: string;
  /** One line on what is different. */
  readonly summary: string;
  readonly parts: readonly Part[];
  /** Grades, waivers and what the rubric counted are for the own house. */
  readonly grades: boolean;
  /** Facts about the candidate that stand on the cover. */
  readonly facts: readonly (keyof Candidate)[];
  /** Sections of the cover memo that are not printed, by the beginning of their headings. */
  readonly withoutSections: readonly string[];
}

export const AUDIENCES: readonly AudiencePreset[] = [
  {
    id: 'committee',
    title: 'Promotion committee',
    portfolioTitle: 'Promotion portfolio',
    summary: 'The parts in their order, with grades, the level sought and who can speak to it.',
    parts: PARTS.map(({ part }) => part),
    grades: true,
    facts: ['name', 'level', 'period', 'manager'],
    withoutSections: [],
  },
  {
    id: 'interview',
    title: 'Interview loop',
    portfolioTitle: 'Engineering portfolio',
    summary:
      'The design and what became of it first; without grades, level, manager and the colleagues who can speak to it.',
    parts: [1, 4, 2, 3],
    grades: false,
    facts: ['name', 'period'],
    withoutSections: ['who can speak', 'references', 'who to ask'],
  },
];

export interface Candidate {
  readonly name: string;
  /** The level that is sought. */
  readonly level: string;
  /** What time the work is from. */
  readonly period: string;
  readonly manager: string;
}

/** The end of the path of the template that a cover memo starts from. */
export const MEMO_TEMPLATE = 'templates/promo-packet-template.md';

/** What a portfolio holds, in which order and for whom: `.staffwright/portfolio.yaml`. Empty texts and lists leave a choice to the kit. */
export interface Composition {
  readonly audience: Audience;
  /** Null: the paper of the studio's settings. */
  readonly paper: Paper | null;
  /** Whether TeX between dollars is set as formulas. Null: as the studio's settings have it for the preview. */
  readonly formulas: boolean | null;
  /** What an export makes; empty: everything. */
  readonly outputs: readonly Output[];
  /** Whether exports hide what the kit's list names. */
  readonly redact: boolean;
  readonly title: string;
  readonly subtitle: string;
  readonly candidate: Candidate;
  /** The parts that are printed, in their order; empty: all of them, as the audience reads them. */
  readonly parts: readonly Part[];
  /** Paths in reading order within their parts; artifacts that are not named keep their place among the others. */
  readonly order: readonly string[];
  /** Paths that are not printed. */
  readonly leaveOut: readonly string[];
  /** Paths that stand in the appendix instead of their part. */
  readonly appendix: readonly string[];
  /** Whether the cover memo opens the book, if the kit has one. */
  readonly memo: boolean;
  /** Whether a list says where the evidence of each claim of the memo stands. */
  readonly claims: boolean;
  /** Null: as the audience has it. */
  readonly grades: boolean | null;
  /** Whether the appendix holds the text of each file that is printed as what it means. */
  readonly sources: boolean;
}

export const NO_CANDIDATE: Candidate = { name: '', level: '', period: '', manager: '' };

export const DEFAULT_COMPOSITION: Composition = {
  audience: 'committee',
  paper: null,
  formulas: null,
  outputs: [],
  redact: false,
  title: '',
  subtitle: '',
  candidate: NO_CANDIDATE,
  parts: [],
  order: [],
  leaveOut: [],
  appendix: [],
  memo: true,
  claims: true,
  grades: null,
  sources: false,
};

export function presetOf({ audience }: Pick<Composition, 'audience'>): AudiencePreset {
  return AUDIENCES.find(({ id }) => id === audience) ?? (AUDIENCES[0] as AudiencePreset);
}

/** The parts that are printed, in their order. */
export function partsOf(composition: Composition): readonly Part[] {
  return composition.parts.length > 0 ? composition.parts : presetOf(composition).parts;
}

export function showsGrades(composition: Composition): boolean {
  return composition.grades ?? presetOf(composition).grades;
}

/** What an export of a kit makes as long as it is not asked for anything else. */
export function outputsOf({ outputs }: Pick<Composition, 'outputs'>): readonly Output[] {
  return outputs.length > 0 ? outputs : OUTPUTS;
}

/** A text of the file, a switch or a list, by its keys from the root. */
export const PLACES = {
  audience: ['audience'],
  paper: ['paper'],
  formulas: ['formulas'],
  outputs: ['outputs'],
  redact: ['redact'],
  title: ['cover', 'title'],
  subtitle: ['cover', 'subtitle'],
  name: ['candidate', 'name'],
  level: ['candidate', 'level'],
  period: ['candidate', 'period'],
  manager: ['candidate', 'manager'],
  parts: ['parts'],
  order: ['order'],
  leaveOut: ['leave_out'],
  appendix: ['appendix'],
  memo: ['memo'],
  claims: ['claims'],
  grades: ['grades'],
  sources: ['sources'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The keys of the file in the order in which they are written. */
export const KEYS: readonly string[] = ['version', ...new Set(Object.values(PLACES).map(([key]) => key))];

/** The keys below `cover` and `candidate`. */
export const INNER_KEYS: Readonly<Record<string, readonly string[]>> = {
  cover: ['title', 'subtitle'],
  candidate: ['name', 'level', 'period', 'manager'],
};

import { WORDS_FILE } from '../spelling/kit-words';
import type { Span } from '../text/span';
import { ASSESSMENTS_FILE } from './assessments/assessment';
import { WAIVERS_FILE } from './waivers/waiver';

/** What a redacted export hides and by which pseudonyms; read by `shared/portfolio/redaction`. */
export const REDACTION_FILE = '.staffwright/redaction.yaml';

/** What the portfolio of the kit holds, in which order and for whom; read by `shared/portfolio`. */
export const PORTFOLIO_FILE = '.staffwright/portfolio.yaml';

/** How the kit is worked on; read by `write-first.ts`. */
export const SETTINGS_FILE = '.staffwright/settings.yaml';

/**
 * The studio's own files inside a kit, with what they are: text of the kit like any other, so that git carries it, but about the artifacts
 * and none themselves.
 */
export const OWN_FILE_ROLES: ReadonlyMap<string, string> = new Map([
  [WAIVERS_FILE, 'It lists the findings that are waived, with their reasons'],
  [ASSESSMENTS_FILE, 'It holds what people answered to the questions that only they can judge'],
  [WORDS_FILE, 'It lists the words that this kit spells so'],
  [REDACTION_FILE, 'It lists what redacted exports hide, with the pseudonyms'],
  [PORTFOLIO_FILE, 'It says what the portfolio holds, in which order and for whom'],
  [SETTINGS_FILE, 'It says how this kit is worked on'],
]);

/** Reads one of them whose content is not the rubric's business, and says what in it does not hold. Total. */
export interface OwnFileReader {
  /** Of its findings. */
  readonly id: 'portfolio' | 'redaction';
  readonly path: string;
  read(
    text: string,
    has: (path: string) => boolean,
  ): readonly { readonly message: string; readonly span: Span }[];
}

export const OWN_FILES: readonly string[] = [...OWN_FILE_ROLES.keys()];

import { WORDS_FILE } from '../spelling/kit-words';
import { ASSESSMENTS_FILE } from './assessments/assessment';
import { WAIVERS_FILE } from './waivers/waiver';

/**
 * The studio's own files inside a kit, with what they are: text of the kit like any other, so that git carries it, but about the artifacts
 * and none themselves.
 */
export const OWN_FILE_ROLES: ReadonlyMap<string, string> = new Map([
  [WAIVERS_FILE, 'It lists the findings that are waived, with their reasons'],
  [ASSESSMENTS_FILE, 'It holds what people answered to the questions that only they can judge'],
  [WORDS_FILE, 'It lists the words that this kit spells so'],
]);

export const OWN_FILES: readonly string[] = [...OWN_FILE_ROLES.keys()];

import { type OwnFileReader, PORTFOLIO_FILE, REDACTION_FILE } from '../rubric/own-files';
import { readComposition } from './read-composition';
import { readRedaction } from './redaction/read-redaction';

/** What a session says of the files that compose and redact exports: what of them does not hold. */
export const PORTFOLIO_READERS: readonly OwnFileReader[] = [
  { id: 'portfolio', path: PORTFOLIO_FILE, read: (text, has) => readComposition(text, has).problems },
  { id: 'redaction', path: REDACTION_FILE, read: (text) => readRedaction(text).problems },
];

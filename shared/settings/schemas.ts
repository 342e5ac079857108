import type { TSchema } from '@sinclair/typebox';
import {
  JournalHeader,
  JournalStep,
  StoredFileVersions,
  StoredMilestone,
  StoredPreferences,
  StoredProgress,
  StoredRecent,
  StoredSession,
  StoredStandards,
  StoredWindow,
} from './stored';

/** Every stored format by the name of its validator, which is compiled ahead of time: `validators['settings:<name>']`. */
export const settingsSchemas: Record<string, TSchema> = {
  preferences: StoredPreferences,
  recent: StoredRecent,
  standards: StoredStandards,
  window: StoredWindow,
  session: StoredSession,
  progress: StoredProgress,
  'journal-header': JournalHeader,
  'journal-step': JournalStep,
  'file-versions': StoredFileVersions,
  milestone: StoredMilestone,
};

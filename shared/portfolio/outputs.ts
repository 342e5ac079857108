/** What an export makes; each can be left out. */
export const OUTPUTS = ['pdf', 'briefing', 'html', 'zip'] as const;
export type Output = (typeof OUTPUTS)[number];

/**
 * A file an export leaves. The briefing is two: who presents full screen or sends the slides on must not run into the speaker's own notes.
 */
export const OUTPUT_FILES = ['pdf', 'briefing', 'notes', 'html', 'zip'] as const;
export type OutputFile = (typeof OUTPUT_FILES)[number];

/** Its name in the chosen folder, and in the zip. */
export const FILE_NAMES: Readonly<Record<OutputFile, string>> = {
  pdf: 'portfolio.pdf',
  briefing: 'briefing.pdf',
  notes: 'briefing-notes.pdf',
  html: 'portfolio.html',
  zip: 'portfolio.zip',
};

/** What it is, in a few words. */
export const FILE_PURPOSES: Readonly<Record<OutputFile, string>> = {
  pdf: 'what to read, with contents and bookmarks',
  briefing: 'the executive summary as slides',
  notes: 'the slides with the notes of the speaker, for print',
  html: 'the same as a page for the screen, in one file; opens in any browser, without a network',
  zip: 'all of these with the sources and a manifest',
};

/** The files of some outputs. Those that need something the kit lacks are not made in the end. */
export function filesOf(outputs: readonly Output[]): OutputFile[] {
  return OUTPUT_FILES.filter((file) => outputs.includes(file === 'notes' ? 'briefing' : file));
}

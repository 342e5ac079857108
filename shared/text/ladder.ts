/** The columns of an escalation ladder, under the names they go by. */
export const LADDER_COLUMNS = {
  level: ['level'],
  decider: ['decider', 'who decides', 'decided by', 'decides'],
  entry: ['entry condition', 'entry', 'when', 'enters'],
  acknowledge: ['acknowledge', 'ack'],
  decide: ['decide within', 'decide in', 'decision within', 'decide by'],
} as const;
export type LadderColumn = keyof typeof LADDER_COLUMNS;

/** `L2` of "L2", "Level 2" or "2"; null for a name without number. */
export function levelName(text: string): string | null {
  const number = /^(?:l|level)?[ -]?(\d)(?!\d)/i.exec(text.trim())?.[1];
  return number === undefined ? null : `L${number}`;
}

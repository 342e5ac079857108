const WHOLE = {
  Frame: 'VP: cost and risk',
  'Asked by': 'the VP Engineering',
  'What is really being asked': 'When does the money come back?',
  'Answer in one breath': 'In year 4, $445,740 ahead.',
  Evidence: 'Row NPV of the [model](tco-5yr-model.yaml), $445,740.',
  Concede: 'For three years we are behind in cash.',
  'If pressed': 'Stopping early leaves the old path untouched.',
  'Do not say': '"It pays for itself."',
  Tripwire: 'TW-02',
} as const;

/** A block for the examples, with some fields written differently; null leaves a field out. */
export function block(
  changed: Readonly<Partial<Record<keyof typeof WHOLE, string | null>>>,
  number = 1,
): string {
  const fields: Readonly<Record<string, string | null>> = { ...WHOLE, ...changed };
  const lines = Object.entries(fields).flatMap(([name, text]) =>
    text === null ? [] : [`- **${name}:** ${text}`.trimEnd()],
  );
  return `## O-${String(number).padStart(2, '0')} "Why?"\n\n${lines.join('\n')}\n\n`;
}

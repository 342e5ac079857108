/** A document with one chain per list of steps, for the examples of the criteria. Steps get their numbers here. */
export function chains(...all: readonly (readonly string[])[]): string {
  const body = all.map((steps, i) => {
    const name = String.fromCharCode(65 + i);
    const lines = steps.map((step, n) =>
      step.startsWith('!') ? `\n${step.slice(1)}\n` : `- Why ${n + 1}: ${step}\n`,
    );
    return `## Chain ${name}\n\n${lines.join('')}`;
  });
  return `# Whys\n\n${body.join('\n')}`;
}

export const FACTORS = {
  'kit/contributing-factors.yaml':
    'factors:\n  - {id: CF-01, title: Direction}\n  - {id: CF-02, title: Filter}\n',
};

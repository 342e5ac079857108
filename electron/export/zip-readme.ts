import type { PortfolioManifest } from '../../shared/portfolio/manifest';
import type { PortfolioPlan } from '../../shared/portfolio/plan';

/** What stands beside the files in the zip, for people who open it without Staffwright. */
export function zipReadme(plan: PortfolioPlan, manifest: PortfolioManifest): string {
  const by = plan.candidate ? ` of ${plan.candidate}` : '';
  const lines = [
    `# ${plan.title}`,
    '',
    `The portfolio${by}, made from the kit "${plan.kitName}"${plan.date ? `, state of ${plan.date}` : ''}.`,
    '',
    '- `portfolio.pdf`: what to read, with contents and bookmarks.',
    '- `kit/`: the sources as plain Markdown, YAML, JSON and Mermaid.',
    '- `manifest.json`: every file with its SHA-256, and how each artifact stands.',
    '',
    '## What the PDF holds',
    '',
    ...plan.parts.flatMap((part) => [
      `- Part ${part.part}, ${part.title}`,
      ...part.artifacts.map((artifact) => `  - ${artifact.title} (\`kit/${artifact.path}\`)`),
    ]),
    '',
  ];
  const { must, should } = manifest.open;
  if (must > 0)
    lines.push(`The rubric still holds ${must} must and ${should} should findings against this packet.`, '');
  return lines.join('\n');
}

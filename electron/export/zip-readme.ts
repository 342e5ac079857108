import type { PortfolioManifest } from '../../shared/portfolio/manifest';
import { FILE_NAMES, FILE_PURPOSES, OUTPUT_FILES } from '../../shared/portfolio/outputs';
import type { PortfolioPlan } from '../../shared/portfolio/plan';

/** What stands beside the files in the zip, for people who open it without Staffwright. */
export function zipReadme(plan: PortfolioPlan, manifest: PortfolioManifest): string {
  const by = plan.candidate ? ` of ${plan.candidate}` : '';
  const lines = [
    `# ${plan.title}`,
    '',
    `The portfolio${by}, made from the kit "${plan.kitName}"${plan.date ? `, state of ${plan.date}` : ''}.`,
    '',
    ...OUTPUT_FILES.filter((file) => manifest.outputs.some(({ path }) => path === FILE_NAMES[file])).map(
      (file) => `- \`${FILE_NAMES[file]}\`: ${FILE_PURPOSES[file]}.`,
    ),
    '- `kit/`: the sources as plain Markdown, YAML, JSON and Mermaid.',
    `- \`manifest.json\`: ${plan.grades ? 'how each artifact stands, ' : ''}the paper, the versions it was made with, and every file with its SHA-256 (\`sha256sum\` computes the same).`,
    '',
    '## What the portfolio holds',
    '',
    ...plan.parts.flatMap((part) => [
      `- ${part.kind === 'part' ? `Part ${part.part}, ${part.title}` : part.title}`,
      ...part.artifacts
        .filter(({ as }) => as === undefined)
        .map((artifact) => `  - ${artifact.title} (\`kit/${artifact.path}\`)`),
    ]),
    '',
  ];
  if (manifest.redacted)
    lines.push('Names of people, companies and machines are pseudonyms, the same in every file.', '');
  const faults = manifest.faults?.length ?? 0;
  if (faults > 0) {
    const found = faults === 1 ? '1 fault was found' : `${faults} faults were found`;
    lines.push(
      `Reading these files back, ${found} in them; \`manifest.json\` names each with its place.`,
      '',
    );
  }
  const { must = 0, should = 0 } = manifest.open ?? {};
  if (must > 0)
    lines.push(`The rubric still holds ${must} must and ${should} should findings against this packet.`, '');
  return lines.join('\n');
}

import type { KitReport } from '../../shared/rubric/report';

/** What a packet's readers must know of the exceptions it was judged with: its own standard, and the waivers in force. Empty without any. */
export function exceptionsAsText(report: KitReport, heading: (text: string) => string): readonly string[] {
  const out: string[] = [];
  const { changes, ownKinds } = report.standard ?? { changes: [], ownKinds: [] };
  if (changes.length > 0 || ownKinds.length > 0) {
    out.push('', heading("The kit's own standard (kit.yaml)"));
    for (const { id, from, to, reason, kinds } of changes) {
      const where = kinds.length > 0 ? ` in ${kinds.join(', ')}` : '';
      out.push(`  ${id.padEnd(9)}${from} → ${to}${where}${reason === null ? '' : `: ${reason}`}`);
    }
    for (const { id, title, criteria } of ownKinds)
      out.push(
        `  kind ${id}: ${title}, ${criteria} ${criteria === 1 ? 'criterion' : 'criteria'} of the kit's own`,
      );
  }
  if (report.waivers) {
    out.push('', heading('Waivers'));
    for (const { finding, path, quote, reason, by, date } of report.waivers)
      out.push(
        `  ${finding.padEnd(9)}${path} "${shortened(quote)}"`,
        `           ${reason} (${by}, ${date})`,
      );
  }
  return out;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

import { type AutoCriterion, fail, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { FILES, packet } from '../example-packet';
import { fileOf, type PromoPacket } from '../model';

const PARTS = [1, 2, 3, 4] as const;

/** PP-01. */
export const manifestComplete: AutoCriterion<PromoPacket> = {
  id: 'PP-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'The manifest names existing documents of all four parts',
  failTitle: 'The manifest has a gap',
  why: 'The bundle is the evidence. A document that is not there, or a stage of the work with nothing to show, is what the committee asks about first.',
  hint: 'List at least one document each of the design, the decisions, the review and the postmortem, by its path.',
  sources: ['Seed'],
  check: ({ model, packet: kit, source }) => {
    const { manifest, header, doc } = model;
    const list = header.at('manifest');
    if (manifest.length === 0) {
      const span = list.exists ? list.keySpan : (header.members[0]?.[1].keySpan ?? doc.headings[0]?.span);
      return fail({
        span: span ?? { from: 0, to: Math.min(1, doc.text.length) },
        message: 'The header has no `manifest` of documents with `path`, `kind`, `one_line` and `my_role`',
      });
    }
    const problems: Problem[] = [];
    const covered = new Set<number | string>();
    const links = kit.outgoing(source.path).map(({ span }) => span);
    let broken = false;
    for (const entry of manifest) {
      const file = fileOf(entry, kit.files);
      const part = file === null ? null : kit.partOf(file);
      if (part !== null) covered.add(part);
      if (file !== null) continue;
      const { span } = entry.at.at('path');
      // A path with a folder is a link, and GEN-03 has said that it leads nowhere.
      if (links.some((link) => link.from >= span.from && link.to <= span.to)) broken = true;
      else
        problems.push({
          span,
          message:
            entry.path === '' ? 'An entry of the manifest has no path' : `"${entry.path}" is not in the kit`,
        });
    }
    if (broken && problems.length === 0) return failBecause('GEN-03');
    const missing = PARTS.filter((part) => !covered.has(part));
    // A path that is not found may be the part that is missing.
    if (missing.length > 0 && problems.length === 0)
      problems.push({
        span: list.keySpan,
        message: `The manifest has nothing of part ${missing.join(', ')}`,
      });
    return judge(
      problems,
      manifest.map(({ at }) => at.at('path').span),
    );
  },
  examples: {
    pass: [{ source: packet({}), packet: FILES, evidence: ['part4/INC-2024-0312-postmortem.md'] }],
    fail: [
      { source: packet({ manifest: '' }), packet: FILES, at: ['candidate'] },
      {
        source: packet({}).replace('part2/adr-001-a.md', 'adr-001-a.md'),
        packet: FILES,
        at: ['adr-001-a.md'],
      },
      { source: packet({}).replace('part2/adr-001-a.md', 'part2/adr-002-a.md'), packet: FILES, at: [] },
      {
        source: packet({}).replace(/ {2}- \{path: part3.*\n/, ''),
        packet: FILES,
        at: ['manifest'],
      },
    ],
  },
};

import { resolveLink } from '../../../domain/kit-path';
import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import type { Packet } from '../../../rubric/packet';
import { factors } from '../example-factors';
import type { Factors } from '../model';

/** Families whose ids are documents and registers of the packet; every other token is a record of the scenario. */
const OWN = /^(AI|ADR|RFC|INC|R|D|TW|C|SLO|QA)-\d/;
const PATH = /\.(?:md|ya?ml|json|mmd)(?:#|$)/i;

/** CTF-02. Records of the scenario are the packet's records of the set `scenario-ref`. */
export const evidenceResolves: AutoCriterion<Factors> = {
  id: 'CTF-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Every piece of evidence can be looked up',
  failTitle: 'Evidence leads nowhere',
  why: 'A factor is a claim about the past; the reader who doubts it must be one step from the record, or it stays an opinion.',
  hint: 'Pick the record from the scenario browser, or give the path of a file or the id of an action, ADR or risk.',
  sources: ['HOWIE'],
  check: ({ model, packet, source }) => {
    if (model.factors.length === 0) return failBecause('CTF-01');
    const look = lookup(packet, source.path);
    const problems: Problem[] = [];
    const open = new Set<string>();
    for (const { name, at } of model.factors) {
      const list = at.at('evidence');
      if (list.items.length === 0)
        problems.push({ span: fieldSpan(at, 'evidence'), message: `${name} cites no evidence` });
      for (const item of list.items) {
        const value = item.spelled ?? '';
        const found = look(value);
        if (found === 'unknown')
          problems.push({
            span: item.span,
            message: `${name}: "${value}" is no record, file or id of the packet`,
          });
        else if (found !== 'known') open.add(found);
      }
    }
    if (problems.length === 0 && open.size > 0)
      return notEvaluated(
        `The evidence can be looked up when the packet holds ${[...open].sort().join(' and ')}`,
      );
    return judge(
      problems,
      model.factors.map(({ at }) => at.at('evidence').span),
    );
  },
  examples: {
    pass: [
      {
        source: factors('evidence: [ADR-004, five-whys.md]', 'evidence: [../kit/five-whys.md]'),
        packet: {
          'kit/adr-004-x.md': '---\nid: ADR-004\ntitle: Registry\n---\n\n# Registry\n',
          'kit/five-whys.md': '# Whys\n',
        },
        evidence: ['ADR-004'],
      },
    ],
    fail: [
      {
        source: factors('evidence: [ADR-009, notes.md]', 'title: None'),
        packet: { 'kit/adr-004-x.md': '---\nid: ADR-004\ntitle: Registry\n---\n\n# Registry\n' },
        at: ['ADR-009', 'notes.md', 'CF-02'],
      },
      { source: 'factors: []\n' },
    ],
  },
};

/** Whether a piece of evidence exists; else what the packet lacks to tell. */
function lookup(packet: Packet, path: string): (value: string) => 'known' | 'unknown' | string {
  const records = new Set(packet.records('scenario-ref').map((record) => record.id));
  return (value) => {
    if (value === '') return 'unknown';
    if (records.has(value)) return 'known';
    if (PATH.test(value)) return packet.files.has(resolveLink(path, value) ?? '') ? 'known' : 'unknown';
    const family = OWN.exec(value)?.[1];
    if (family === undefined) return records.size > 0 ? 'unknown' : 'the incident scenario';
    const defined = packet.definitions(family);
    if (defined.length === 0) return `what defines ${family} ids`;
    return defined.some((definition) => definition.id === value) ? 'known' : 'unknown';
  };
}

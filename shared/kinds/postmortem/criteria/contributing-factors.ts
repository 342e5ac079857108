import { type AutoCriterion, fail, failBecause, notEvaluated, pass } from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import type { Section } from '../../../text/markdown';
import { ids } from '../../../text/quantities';
import { columnIndex, tablesIn } from '../../../text/sections';
import type { Postmortem } from '../model';

const LEAST_FACTORS = 4;
const LEAST_CATEGORIES = 3;

/** PM-07. */
export const contributingFactors: AutoCriterion<Postmortem> = {
  id: 'PM-07',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'The trigger is told apart from at least four contributing factors',
  failTitle: 'The causes are too few or of one sort',
  why: 'A single cause, or four of the same sort, means that the search stopped where it was comfortable; the next trigger will find the rest.',
  hint: 'Pull the factors from contributing-factors.yaml: four or more CF ids, from at least three categories.',
  sources: ['HOWIE'],
  check: ({ model, packet }) => {
    const causes = model.section('causes');
    if (!causes || !model.section('trigger')) return failBecause('PM-02');
    const hits = ids(model.doc.plain, 'CF', causes.body);
    const factors = [...new Set(hits.map((hit) => hit.text))];
    const span = causes.heading.span;
    if (factors.length < LEAST_FACTORS) {
      const found = factors.length === 0 ? '' : ` (${factors.join(', ')})`;
      return fail({
        span,
        message: `The causes name ${factors.length} contributing factors by id of ${LEAST_FACTORS}${found}`,
      });
    }
    const categories = categoriesOf(model, causes, packet);
    const known = factors.filter((id) => categories.has(id));
    if (known.length === 0)
      return notEvaluated(
        'The categories of the factors are known when the packet defines them (contributing-factors.yaml)',
      );
    const distinct = [...new Set(known.map((id) => categories.get(id) ?? ''))];
    if (distinct.length < LEAST_CATEGORIES) {
      return fail({
        span,
        message: `The factors come from ${distinct.length} categories of ${LEAST_CATEGORIES} (${distinct.join(', ')})`,
      });
    }
    return pass(...factors.flatMap((id) => hits.find((hit) => hit.text === id) ?? []));
  },
  examples: {
    pass: [
      {
        source: report('CF-01, CF-02, CF-03 and CF-04 combined.'),
        packet: { 'kit/contributing-factors.yaml': factors('Schema', 'Schema', 'Measurement', 'Process') },
        evidence: ['CF-04'],
      },
      {
        source: report(
          '| Factor | Category |\n| --- | --- |\n| CF-01 | Schema |\n| CF-02 | Measurement |\n| CF-03 | Process |\n| CF-04 | Process |',
        ),
      },
    ],
    fail: [
      { source: report('CF-01, again CF-01, and CF-02.'), at: ['## Root causes'] },
      {
        source: report('CF-01, CF-02, CF-03 and CF-04 combined.'),
        packet: { 'kit/contributing-factors.yaml': factors('Schema', 'Schema', 'Schema', 'Process') },
        at: ['## Root causes'],
      },
      { source: '# Report\n\n## Root causes\n\nCF-01.\n' },
    ],
  },
};

/** Category by factor: what the packet defines, else the category column of a table of factors. */
function categoriesOf(model: Postmortem, causes: Section, packet: Packet): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const table of tablesIn(model.doc, causes.body)) {
    const column = columnIndex(table, 'category');
    if (column < 0) continue;
    for (const row of table.rows) {
      const id = /CF-\d{2,4}/.exec(row.cells.map((cell) => cell.text).join(' '))?.[0];
      const category = row.cells[column]?.text ?? '';
      if (id && category !== '') found.set(id, category);
    }
  }
  for (const factor of packet.definitions('CF')) {
    const category = factor.data['category'];
    if (typeof category === 'string') found.set(factor.id, category);
  }
  return found;
}

function report(causes: string): string {
  return `# Report\n\n## Root causes\n\n${causes}\n\n## Trigger\n\nA release.\n`;
}

function factors(...categories: readonly string[]): string {
  return `factors:\n${categories.map((category, i) => `  - {id: CF-0${i + 1}, category: ${category}}\n`).join('')}`;
}

import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { addKeys } from '../../../rubric/repairs/add-keys';
import { writeDate, writeKnown } from '../../../rubric/repairs/write-value';
import { firstLine } from '../../../text/data-tree';
import { DATE, has } from '../../../text/quantities';
import { DIALECT_NAME, type Dialect } from '../dialect';
import { HEADER } from '../header-blanks';
import { sectionsToAdd } from '../missing-section';
import type { Adr } from '../model';
import { OUTLINE } from '../outline';

const ENUMS = {
  status: ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded'],
  reversibility: ['type-1', 'type-2'],
  confidence: ['low', 'medium', 'high'],
} as const;

/** Keys that must be written; those in the second list may be empty lists. */
const FILLED = ['decision-makers', 'reversibility', 'confidence'];
const PRESENT = ['consulted', 'informed', 'supersedes', 'superseded-by', 'related', 'revisit'];
const GENERAL_KEYS = ['id', 'title', 'status', 'date'];

/** AD-01. Keys that every file needs are the concern of GEN-06. */
export const header: AutoCriterion<Adr> = {
  id: 'AD-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The header is complete and its values are known ones',
  failTitle: 'The header is incomplete or holds an unknown value',
  why: 'The header is what the decision log is made from; an ADR without tier and confidence cannot be weighed against the others.',
  hint: 'Fill every key of the ADR header; lists with nothing in them are written as [].',
  sources: ['MADR'],
  check: ({ model }) => {
    const { doc, header, dialect } = model;
    if (!doc.frontMatter && dialect === 'own') return failBecause('GEN-06');
    if (!header.exists) return failBecause('GEN-01');
    const at = (key: string) => header.at(key);
    const filled = (key: string) => at(key).spelled !== null || at(key).items.length > 0;
    const problems: Problem[] = [];
    const absent = [...FILLED, ...PRESENT].filter((key) => !at(key).exists);
    const list = absent.map((key) => `\`${key}\``).join(', ');
    if (dialect !== 'own') problems.push(...foreignGap(model, dialect, list));
    else if (absent.length > 0)
      problems.push({
        span: firstLine(doc.text, header.span),
        message: `The header lacks ${list}`,
        ...addKeys(header.tree, header.path, HEADER, absent),
      });
    for (const key of FILLED)
      if (at(key).exists && !filled(key))
        problems.push({ span: at(key).keySpan, message: `\`${key}\` is empty` });
    const id = at('id').text;
    if (id !== null && !/^ADR-\d{3}$/.test(id)) {
      problems.push({
        span: at('id').span,
        message: `"${id}" is no ADR id; write ADR and three digits, such as ADR-001`,
      });
    }
    for (const [key, values] of Object.entries(ENUMS)) {
      const value = at(key).spelled;
      if (value === null || (values as readonly string[]).includes(value)) continue;
      problems.push({
        span: at(key).span,
        message: `\`${key}\` is "${value}"; it is one of ${values.join(', ')}`,
        ...(dialect === 'own' ? writeKnown(at(key), values) : {}),
      });
    }
    const date = at('date').spelled;
    if (date !== null && !has(date, `^${DATE}$`))
      problems.push({
        span: at('date').span,
        message: `\`date\` is "${date}"; write a date such as 2023-11-10`,
        ...(dialect === 'own' ? writeDate(at('date')) : {}),
      });
    if (problems.length === 0 && GENERAL_KEYS.some((key) => !filled(key))) return failBecause('GEN-06');
    return judge(
      problems,
      ['status', 'date', 'reversibility', 'confidence'].map((key) => at(key).span),
    );
  },
  examples: {
    pass: [{ source: example({}), evidence: ['type-1', 'medium'] }],
    fail: [
      { source: example({ status: 'agreed' }), at: ['agreed'] },
      { source: example({ reversibility: 'type-3', confidence: '70 %' }), at: ['type-3', '70 %'] },
      { source: example({ date: '10 November' }), at: ['10 November'] },
      {
        source: example({ status: 'Accepted', reversibility: 'Type 1', date: '10 November 2023' }),
        at: ['Accepted', 'Type 1', '10 November 2023'],
      },
      { source: example({ id: 'ADR-1' }), at: ['ADR-1'] },
      { source: example({}).replace('consulted: []\n', ''), at: ['id: ADR-001'] },
      { source: example({ 'decision-makers': '[]' }), at: ['decision-makers'] },
      { source: '# No header\n', at: [] },
    ],
  },
};

/** All that another convention has no place for, told once: the criteria of those sections fail because of this. */
function foreignGap(adr: Adr, dialect: Exclude<Dialect, 'own'>, keys: string): readonly Problem[] {
  const sections = sectionsToAdd(adr).map((name) => OUTLINE[name].name);
  const wanted = [
    ...(keys === '' ? [] : [`${keys} in the header`]),
    ...(sections.length === 0
      ? []
      : [`the ${sections.length === 1 ? 'section' : 'sections'} ${sections.join(', ')}`]),
  ];
  if (wanted.length === 0) return [];
  return [
    {
      span: adr.doc.headings[0]?.span ?? firstLine(adr.doc.text, adr.header.span),
      message: `This ADR has ${DIALECT_NAME[dialect]}, and what it holds was read there; what it lacks is ${wanted.join(', and ')}`,
      hint: 'Add them to this file as it is; sections may keep the names they have.',
    },
  ];
}

function example(fields: Readonly<Record<string, string>>): string {
  const all = {
    id: 'ADR-001',
    title: 'Use Kafka',
    status: 'accepted',
    date: '"2023-11-10"',
    owner: 'Kofi Darrow',
    'decision-makers': '[Dmitri Castellane]',
    consulted: '[]',
    informed: '[]',
    reversibility: 'type-1',
    confidence: 'medium',
    supersedes: '[]',
    'superseded-by': '[]',
    related: '[]',
    revisit: '[]',
    ...fields,
  };
  return `---\n${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\n# ADR\n`;
}

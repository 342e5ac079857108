import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { DataReader } from '../../../rubric/read-data';
import { log, scenario } from '../example-scenario';
import { nameOf, placeOf, type Scenario } from '../model';

/** Top-level keys that are mappings, and lists that hold no evidence. */
const MAPPINGS = ['metadata', 'schemas', 'job_sql'] as const;
const MAPPING_LISTS = ['services', 'topics'] as const;
const MOST_FINDINGS = 20;

/**
 * SC-01. The check itself covers what everything else stands on: the top-level keys, lists of mappings, and refs that are unique across all
 * arrays, which JSON Schema cannot say. Types and forms of single fields are told by the findings of the precompiled schema (`schema`), which
 * criteria cannot call.
 */
export const structure: AutoCriterion<Scenario> = {
  id: 'SC-01',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'The file has its structure, and every ref is unique',
  failTitle: 'The file lacks part of its structure, or a ref is ambiguous',
  why: 'Every claim of the postmortem ends at a ref; two records under one ref, or an array that is not there, and the chain of evidence ends in a guess.',
  hint: 'Regenerate the file, or add the missing array and give each record a ref of its own.',
  sources: ['Seed'],
  check: ({ model, source }) => {
    const { root } = model;
    if (!root.exists) return failBecause('GEN-01');
    const problems: Problem[] = [];
    if (root.at('schema_version').spelled === null)
      problems.push(missing(root, 'schema_version', 'a version'));
    for (const key of MAPPINGS)
      if (root.at(key).node?.kind !== 'map') problems.push(missing(root, key, 'a mapping'));
    if (root.at('roles').texts.length === 0) problems.push(missing(root, 'roles', 'a list of job titles'));
    for (const key of MAPPING_LISTS) problems.push(...listProblems(root, key));
    for (const family of model.families) problems.push(...listProblems(root, family.key));
    problems.push(...refProblems(model, source.path));
    return judge(
      problems.slice(0, MOST_FINDINGS),
      model.families.map((family) => family.at.keySpan),
    );
  },
  examples: {
    pass: [{ source: scenario(), evidence: ['"logs"', '"replay_progress"'] }],
    fail: [
      { source: scenario({ chat: undefined }), at: ['"schema_version"'] },
      {
        source: scenario({ metadata: 'none', tickets: [], queries: ['QRY-1'] }),
        at: ['"metadata"', '"tickets"', '"QRY-1"'],
      },
      { source: scenario({ logs: [log(0), log(1, { ref: 'D-1' })] }), at: ['"D-1"'] },
      { source: scenario({ alerts: [{ t: '2024-03-12T08:00Z' }] }), at: ['{'] },
      { source: '[]\n', at: Array(17).fill('[]') },
    ],
  },
};

/** A key that is absent is told at the top of the file; one that holds something else, at its name. */
function missing(root: DataReader, key: string, wanted: string): Problem {
  const at = root.at(key);
  if (at.exists) return { span: at.keySpan, message: `\`${key}\` must be ${wanted}` };
  const first = root.members[0]?.[1];
  return { span: first ? first.keySpan : root.span, message: `The file lacks \`${key}\`, ${wanted}` };
}

function listProblems(root: DataReader, key: string): Problem[] {
  const at = root.at(key);
  if (at.node?.kind !== 'list') return [missing(root, key, 'a list of records')];
  if (at.items.length === 0) return [{ span: at.keySpan, message: `\`${key}\` holds no records` }];
  return at.items
    .filter((item) => item.node?.kind !== 'map')
    .map((item) => ({ span: item.span, message: `This entry of \`${key}\` is no record with named fields` }));
}

function refProblems(model: Scenario, path: string): Problem[] {
  const seen = new Map<string, DataReader>();
  return model.families.flatMap((family) =>
    family.records.flatMap((record): Problem[] => {
      const at = record.at('ref');
      const ref = at.text;
      if (ref === null) return [{ span: placeOf(record), message: `${nameOf(record)} has no ref` }];
      const first = seen.get(ref);
      if (!first) {
        seen.set(ref, at);
        return [];
      }
      const related = [{ path, span: first.span, message: 'the first record with this ref' }];
      return [{ span: at.span, message: `${ref} already names a record in \`${first.path[0]}\``, related }];
    }),
  );
}

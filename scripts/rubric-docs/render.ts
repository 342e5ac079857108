import { PARTS, type Part } from '../../shared/domain/part';
import type { RubricCatalogue } from '../../shared/rubric/catalogue';
import type { AutoCriterion, Criterion, CriterionExample } from '../../shared/rubric/criterion';
import type { ArtifactKind } from '../../shared/rubric/kind';
import type { Remark } from '../../shared/rubric/prose/remark';
import type { ConsistencyRule } from '../../shared/rubric/rule';

const NOTICE =
  '<!-- Made from the rubric itself by `npm run rubric:docs`; change the criterion, then run it again. -->';

const SEVERITY = {
  must: 'must (weight 3)',
  should: 'should (weight 2)',
  could: 'could (weight 1)',
  info: 'a remark (no weight)',
} as const;

/** The rubric as pages: file name below `docs/rubric/` to text. The same rubric always gives the same bytes. */
export function rubricPages(catalogue: RubricCatalogue): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  pages.set('README.md', overview(catalogue));
  pages.set('every-file.md', everyFile(catalogue));
  for (const kind of catalogue.kinds) pages.set(`${kind.id}.md`, kindPage(kind));
  pages.set('consistency.md', consistencyPage(catalogue));
  return pages;
}

function overview({ kinds, rules, criteria }: RubricCatalogue): string {
  const rows = kinds.map((kind) => {
    const auto = kind.rubric.filter((criterion) => criterion.mode === 'auto').length;
    const own = kind.rubric.length - auto;
    return `| [${kind.title}](${kind.id}.md) | ${partTitle(kind.part)} | ${code(kind.files[0] ?? '')} | ${auto} | ${own} |`;
  });
  return page([
    '# The rubric',
    'What every kind of artifact is judged by. A criterion is decided by the program, which points at a line and quotes its evidence, or asked of you, and then never guessed. Everything here can be recomputed by hand.',
    `${kinds.length} kinds, ${criteria.length} criteria, ${rules.length} rules over several artifacts. [Criteria of every file](every-file.md) · [rules over several artifacts](consistency.md)`,
    [
      '| Kind | Part | File | Decided by the program | Asked of you |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    '## Grades',
    'Points are the weights of the criteria that are met, divided by the weights of those that apply. *Staff-ready*: no failing must and at least 0.85. *Senior-grade*: at most two failing musts and at least 0.60. Everything else is a *draft*. A criterion that needs a file which is not there is not evaluated, and weighs nothing.',
  ]);
}

function everyFile({ criteria, remarks }: RubricCatalogue): string {
  return page([
    '# Criteria of every file',
    ...criteria
      .filter(({ kind }) => kind === null)
      .flatMap(({ criterion }) => criterionSection(criterion, 'md')),
    '## Remarks on prose',
    'What follows is no criterion: a remark weighs nothing, changes no grade and no exit code, and can be waived or switched off in `kit.yaml` under `criteria:`. A kit can give one a weight there; it then counts among the findings, and still not for a grade.',
    ...remarks.flatMap((remark) => criterionSection(remark, 'md', 3)),
  ]);
}

function kindPage(kind: ArtifactKind): string {
  const contrasts = kind.contrasts.map(({ senior, staff }) => `| ${cell(senior)} | ${cell(staff)} |`);
  return page([
    `# ${kind.title}`,
    kind.purpose,
    `${partTitle(kind.part)}. Files: ${kind.files.map(code).join(', ')}. The criteria of [every file](every-file.md) apply too.`,
    ...(contrasts.length > 0
      ? ['## From senior to staff', ['| Senior | Staff |', '| --- | --- |', ...contrasts].join('\n')]
      : []),
    '## Criteria',
    ...kind.rubric.flatMap((criterion) => criterionSection(criterion, kind.format, 3)),
  ]);
}

function criterionSection(criterion: Criterion<unknown> | Remark, format: string, level = 2): string[] {
  const { id, severity, title, why, hint, sources } = criterion;
  const head = [
    `${'#'.repeat(level)} ${id} ${title}`,
    `${SEVERITY[severity]}${criterion.mode === 'self' ? ', for you to judge' : ''}. ${why}`,
  ];
  const tail = [`What to do: ${hint}`, `Source: ${sources.join(', ')}.`];
  if (criterion.mode === 'self') return [...head, `> ${criterion.question}`, ...tail];
  return [...head, `Not met: ${criterion.failTitle}.`, ...tail, ...examples(criterion, format)];
}

function examples(criterion: AutoCriterion<unknown> | Remark, format: string): string[] {
  if (criterion.provedBy !== undefined) return [`Proved by: ${criterion.provedBy}`];
  return [
    ...criterion.examples.pass.slice(0, 1).flatMap((example) => ['Meets it:', block(example, format)]),
    ...criterion.examples.fail.slice(0, 2).flatMap((example) => {
      const found = (example.at ?? []).filter((text) => text.trim() !== '').map(quoted);
      return [
        'Does not:',
        block(example, format),
        ...(found.length > 0 ? [`Found at ${found.join(', ')}.`] : []),
      ];
    }),
  ];
}

function consistencyPage({ rules, kinds }: RubricCatalogue): string {
  const titles = new Map(kinds.map((kind) => [kind.id, kind.title]));
  return page([
    '# Rules over several artifacts',
    'Each compares what artifacts state and names both places. Where an input is absent the rule is not evaluated; it never passes for want of a file.',
    ...rules.flatMap((rule) => ruleSection(rule, titles)),
  ]);
}

function ruleSection(rule: ConsistencyRule, titles: ReadonlyMap<string, string>): string[] {
  const [example] = rule.examples.fail;
  return [
    `## ${rule.id} ${rule.title}`,
    `${rule.severity}. Compares ${rule.kinds.map((kind) => titles.get(kind) ?? kind).join(', ')}. ${rule.why}`,
    `Not met: ${rule.failTitle}.`,
    `What to do: ${rule.hint}`,
    ...(example
      ? [
          'A disagreement:',
          ...Object.entries(example.files).flatMap(([path, text]) => [
            code(path),
            fenced(text, path.split('.').at(-1) ?? ''),
          ]),
          ...(example.at && example.at.length > 0
            ? [`Found at ${example.at.map(([path, text]) => `${quoted(text)} in ${code(path)}`).join(', ')}.`]
            : []),
        ]
      : []),
  ];
}

function partTitle(part: Part): string {
  const info = PARTS.find((known) => known.part === part);
  return info ? `Part ${info.part}, ${info.title.toLowerCase().replace('adr', 'ADR')}` : 'Any part';
}

function block({ source }: CriterionExample, format: string): string {
  return source === '' ? '(an empty file)' : fenced(source, format);
}

function fenced(text: string, format: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${LANGUAGE[format] ?? 'text'}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

const LANGUAGE: Readonly<Record<string, string>> = {
  md: 'markdown',
  yaml: 'yaml',
  json: 'json',
  mmd: 'text',
};

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return code(line.length > 80 ? `${line.slice(0, 80)}…` : line);
}

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return longest > 0 ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function page(paragraphs: readonly string[]): string {
  return `${[NOTICE, ...paragraphs].join('\n\n')}\n`;
}

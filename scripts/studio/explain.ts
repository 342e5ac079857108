import type { RubricCatalogue } from '../../shared/rubric/catalogue';
import type { Criterion } from '../../shared/rubric/criterion';
import type { Remark } from '../../shared/rubric/prose/remark';
import { editDistance } from '../../shared/util/edit-distance';
import type { ExitCode } from './check-outcome';

export const EXPLAIN_USAGE = `Usage: npm run studio -- explain <criterion or rule, such as RFC-04 or X-11>

Says what a criterion looks for, why a committee does, and shows a passage that meets it and one that does not.`;

/** `explain`: the rubric's own page of one criterion, at the terminal. */
export function explain(
  args: readonly string[],
  catalogue: RubricCatalogue,
  write: (text: string) => void,
  complain: (text: string) => void,
): ExitCode {
  const [given] = args;
  if (given === undefined || args.length > 1) {
    complain(`${EXPLAIN_USAGE}\n`);
    return 2;
  }
  // "rfc-4" can only mean one.
  const id = given.toUpperCase().replace(/-(\d)$/, '-0$1');
  const known = catalogue.criterion(id);
  const rule = catalogue.rule(id);
  const remark = catalogue.remark(id);
  if (known) write(criterionPage(known.criterion, known.kind?.title ?? 'Every file'));
  else if (remark) write(criterionPage(remark, 'Every file, as a remark that weighs nothing'));
  else if (rule) {
    const names = rule.kinds.map((kind) => catalogue.kinds.find((k) => k.id === kind)?.title ?? kind);
    write(
      page([
        `${rule.id} (${rule.severity}): ${rule.title}`,
        `Compares: ${names.join(', ')}`,
        `When not met: ${rule.failTitle}`,
        `Why committees look for it: ${rule.why}`,
        `What to do: ${rule.hint}`,
        ...rule.examples.fail
          .slice(0, 1)
          .flatMap(({ files, at }) => [
            'An example of a disagreement:',
            ...Object.entries(files).map(([path, text]) => `${path}\n${indented(text)}`),
            ...(at ?? []).map(([path, text]) => `Found at: ${JSON.stringify(text)} in ${path}`),
          ]),
      ]),
    );
  } else {
    const near = catalogue.ids.filter((other) => editDistance(other, id, 2) <= 2).slice(0, 5);
    const family = catalogue.ids.filter((other) => other.startsWith(`${id.split('-')[0]}-`)).slice(0, 30);
    const offer = near.length > 0 ? near : family;
    complain(
      `There is no criterion or rule ${given}.${offer.length > 0 ? ` Did you mean: ${offer.join(', ')}?` : ''}\n`,
    );
    return 2;
  }
  return 0;
}

function criterionPage(criterion: Criterion<unknown> | Remark, kind: string): string {
  const head = [`${criterion.id} (${criterion.severity}): ${criterion.title}`, `Judged in: ${kind}`];
  const reasons = [
    `Why committees look for it: ${criterion.why}`,
    `What to do: ${criterion.hint}`,
    `Source: ${criterion.sources.join(', ')}`,
  ];
  if (criterion.mode === 'self')
    return page([...head, `For you to judge: ${criterion.question}`, ...reasons]);
  const [meets] = criterion.examples.pass;
  const [misses] = criterion.examples.fail;
  return page([
    ...head,
    `When not met: ${criterion.failTitle}`,
    ...reasons,
    ...(criterion.provedBy === undefined ? [] : [`Proved by: ${criterion.provedBy}`]),
    ...(meets ? [`Meets it:\n${indented(meets.source)}`] : []),
    ...(misses ? [`Does not:\n${indented(misses.source)}`] : []),
    ...foundAt(misses?.at ?? []),
  ]);
}

/** The exact text of each finding in the passage that does not meet it; those about what is missing have none. */
function foundAt(texts: readonly string[]): string[] {
  const shown = texts.filter((text) => text !== '').map((text) => JSON.stringify(text));
  return shown.length > 0 ? [`Found at: ${shown.join(', ')}`] : [];
}

function page(paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');
}

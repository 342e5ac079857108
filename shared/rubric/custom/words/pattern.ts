import { Pattern, PatternError, PatternTooCostly } from '../../../text/pattern';
import { type CheckResult, fail, judge, notEvaluated, pass } from '../../criterion';
import type { Form } from '../form';
import { headOf, locator, matchText, type Word } from './word';

/** At most this many hits are told: whoever wrote the pattern sees what it catches. */
const MOST = 50;

/** `pattern: {section: Summary, find: '\d+ %', at_least: 2}` or `pattern: {forbid: 'as soon as possible'}`. */
export const pattern: Word = {
  word: 'pattern',
  formats: ['md', 'yaml', 'json', 'mmd'],
  scope: 'value',
  readsPacket: false,
  keys: ['section', 'field', 'if_present', 'find', 'forbid', 'ignore_case', 'at_least'],
  make: (form, context) => {
    const locate = locator(form, context);
    const ignoreCase = form.flag('ignore_case');
    const find = compiled(form, 'find', ignoreCase);
    const forbid = compiled(form, 'forbid', ignoreCase);
    const least = form.number('at_least', 1, true) ?? 1;
    if (form.sound && (find === null) === (forbid === null))
      form.complain(form.span, '"pattern" needs either "find" or "forbid"');
    if (!form.sound || !locate) return null;
    return (input) => {
      const place = locate(input);
      if (!place.found) return place.result;
      const text = matchText(input, place.span);
      return withinBudget(() => {
        if (forbid) {
          const hits = forbid.matches(text, place.span, MOST);
          return judge(
            hits.map((span) => ({
              span,
              message: `"${shown(input.source.text.slice(span.from, span.to))}" is not used here`,
            })),
            [headOf(place, input)],
          );
        }
        const hits = (find as Pattern).matches(text, place.span, Math.max(least, MOST));
        return hits.length >= least
          ? pass(...hits)
          : fail({
              span: headOf(place, input),
              message: `${hits.length} of ${least} places here match ${(find as Pattern).source}`,
            });
      });
    };
  },
};

function compiled(form: Form, key: 'find' | 'forbid', ignoreCase: boolean): Pattern | null {
  const source = form.member(key)?.value;
  if (source === undefined) return null;
  if (typeof source !== 'string' || source === '') {
    form.complain(form.place(key), `"${key}" is a regular expression in quotes`);
    return null;
  }
  try {
    return new Pattern(source, { ignoreCase, lines: true });
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    form.complain(
      form.place(key),
      `This pattern cannot be used: ${error.message} (character ${error.at + 1})`,
    );
    return null;
  }
}

function withinBudget(decide: () => CheckResult): CheckResult {
  try {
    return decide();
  } catch (error) {
    if (error instanceof PatternTooCostly) return notEvaluated(`${error.message}; simplify the pattern`);
    throw error;
  }
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

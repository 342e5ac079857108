import { firstLine } from '../../../text/data-tree';
import { type MarkdownDoc, parseMarkdown, type Section } from '../../../text/markdown';
import { findSection, type OutlineStep } from '../../../text/sections';
import type { Span } from '../../../text/span';
import type { Format, Source } from '../../artifact';
import { type CheckInput, type CheckResult, fail, failBecause, notApplicable } from '../../criterion';
import type { DataReader } from '../../read-data';
import { rootReader } from '../../root-reader';
import type { Form } from '../form';

/** What the declarative rules of an own kind read: the document, and its header or data. */
export interface OwnModel {
  readonly doc: MarkdownDoc;
  /** The front matter of a Markdown file, the whole of a data file. */
  readonly data: DataReader;
}

export function readOwnModel(source: Source): OwnModel {
  return {
    doc: source.format === 'md' ? source.markdown : parseMarkdown(''),
    data: rootReader(source),
  };
}

export type OwnCheck = (input: CheckInput<OwnModel>) => CheckResult;

/** What a rule may refer to in its own rubric. */
export interface RubricContext {
  readonly format: Format;
  /** The sections that the rubric asks for, and the rule that does; null when none holds. */
  readonly outline: readonly OutlineStep[];
  outlineRule: string | null;
}

/** One word of the vocabulary: a check that a rubric file may ask for. Documented in `docs/own-standard.md`. */
export interface Word {
  readonly word: string;
  readonly formats: readonly Format[];
  readonly scope: 'structure' | 'value';
  readonly readsPacket: boolean;
  readonly keys: readonly string[];
  /** The check that the rule describes; null when the description does not hold, which the form has then been told. */
  make(form: Form, context: RubricContext): OwnCheck | null;
}

/** Where a rule looks: a section, a field, or the whole file. */
export type Place =
  | { readonly found: true; readonly span: Span; readonly section: Section | null }
  | { readonly found: false; readonly result: CheckResult };

/** Finds the part of a file that a rule with `section:`, `field:` or neither is about. */
export type Locate = (input: CheckInput<OwnModel>) => Place;

/** Reads `section:`, `field:` and `if_present:` of a rule. */
export function locator(form: Form, context: RubricContext): Locate | null {
  const name = form.line('section');
  const field = form.line('field');
  const optional = form.flag('if_present');
  if (name !== null && field !== null)
    form.complain(form.place('field'), 'A rule is about a section or a field, not both');
  if (name !== null && context.format !== 'md')
    form.complain(form.place('section'), 'Only Markdown has sections; name a "field"');
  if (!form.sound) return null;
  if (field !== null) return (input) => locateField(input, field, optional);
  if (name === null) return ({ source }) => ({ found: true, span: bodyOf(source), section: null });
  const step = context.outline.find((one) => one.name === name);
  const aliases = step?.aliases ?? [name];
  return ({ model }) => {
    const section = findSection(model.doc, aliases);
    if (section) return { found: true, span: section.body, section };
    const missing = `There is no "${name}" section`;
    if (optional) return { found: false, result: notApplicable(missing) };
    if (step && context.outlineRule !== null)
      return { found: false, result: failBecause(context.outlineRule) };
    return { found: false, result: fail({ span: titleOf(model.doc), message: missing }) };
  };
}

function locateField({ model }: CheckInput<OwnModel>, field: string, optional: boolean): Place {
  const at = fieldAt(model.data, field);
  if (at.exists) return { found: true, span: at.span, section: null };
  const missing = `There is no field \`${field}\``;
  return {
    found: false,
    result: optional ? notApplicable(missing) : fail({ span: at.span, message: missing }),
  };
}

/** A field by its path, as people write it: `costs.total`, `phases.0.name`. */
export function fieldAt(data: DataReader, field: string): DataReader {
  const steps = field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return data.at(...steps);
}

/** What carries a finding about a place: the heading of its section, the key of its field, or the title of the file. */
export function headOf(place: Extract<Place, { found: true }>, input: CheckInput<OwnModel>): Span {
  if (place.section) return place.section.heading.span;
  const { source, model } = input;
  if (source.format === 'md' && place.span.from === bodyOf(source).from) return titleOf(model.doc);
  return firstLine(source.text, place.span);
}

export function titleOf(doc: MarkdownDoc): Span {
  return doc.headings[0]?.span ?? firstLine(doc.text, { from: 0, to: doc.text.length });
}

/** The text of a file without its front matter. */
function bodyOf(source: Source): Span {
  const from = source.format === 'md' ? (source.markdown.frontMatterSpan?.to ?? 0) : 0;
  return { from, to: source.text.length };
}

/** The text to match in: Markdown without its markup, anything else as it is. Offsets are those of the file. */
export function matchText({ source, model }: CheckInput<OwnModel>, place: Span): string {
  return source.format === 'md' && place.from >= bodyOf(source).from ? model.doc.plain : source.text;
}

import { folderOf, relativeLink } from '../domain/kit-path';
import { PARTS } from '../domain/part';
import { applyEdits, type TextEdit } from '../text/edits/edit';
import { type MarkdownDoc, parseMarkdown, type Section } from '../text/markdown';
import { words } from '../text/prose';
import { findSection, tablesIn } from '../text/sections';
import { filledHeader } from './memo-header';
import { ANY_ROLE, cell, type MemoKit, type Named, roleIn } from './memo-kit';
import { figuresOf, peopleOf } from './memo-lines';

export interface MemoInputs extends MemoKit {
  /** The text of the template the memo starts from. */
  readonly template: string;
}

/** So many artifacts of each part are put into the manifest: those a reader begins with. */
const OF_EACH_PART = 2;
const PER_MINUTE = 220;

/**
 * A cover memo from its template, with what the kit already says: the candidate, the artifacts with the candidate's role in them, figures with the
 * place they are from, the people of the documents, and a reading guide that is counted. What only the candidate knows stays a blank.
 */
export function newMemo(inputs: MemoInputs): string {
  const named = namedArtifacts(inputs);
  const withHeader = filledHeader(inputs.template, inputs, named);
  const doc = parseMarkdown(withHeader);
  const edits: TextEdit[] = [];
  const put = (aliases: readonly string[], edit: (section: Section) => TextEdit | null) => {
    const section = findSection(doc, aliases);
    const made = section ? edit(section) : null;
    if (made) edits.push(made);
  };
  put(['scope', 'reach'], (section) => behind(doc, section, figuresOf(inputs)));
  put(['evidence'], (section) => rowsInstead(doc, section, evidenceRows(named)));
  put(['who can speak', 'references'], (section) => behind(doc, section, peopleOf(inputs)));
  put(['reading guide'], (section) => rowsInstead(doc, section, guideRows(named)));
  return applyEdits(
    withHeader,
    edits.sort((a, b) => a.from - b.from),
  );
}

/** Where a cover memo of these artifacts belongs: above the folders of the parts. */
export function memoPath(paths: readonly string[], file: string): string {
  const folders = paths.map((path) => {
    const steps = folderOf(path).split('/').filter(Boolean);
    const part = steps.findIndex((step) => /^part[1-4](?!\d)/.test(step));
    return part < 0 ? steps : steps.slice(0, part);
  });
  const [first = []] = folders;
  let common = first.length;
  for (const folder of folders) {
    let same = 0;
    while (same < common && folder[same] === first[same]) same++;
    common = same;
  }
  return [...first.slice(0, common), file].join('/');
}

function namedArtifacts({ plan, path, candidate, source }: MemoInputs): Named[] {
  return PARTS.flatMap(({ part }) => {
    const own = plan.parts.find((one) => one.kind === 'part' && one.part === part)?.artifacts ?? [];
    return own
      .filter(({ format }) => format === 'md')
      .slice(0, OF_EACH_PART)
      .map((artifact) => {
        const file = source(artifact.path);
        return {
          artifact,
          part: Number(part),
          link: relativeLink(path, artifact.path),
          role: file ? roleIn(file, candidate.name) : '',
          words: file?.format === 'md' ? words(file.markdown.plain) : 0,
        };
      });
  });
}

/** Lines at the end of a section. */
function behind(doc: MarkdownDoc, { heading, body }: Section, lines: readonly string[]): TextEdit | null {
  if (lines.length === 0) return null;
  const end = Math.max(
    heading.span.to,
    heading.span.to + doc.text.slice(heading.span.to, body.to).trimEnd().length,
  );
  const gap = /^[-*+] /.test(doc.text.slice(doc.text.lastIndexOf('\n', end - 1) + 1)) ? '\n' : '\n\n';
  return { from: end, to: end, insert: `${gap}${lines.join('\n')}` };
}

/** Other rows in place of those of a section's first table, made for its columns. */
function rowsInstead(
  doc: MarkdownDoc,
  section: Section,
  rowsFor: (columns: readonly string[]) => readonly string[],
): TextEdit | null {
  const [table] = tablesIn(doc, section.body);
  const [first] = table?.rows ?? [];
  const last = table?.rows.at(-1);
  if (!table || !first || !last) return null;
  const rows = rowsFor(table.header.cells.map(({ text }) => text.trim().toLowerCase()));
  return rows.length === 0 ? null : { from: first.span.from, to: last.span.to, insert: rows.join('\n') };
}

function evidenceRows(named: readonly Named[]): (columns: readonly string[]) => readonly string[] {
  return (columns) =>
    named.map(({ artifact, link, role }) =>
      row(
        columns.map((column) => {
          if (/artifact/.test(column)) return `[${cell(artifact.title)}](${link})`;
          if (/role/.test(column)) return role === '' ? ANY_ROLE : role;
          if (/outcome|result/.test(column)) return '<what happened, past tense, with a number>';
          if (/else|gained/.test(column)) return '<team, other than yours, or none>';
          return '<competency, as the ladder words it>';
        }),
      ),
    );
}

/** What fits into fifteen and sixty minutes, one artifact of each part before the second of any. */
function guideRows(named: readonly Named[]): (columns: readonly string[]) => readonly string[] {
  const inTurn = [...named].sort((a, b) => rank(named, a) - rank(named, b));
  const sitting = (minutes: number, from: readonly Named[]): Named[] => {
    let left = minutes * PER_MINUTE;
    return from.filter(({ words: count }) => {
      if (count === 0 || count > left) return false;
      left -= count;
      return true;
    });
  };
  const spelled = (chosen: readonly Named[]) =>
    chosen.map(({ artifact, link }) => `[${cell(artifact.title)}](${link})`).join(', ');
  const count = (chosen: readonly Named[]) =>
    chosen.reduce((sum, one) => sum + one.words, 0).toLocaleString('en-US');
  const short = sitting(15, [...inTurn].sort((a, b) => a.words - b.words).slice(0, 2));
  const long = sitting(60, inTurn);
  return () => [
    row(['5 min', 'this page', '<sum of words, up to 1,100>']),
    ...(short.length > 0 ? [row(['15 min', spelled(short), count(short)])] : []),
    ...(long.length > 0 ? [row(['60 min', spelled(long), count(long)])] : []),
  ];
}

/** First those that come first in their parts. */
function rank(named: readonly Named[], one: Named): number {
  return named.filter(({ part }) => part === one.part).indexOf(one) * 10 + one.part;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

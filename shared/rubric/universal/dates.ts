import type { DataNode } from '../../text/data-tree';
import { isoDate } from '../../text/iso';
import type { MarkdownDoc } from '../../text/markdown';
import type { PieceText } from '../../text/markdown/piece';
import { inPieces } from '../../text/markdown/pieces';
import { CLOCK, type Match, matches } from '../../text/quantities';
import { tablesIn } from '../../text/sections';
import { contains, holderAmong, type Span } from '../../text/span';
import { zoneIn, zoneStatements } from '../../text/time-zone';
import type { Source } from '../artifact';
import { type AutoCriterion, failBecause, judge, type Problem } from '../criterion';
import { movedProblem, type OwnProblem } from '../moved-problem';
import type { MaybeFix } from '../repairs/write-value';

/** A year has two or four digits: "24/7/365" is none of these. */
const SLASHED = '(?<![\\d/.])\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})(?![\\d/])';
const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const NAMED = `(?<![\\p{L}\\d])(?:\\d{1,2}(?:st|nd|rd|th)?\\s(?:${MONTHS})(?!\\p{L})(?:,?\\s\\d{4})?|(?:${MONTHS})\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s\\d{4})?)`;
const UNCLEAR = `${SLASHED}|${NAMED}`;
/** What each of them holds: a text without it need not be looked through value by value. */
const MAYBE_UNCLEAR =
  /\d\/\d|\d(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d/;
const HHMM = `(?<![\\d:T-])${CLOCK}(?![\\d:])`;

/** GEN-04: dates that sort and times that say their zone. Times are judged in postmortem files, where minutes are argued about. */
export const dates: AutoCriterion<unknown> = {
  id: 'GEN-04',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Dates are ISO and times carry Z',
  failTitle: 'A date or time can be read two ways',
  why: 'Readers in three countries read 03/04 as two different days, and an incident argued in unnamed time zones cannot be checked.',
  hint: 'Write dates as 2024-03-12 and times as 2024-03-12T14:20Z, or put them under a heading that says UTC.',
  sources: ['SREB'],
  check: ({ source, packet }) => {
    const problems: Problem[] = [];
    if (source.format === 'md') {
      const doc = source.markdown;
      problems.push(...inPieces(doc, unclearDates, movedProblem));
      const kind = packet.kindOf(source.path);
      if (isIncidentText(source, kind)) {
        const times = zonelessTimes(doc);
        // The times of its timeline are judged by the postmortem's own criterion, once for all of them.
        const told = holderAmong(kind === 'postmortem' ? timelineColumns(doc) : []);
        const own = times.filter((hit) => !told(hit));
        problems.push(...zoneProblems(doc, own));
        if (problems.length === 0 && own.length < times.length) return failBecause('PM-05');
      }
    }
    // A Gantt chart spells its dates as its own `dateFormat` says.
    if (source.format === 'mmd' && source.diagram.type !== 'gantt')
      problems.push(...matches(source.text, SLASHED).map(noMonth));
    const data = dataOf(source);
    if (data && MAYBE_UNCLEAR.test(source.format === 'md' ? headerOf(source) : source.text))
      scalars(data, (node) => {
        problems.push(...matches(source.text, UNCLEAR, node.span).map(notIso));
      });
    return judge(problems.sort((a, b) => a.span.from - b.span.from));
  },
  examples: {
    pass: [
      { path: 'note.md', source: '# Note\n\nDecided on 2023-11-10; the review ran in March, 24/7/365.\n' },
      {
        path: 'part4-x/note.md',
        source: '# Note\n\nAll times are in UTC.\n\nAsked at 14:20, answered 14:26.\n',
      },
      { path: 'x.mmd', source: 'gantt\n  dateFormat DD/MM/YYYY\n  Pilot :01/02/2024, 30d\n' },
      {
        path: 'part4-x/note.md',
        source:
          '# Note\n\nFrom 14:00 to 15:30 UTC.\n\n| Time (UTC) | What |\n| --- | --- |\n| 14:20 | Asked at 14:20Z |\n\n## Log, UTC\n\n14:26 acknowledged.\n',
      },
    ],
    fail: [
      {
        path: 'part4-x/note.md',
        source: '# Note\n\nAt 14:20.\n\n| Time (UTC) | What |\n| --- | --- |\n| 14:20 | until 14:34 |\n',
        at: ['14:20', '14:34'],
      },
      {
        path: 'part4-x/note.md',
        source:
          '# Note\n\nAll times in CET.\n\n| When | What |\n| --- | --- |\n| 14:20 | x |\n\nUntil 14:40.\n',
        at: ['All times in CET'],
      },
      {
        path: 'part4-x/note.md',
        source: '# Note\n\n| When | What |\n| --- | --- |\n| 14:20 | x |\n| 14:26 | y |\n',
        at: ['When'],
      },
      {
        path: 'INC-2024-0001-postmortem.md',
        source: '# Note\n\n## Timeline\n\n| When | What |\n| --- | --- |\n| 14:20 | x |\n',
      },
      { path: 'note.md', source: '# Note\n\nDecided on 10/11/2023.\n', at: ['10/11/2023'] },
      { path: 'note.md', source: '# Note\n\n| When |\n| --- |\n| 10 Nov 2023 |\n', at: ['10 Nov 2023'] },
      { path: 'note.md', source: '---\ndate: 10 Nov 2023\n---\n\n# Note\n', at: ['10 Nov 2023'] },
      { path: 'x.mmd', source: 'timeline\n  3/12/2024 : Loss begins\n', at: ['3/12/2024'] },
      { path: 'data.yaml', source: 'due: 10 November 2023\n', at: ['10 November 2023'] },
    ],
  },
};

/** Dates that can be read two ways anywhere, and in tables those that do not sort. */
function unclearDates({ prose, tables }: PieceText): OwnProblem[] {
  return [
    ...matches(prose, SLASHED).map(noMonth),
    ...tables.flatMap(({ span }) => matches(prose, NAMED, span).map(notIso)),
  ];
}

function noMonth(hit: Match): OwnProblem {
  return { span: hit, message: `"${hit.text}" does not say which number is the month`, ...inIso(hit) };
}

function notIso(hit: Match): OwnProblem {
  return { span: hit, message: `Write "${hit.text}" as an ISO date`, ...inIso(hit) };
}

function headerOf({ text, markdown }: Extract<Source, { format: 'md' }>): string {
  return text.slice(0, markdown.frontMatterSpan?.to ?? 0);
}

/** The structured part of a file: the front matter of Markdown is YAML too. */
function dataOf(source: Source): DataNode | null {
  if (source.format === 'mmd') return null;
  return source.format === 'md' ? (source.markdown.frontMatter?.root ?? null) : source.data.root;
}

/** A date that can mean one day only, in ISO form. */
function inIso({ from, to, text }: Match): MaybeFix {
  const iso = isoDate(text);
  return iso === null ? {} : { fix: { title: `Write ${iso}`, edits: [{ from, to, insert: iso }] } };
}

function isIncidentText(source: Source, kind: string | null): boolean {
  return (
    kind === 'postmortem' ||
    kind === 'five-whys' ||
    kind === 'executive-summary' ||
    /(?:^|\/)part4-/.test(source.path)
  );
}

/** The cells that say when something happened in the timeline of a postmortem. */
function timelineColumns(doc: MarkdownDoc): Span[] {
  const sections = doc.sections.filter(({ heading }) => /^(?:incident )?timeline/.test(heading.key));
  return sections
    .flatMap((section) =>
      tablesIn(doc, section.body)
        .slice(0, 1)
        .flatMap(({ rows }) => rows.flatMap((row) => row.cells.slice(0, 1).map((cell) => cell.span))),
    )
    .sort((a, b) => a.from - b.from);
}

/** One gap per cause: a sentence that names another zone than UTC, a column of times without one, a time on its own. */
function zoneProblems(doc: MarkdownDoc, times: readonly Match[]): Problem[] {
  const groups = new Map<Span, Match[]>();
  const put = (at: Span, hit: Match) => {
    const group = groups.get(at);
    if (group) group.push(hit);
    else groups.set(at, [hit]);
  };
  const said = zoneStatements(doc);
  const cells = doc.tables.flatMap(({ header, rows }) =>
    rows.flatMap((row) =>
      row.cells.flatMap(({ span }, i) => {
        const head = header.cells[i];
        return head ? [{ ...span, head }] : [];
      }),
    ),
  );
  const cellOf = holderAmong(cells);
  for (const hit of times) {
    const column = cellOf(hit)?.head;
    const sentence = said.findLast(({ scope }) => contains(scope, hit));
    put(column && (zoneIn(column.text) || !sentence) ? column.span : (sentence ?? hit), hit);
  }
  return [...groups].map(([at, hits]): Problem => {
    const named = zoneIn(doc.text.slice(at.from, at.to));
    if (named !== null) return { span: at, message: `These times are in ${named}; write them in UTC` };
    const [only] = hits;
    return hits.length === 1 && only
      ? { span: only, message: `"${only.text}" does not say its time zone` }
      : { span: at, message: `None of the ${hits.length} times in this column says its time zone` };
  });
}

/**
 * Times that are neither part of a timestamp, nor marked Z or UTC, nor under a heading (of a section or of their column) or a sentence that says
 * UTC.
 */
function zonelessTimes(doc: MarkdownDoc) {
  const inColumn = holderAmong(utcCells(doc));
  const inSection = holderAmong(
    doc.sections
      .filter((s) => /\butc\b/i.test(s.heading.text))
      .map(({ heading, body }) => ({ from: heading.span.from, to: body.to })),
  );
  const said = zoneStatements(doc);
  return matches(doc.prose, HHMM).filter(
    (hit) =>
      !inColumn(hit) &&
      said.findLast(({ scope }) => contains(scope, hit))?.zone !== 'UTC' &&
      !inSection(hit) &&
      !/^(?:\s*(?:to|and|–|-|→|until)\s*(?:[01]\d|2[0-3]):[0-5]\d)?\s?(?:Z\b|UTC\b)/.test(
        doc.prose.slice(hit.to, hit.to + 24),
      ) &&
      !/^:[0-5]\d/.test(doc.prose.slice(hit.to, hit.to + 3)),
  );
}

/** The cells of columns whose heading says UTC. */
function utcCells(doc: MarkdownDoc): Span[] {
  return doc.tables.flatMap(({ header, rows }) => {
    const named = header.cells.map((cell) => /\butc\b/i.test(cell.text));
    return named.includes(true)
      ? rows.flatMap((row) => row.cells.filter((_, i) => named[i]).map((cell) => cell.span))
      : [];
  });
}

function scalars(node: DataNode, visit: (node: DataNode) => void): void {
  if (node.kind === 'map') for (const child of node.members.values()) scalars(child, visit);
  else if (node.kind === 'list') for (const child of node.items) scalars(child, visit);
  else if (typeof node.value === 'string') visit(node);
}

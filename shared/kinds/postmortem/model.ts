import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { headingKey, type MarkdownDoc, parseMarkdown, type Section } from '../../text/markdown';
import { minuteNumber } from '../../text/quantities';
import { findSection, matchOutline, type OutlineMatch, subSections } from '../../text/sections';
import { OUTLINE, SECTION_NAMES, type SectionName } from './outline';
import { readTimeline, rowsAt, type Timeline } from './timeline';

/** The time stamps of the header, in the order in which they happen; `end` is the end of the impact. */
export const TIMES = ['start', 'detected', 'mitigated', 'resolved', 'end'] as const;
export type TimeName = (typeof TIMES)[number];

/** A postmortem as far as it is written. */
export interface Postmortem {
  readonly doc: MarkdownDoc;
  /** The front matter. */
  readonly header: DataReader;
  readonly outline: readonly OutlineMatch[];
  section(name: SectionName): Section | null;
  /** The summary of the chains of whys; it has no fixed place. */
  readonly whys: Section | null;
  /** Minutes since 1970 of a time of the header, or null when it is missing or no UTC time stamp. */
  time(name: TimeName): number | null;
  readonly timeline: Timeline | null;
  /** When the incident was declared, from the timeline: the header has no field for it. Null when it does not say, or says it twice. */
  readonly declared: number | null;
}

export function readPostmortem(source: Source): Postmortem {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const header = rootReader(source);
  const outline = withRetrospective(
    doc,
    matchOutline(
      doc,
      SECTION_NAMES.map((name) => OUTLINE[name]),
    ),
  );
  const sections = new Map<SectionName, Section | null>(
    SECTION_NAMES.map((name, i) => [name, outline[i]?.section ?? null]),
  );
  const section = (name: SectionName) => sections.get(name) ?? null;
  const timeline = readTimeline(doc, section('timeline'), header.at('date').text);
  // Minutes of another zone than UTC cannot be held against the header's times.
  const declarations = timeline && !timeline.otherZone ? rowsAt(timeline, 'declaration') : [];
  return {
    doc,
    header,
    outline,
    section,
    whys: findSection(doc, ['five whys', '5 whys', 'whys']),
    time: (name) => minuteNumber(header.at(name).text ?? ''),
    timeline,
    declared: declarations.length === 1 ? (declarations[0]?.minute ?? null) : null,
  };
}

const RETROSPECTIVE: readonly string[] = [OUTLINE.wentWell.name, OUTLINE.wentWrong.name, OUTLINE.lucky.name];

/** What went well, wrong and by luck may stand under the lessons, as in the form of the SRE book. */
function withRetrospective(doc: MarkdownDoc, outline: readonly OutlineMatch[]): OutlineMatch[] {
  const lessons = outline.find(({ step }) => step.name === OUTLINE.lessons.name)?.section;
  if (!lessons) return [...outline];
  const inner = subSections(doc, lessons);
  return outline.map((match) => {
    if (match.section || !RETROSPECTIVE.includes(match.step.name)) return match;
    const keys = match.step.aliases.map(headingKey);
    const section = inner.find((s) => keys.some((key) => s.heading.key.startsWith(key))) ?? null;
    return { ...match, section };
  });
}

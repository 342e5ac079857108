import type { Span } from '../span';
import { type BodyReader, cleanLabel, type DiagramParts } from './parts';

const GANTT_SETTING =
  /^(?:title|dateFormat|axisFormat|excludes|includes|todayMarker|tickInterval|weekday|weekend|inclusiveEndDates|topAxis|displayMode|click|accTitle|accDescr)(?=\s|:|$)/;

/** Tasks and sections of a Gantt chart. */
export function ganttReader(parts: DiagramParts): BodyReader {
  return {
    line: (text, span) => {
      if (/^section\s/.test(text)) section(parts, text, span);
      else if (!GANTT_SETTING.test(text) && text.includes(':')) row(parts, text, span);
    },
  };
}

/** Periods and sections of a timeline; a line that starts with `:` adds an event to the period above it. */
export function timelineReader(parts: DiagramParts): BodyReader {
  return {
    line: (text, span) => {
      if (/^section\s/.test(text)) section(parts, text, span);
      else if (!/^(?:title|direction|accTitle|accDescr)(?=\s|:)/.test(text) && !text.startsWith(':'))
        row(parts, text, span);
    },
  };
}

/** The types the rubric does not count in detail: every line is a row. */
export function rowReader(parts: DiagramParts): BodyReader {
  return {
    line: (text, span) => {
      if ((text.match(/"/g) ?? []).length % 2 === 1)
        parts.problem('A quotation mark is not closed on this line', span);
      row(parts, text, span);
    },
  };
}

function section(parts: DiagramParts, text: string, span: Span): void {
  const name = text.slice('section'.length).trim();
  parts.subgraphs.push({ id: name, label: name, span });
}

function row(parts: DiagramParts, text: string, span: Span): void {
  const colon = text.indexOf(':');
  parts.rows.push(span);
  parts.node(`${span.from}`, cleanLabel(colon < 0 ? text : text.slice(0, colon)), span);
}

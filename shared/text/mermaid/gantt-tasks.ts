import type { MermaidDoc } from '../mermaid';
import { dayNumber } from '../quantities';
import type { Span } from '../span';

/** A bar of a Gantt chart. Dates are ISO dates, or null where the chart leaves them to what cannot be read. */
export interface GanttTask {
  readonly name: string;
  readonly nameSpan: Span;
  readonly id: string;
  readonly section: string;
  readonly start: string | null;
  /** The end as it is written, or as start and length give it. */
  readonly end: string | null;
  /** The last day that is drawn: without `inclusiveEndDates`, Mermaid ends a bar at the start of its end date. */
  readonly last: string | null;
  /** The written dates; absent where a date follows from another task or a length. */
  readonly startSpan: Span | null;
  readonly endSpan: Span | null;
  readonly span: Span;
}

const TAGS = new Set(['active', 'done', 'crit', 'milestone', 'vert']);

/** The tasks of a Gantt chart in text order; empty for other diagrams. Cost is linear in the text. */
export function ganttTasks(doc: MermaidDoc): GanttTask[] {
  if (doc.type !== 'gantt') return [];
  const reader = new GanttReader(doc.text);
  let section = 0;
  return doc.rows.map((row) => {
    while (section < doc.subgraphs.length && (doc.subgraphs[section]?.span.from ?? 0) < row.from) section++;
    return reader.task(row, doc.subgraphs[section - 1]?.label ?? '');
  });
}

class GanttReader {
  private readonly format: string;
  private readonly inclusive: boolean;
  /** Where days are left out, a length in days says nothing about the date it ends on. */
  private readonly gaps: boolean;
  private readonly byId = new Map<string, { readonly start: number | null; readonly end: number | null }>();
  private before: number | null = null;

  constructor(private readonly text: string) {
    this.format = /^[ \t]*dateFormat[ \t]+(\S[^\r\n]*)$/m.exec(text)?.[1]?.trim() ?? 'YYYY-MM-DD';
    this.inclusive = /^[ \t]*inclusiveEndDates[ \t]*\r?$/m.test(text);
    this.gaps = /^[ \t]*excludes[ \t]/m.test(text);
  }

  task(row: Span, section: string): GanttTask {
    const colon = this.text.indexOf(':', row.from);
    const nameEnd = this.trimmed({ from: row.from, to: colon });
    const name = this.text.slice(nameEnd.from, nameEnd.to);
    const parts = this.parts({ from: colon + 1, to: row.to });
    const [end, start, id] = [parts.at(-1), parts.at(-2), parts.length > 2 ? parts.at(-3) : undefined];
    const startDay = start ? this.day(start) : this.before;
    const endDay = end ? this.end(end, startDay) : null;
    const key = id ? this.read(id) : '';
    if (key !== '') this.byId.set(key, { start: startDay, end: endDay });
    this.before = endDay;
    const drawnTo = endDay === null || this.inclusive ? endDay : endDay - 1;
    return {
      name,
      nameSpan: nameEnd,
      id: key,
      section,
      start: iso(startDay),
      end: iso(endDay),
      last: iso(drawnTo),
      startSpan: start && this.date(this.read(start)) !== null ? start : null,
      endSpan: end && this.date(this.read(end)) !== null ? end : null,
      span: row,
    };
  }

  private parts(within: Span): Span[] {
    const out: Span[] = [];
    let from = within.from;
    for (const piece of this.text.slice(within.from, within.to).split(',')) {
      const span = this.trimmed({ from, to: from + piece.length });
      from += piece.length + 1;
      if (!(TAGS.has(this.read(span)) && out.length === 0)) out.push(span);
    }
    return out;
  }

  private trimmed(span: Span): Span {
    const raw = this.text.slice(span.from, span.to);
    const from = span.from + raw.length - raw.trimStart().length;
    return { from, to: from + raw.trim().length };
  }

  private read(span: Span): string {
    return this.text.slice(span.from, span.to);
  }

  private day(span: Span): number | null {
    const text = this.read(span);
    if (!text.startsWith('after ')) return this.date(text);
    const ends = text
      .slice('after '.length)
      .trim()
      .split(/\s+/)
      .map((id) => this.byId.get(id)?.end ?? null);
    return ends.includes(null) ? null : Math.max(...(ends as number[])) + (this.inclusive ? 1 : 0);
  }

  private end(span: Span, start: number | null): number | null {
    const text = this.read(span);
    if (text.startsWith('until ')) return this.byId.get(text.slice('until '.length).trim())?.start ?? null;
    const length = /^(\d{1,5})\s?([dw])$/.exec(text);
    if (!length) return this.date(text);
    if (start === null || this.gaps) return null;
    const days = Number(length[1]) * (length[2] === 'w' ? 7 : 1);
    return start + days - (this.inclusive ? 1 : 0);
  }

  /** A date in the chart's format: year, month and day in any order. Times of day are left out; other formats are not read. */
  private date(text: string): number | null {
    const order = this.format.match(/YYYY|MM|DD/g) ?? [];
    const numbers = text.match(/\d+/g) ?? [];
    if (order.length !== 3 || new Set(order).size !== 3 || !/^\d/.test(text) || numbers.length < 3)
      return null;
    const part = (token: string) => (numbers[order.indexOf(token)] ?? '').padStart(2, '0');
    return dayNumber(`${part('YYYY')}-${part('MM')}-${part('DD')}`);
  }
}

function iso(day: number | null): string | null {
  // Beyond this, lengths were added up that no plan has; such days have no date.
  return day === null || Math.abs(day) > 3_000_000
    ? null
    : new Date(day * 86_400_000).toISOString().slice(0, 10);
}

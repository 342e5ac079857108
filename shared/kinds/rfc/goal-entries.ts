import { labelledItems } from '../../text/labels';
import type { MarkdownDoc, Section } from '../../text/markdown';
import { findSection, itemsIn, tablesIn } from '../../text/sections';
import { contains, type Span } from '../../text/span';

const NON_GOALS = ['non-goals', 'non goals', 'nongoals', 'out of scope'];
const NON_GOAL_LABEL = /^(?:non-?\s?goals?|out of scope)(?!\p{L})/u;

/** What the goals section lists, with the headings that hold it. */
export interface GoalEntries {
  readonly goals: readonly Span[];
  readonly nonGoals: readonly Span[];
  readonly goalsAt: Span;
  readonly nonGoalsAt: Span;
}

/** Goals and non-goals, as sub-sections, as lists under a label, or as sections of their own. */
export function goalEntries(doc: MarkdownDoc, section: Section): GoalEntries {
  const fence = findSection(doc, NON_GOALS);
  const inner = findSection(doc, ['goals'], section.body);
  const labelled = labelledItems(doc, section.body).filter(
    ({ label, item }) => item.depth === 0 && NON_GOAL_LABEL.test(label),
  );
  const nonGoals = fence ? list(doc, fence.body) : labelled.map(({ item }) => item.span);
  const home = inner ?? section;
  const own = list(doc, home.body).filter(
    (span) => !(fence && contains(fence.body, span)) && !nonGoals.some((n) => n.from === span.from),
  );
  return {
    goals: own,
    nonGoals,
    goalsAt: home.heading.span,
    nonGoalsAt: fence?.heading.span ?? section.heading.span,
  };
}

/** The rows of the tables of a range, else its outer list items. */
function list(doc: MarkdownDoc, body: Span): Span[] {
  const rows = tablesIn(doc, body).flatMap((table) => table.rows.map((row) => row.span));
  return rows.length > 0
    ? rows
    : itemsIn(doc, body)
        .filter((item) => item.depth === 0)
        .map((item) => item.span);
}

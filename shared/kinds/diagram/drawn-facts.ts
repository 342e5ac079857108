import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { isFlowchart, type MermaidDoc } from '../../text/mermaid';
import { ganttTasks } from '../../text/mermaid/gantt-tasks';
import type { Span } from '../../text/span';

/** The bars of a Gantt chart (`gantt-task`) with the place of what is written: `name`, `start`, `end`. `last` is the last day that is drawn. */
export function ganttFacts(doc: MermaidDoc): Fact[] {
  return ganttTasks(doc).map((task, i) => {
    const places: Record<string, Span> = { name: task.nameSpan };
    if (task.startSpan) places['start'] = task.startSpan;
    if (task.endSpan) places['end'] = task.endSpan;
    const { name, section, start, end, last } = task;
    const fields = definitionData({ name, section: section || null, start, end, last });
    return {
      type: 'record',
      set: 'gantt-task',
      id: task.id || String(i + 1),
      fields,
      places,
      span: task.span,
    };
  });
}

/** The labelled nodes of a flowchart and the participants of a sequence diagram (`diagram-node`). */
export function nodeFacts(doc: MermaidDoc): Fact[] {
  if (!isFlowchart(doc) && doc.type !== 'sequenceDiagram') return [];
  return doc.nodes.map((node) => ({
    type: 'record' as const,
    set: 'diagram-node',
    id: node.id,
    fields: { label: node.label },
    places: {},
    span: node.span,
  }));
}

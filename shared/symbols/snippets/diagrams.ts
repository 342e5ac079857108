/** A small diagram of each common sort, with blanks where its words go. */
export const DIAGRAMS: readonly { readonly label: string; readonly detail: string; readonly text: string }[] =
  [
    {
      label: 'Flowchart',
      detail: 'Steps or services, and what flows between them',
      text: `flowchart LR
  a["<first service>"] -->|"<what flows, with its rate>"| b["<second service>"]
  b --> c["<third service>"]`,
    },
    {
      label: 'Sequence diagram',
      detail: 'Who calls whom, in order',
      text: `sequenceDiagram
  participant A as <caller>
  participant B as <called>
  A->>B: <request>
  B-->>A: <answer>`,
    },
    {
      label: 'Gantt chart',
      detail: 'Phases over time',
      text: `gantt
  title <what is planned>
  dateFormat YYYY-MM-DD
  section <phase>
    <task> :a1, 2024-01-15, 10d
    <next task> :after a1, 5d`,
    },
    {
      label: 'State diagram',
      detail: 'States and what moves between them',
      text: `stateDiagram-v2
  [*] --> Open
  Open --> Closed : <what closes it>
  Closed --> [*]`,
    },
    {
      label: 'Class diagram',
      detail: 'Types and how they belong together',
      text: `classDiagram
  class Order {
    +String id
    +cancel()
  }
  Order "1" --> "*" Line : has`,
    },
    {
      label: 'Entity diagram',
      detail: 'Tables and their relations',
      text: `erDiagram
  CUSTOMER ||--o{ ORDER : places
  ORDER ||--|{ LINE : has`,
    },
    {
      label: 'Timeline',
      detail: 'What happened when',
      text: `timeline
  title <what happened>
  <2024-01> : <event>
  <2024-02> : <event>`,
    },
    {
      label: 'Mind map',
      detail: 'A topic and its parts',
      text: `mindmap
  root((<topic>))
    <part>
    <other part>`,
    },
    {
      label: 'Quadrant chart',
      detail: 'Options by two measures',
      text: `quadrantChart
  title <what is compared>
  x-axis Low effort --> High effort
  y-axis Low value --> High value
  First option: [0.3, 0.8]
  Second option: [0.7, 0.4]`,
    },
    {
      label: 'Pie chart',
      detail: 'Shares of a whole',
      text: `pie title <what is shared out>
  "<first>" : 60
  "<second>" : 40`,
    },
  ];

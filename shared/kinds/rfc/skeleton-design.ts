/** The design section of the template: two diagrams with reading guides, and the decisions behind them. */
export const DESIGN = `### Flow

Rename every box and label every arrow with what travels on it.

\`\`\`mermaid
%% title: Target data flow
%% owner: author of this RFC
flowchart LR
  subgraph producers["Producers"]
    p1["service one"]
    p2["service two"]
  end
  subgraph platform["Platform team"]
    ingest["ingest"]
    process["processing job"]
    rejects["rejected records"]
  end
  subgraph readers["Readers"]
    store["warehouse"]
    report["dashboard"]
  end
  p1 -->|"events, rate"| ingest
  p2 -->|"events, rate"| ingest
  ingest -->|"validated events"| process
  process -->|"rows"| store
  process -->|"refused, with reason"| rejects
  store -->|"query"| report
\`\`\`

How to read it: <two or three sentences, from left to right, that name the boundary which matters and the volume on the busiest arrow>

### One record, end to end

\`\`\`mermaid
%% title: One record from producer to reader
%% owner: author of this RFC
sequenceDiagram
  participant P as Producer
  participant I as Ingest
  participant J as Job
  participant W as Warehouse
  P->>I: record with id
  I-->>P: accepted
  I->>J: deliver
  alt record can be processed
    J->>W: upsert by id
    W-->>J: stored
  else record is refused
    J->>I: reason and original record
  end
\`\`\`

How to read it: <what happens on the unhappy branch, who notices, and the minutes that takes>

### Interfaces and capacity

| Interface | Contract | Owner | Limit |
| --- | --- | --- | --- |
| <interface, by its real name> | <schema or API, version> | <team, and one name> | <rate or size, with unit> |
| <second interface, same form> | <schema or API, version> | <team, and one name> | <rate or size, with unit> |

Capacity: <arithmetic, from today's peak to the size you ask for, one line per step>`;

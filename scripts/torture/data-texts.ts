import type { HostileText } from './hostile-texts';

function lines(head: string, line: (index: number) => string): (length: number) => string {
  return (length) => {
    const parts = [head];
    for (let size = head.length, i = 0; size < length; i++) {
      const part = line(i);
      parts.push(part);
      size += part.length;
    }
    return parts.join('');
  };
}

/** YAML that grows: as many keys, entries, levels, quotes, words in one value, or lines of one block. */
export const YAML_TEXTS: readonly HostileText[] = [
  { name: 'keys', make: lines('id: A\n', (i) => `key-${i}: value ${i}\n`) },
  {
    name: 'entries',
    make: lines('items:\n', (i) => `  - {id: AI-${i}, owner: Ana Ruiz, due: "2031-01-02"}\n`),
  },
  { name: 'entries of blocks', make: lines('entries:\n', (i) => `  - id: R-${i}\n    title: Risk ${i}\n`) },
  {
    name: 'texts',
    make: lines('notes:\n', (i) => `  - "It takes ${i} min, says \\"Ana\\", and costs $5k."\n`),
  },
  { name: 'one long text', make: lines('text: ', (i) => `ADR-${i} takes 5 min and `) },
  { name: 'one folded text', make: lines('text: >\n', (i) => `  Line ${i} of RFC-001 took 5 min.\n`) },
  { name: 'comments', make: lines('id: A\n', (i) => `# remark ${i}\n`) },
  { name: 'a list that does not end', make: lines('items: [', (i) => `a${i}, `) },
  { name: 'a bad line at the end of many', make: (n) => `${lines('', (i) => `k${i}: v\n`)(n)}\t: :\n` },
];

export const JSON_TEXTS: readonly HostileText[] = [
  { name: 'members', make: (n) => `${lines('{"id": "A"', (i) => `,\n"k${i}": "v ${i}"`)(n)}}` },
  {
    name: 'risks',
    make: (n) =>
      `${lines('{"risks": [{}', (i) => `,\n{"id": "R-${i}", "title": "Risk ${i}", "level": "high"}`)(n)}]}`,
  },
  { name: 'numbers', make: (n) => `${lines('[0', (i) => `,${i}`)(n)}]` },
  { name: 'a list that does not end', make: lines('[', (i) => `{"a": ${i}}, `) },
  { name: 'one long text', make: (n) => `{"text": "${'ADR-1 takes 5 min. '.repeat(n / 19)}"}` },
];

export const DIAGRAM_TEXTS: readonly HostileText[] = [
  { name: 'arrows', make: lines('flowchart LR\n', (i) => `  a${i} -->|says ${i}| a${i + 1}\n`) },
  { name: 'one long chain', make: lines('flowchart LR\n  a', (i) => ` --> b${i}`) },
  { name: 'subgraphs', make: lines('flowchart LR\n', (i) => `subgraph s${i}\n a${i}["Node ${i}"]\nend\n`) },
  { name: 'messages', make: lines('sequenceDiagram\n', (i) => `  a->>b: message ${i}\n`) },
  {
    name: 'tasks',
    make: lines('gantt\n  dateFormat YYYY-MM-DD\n', (i) => `  P${i} Task :p${i}, 2024-01-03, 5d\n`),
  },
  { name: 'remarks', make: lines('%% title: A\nflowchart LR\n', (i) => `%% remark ${i}\n`) },
];

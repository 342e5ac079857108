import { song } from './payloads';

const OUT = 'https://example.org/';

/** Diagrams that ask for what a drawing must not have: script, HTML, links, calls, other settings, styles that leave the picture. */
export const HOSTILE_DIAGRAMS: readonly string[] = [
  ...[
    `A["<img src=x onerror=${song('label')}>"]`,
    `A["<script>${song('script label')}</script>"]`,
    'A["<iframe srcdoc=x></iframe>"]',
    'A["#lt;script#gt;x#lt;/script#gt;"]',
    'A["`**bold** <b onclick=x>b</b>`"]',
    'A["$$\\href{javascript:x}{y}$$"]',
    `A["</text></svg><img src=x onerror=${song('end of label')}>"]`,
    'A["safe\u202etxt"]',
    `A["x"]\n  click A "javascript:${song('click')}"`,
    `A["x"]\n  click A href "${OUT}" "tip <b>t</b>" _top`,
    `A["x"]\n  click A call canary("called")`,
    'A["x"]\n  click A callback "tip"',
    'A["x"]\n  style A fill:url(https://example.org/a.svg),stroke:red',
    'A["x"]\n  style A background:expression(alert(1))',
    'A["x"]\n  classDef a fill:red;}body{display:none}\n  class A a',
    'A["x"]\n  classDef default fill:#f00,@import url(https://example.org/a.css)',
    'A["x"]:::a</style><script>x()</script>',
    `A@{ img: "${OUT}a.png", label: "x", w: 60, h: 60 }`,
    `A@{ icon: "fa:user", form: "square", label: "<b>x</b>" }`,
    'A["fa:fa-user x"]\n  linkStyle default fill:url(//example.org/a)',
    'A["x"]\n  subgraph "<img src=x onerror=canary(1)>"\n  B\n  end',
    'A -- "<a href=javascript:canary(1)>l</a>" --> B',
  ].map((body) => `flowchart LR\n  ${body}\n`),
  ...[
    "%%{init: {'securityLevel': 'loose', 'htmlLabels': true, 'flowchart': {'htmlLabels': true}}}%%",
    "%%{init: {'themeCSS': 'body{display:none} *{background:url(https://example.org/a)}'}}%%",
    "%%{init: {'theme': 'base', 'themeVariables': {'primaryColor': 'red;}body{display:none}'}}}%%",
    "%%{init: {'fontFamily': 'x;}*{background:url(//example.org)}'}}%%",
    "%%{init: {'dompurifyConfig': {'ADD_TAGS': ['script']}, 'secure': []}}%%",
    "%%{init: {'__proto__': {'securityLevel': 'loose'}, 'constructor': {'prototype': {'polluted': 1}}}}%%",
    "%%{init: {'maxTextSize': 99999999, 'maxEdges': 99999999, 'startOnLoad': true}}%%",
    "%%{wrap}%%\n%%{init: {'logLevel': 0, 'deterministicIds': false}}%%",
    '---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n  theme: base\n---',
    '---\nconfig:\n  themeCSS: "body{visibility:hidden}"\n  look: handDrawn\n---',
    '---\ntitle: "<img src=x onerror=canary(1)>"\n---',
    '---\nconfig: {layout: elk, __proto__: {a: 1}}\n---',
  ].map((head) => `${head}\nflowchart LR\n  A["<i>x</i>"] --> B\n`),
  `sequenceDiagram\n  participant A as <img src=x onerror=${song('actor')}>\n  A->>A: <script>x</script>\n  Note over A: <b onclick=x>n</b>\n`,
  `sequenceDiagram\n  participant A\n  link A: Site @ javascript:${song('actor link')}\n  links A: {"x": "${OUT}"}\n  A->>A: x\n`,
  `classDiagram\n  class A["<img src=x onerror=x>"]\n  link A "javascript:${song('class link')}" "t"\n  A : +f(<script>)\n`,
  `stateDiagram-v2\n  s1: <img src=x onerror=${song('state')}>\n  [*] --> s1\n  click s1 href "${OUT}"\n`,
  'gantt\n  title <b>x</b>\n  dateFormat YYYY-MM-DD\n  section <script>\n  T :a, 2024-01-01, 1d\n  click a href "javascript:canary(1)"\n',
  'erDiagram\n  A ||--o{ B : "<img src=x onerror=canary(1)>"\n',
  'mindmap\n  root((<img src=x onerror=canary(1)>))\n    ::icon(fa fa-book)\n    `**x** <script>`\n',
  'timeline\n  title <script>x</script>\n  2024 : <img src=x onerror=canary(1)>\n',
  'pie title <b>x</b>\n  "<script>x</script>" : 3\n',
  'quadrantChart\n  title <img src=x>\n  x-axis "<b>a</b>" --> "b"\n  "</text><script>": [0.3, 0.6]\n',
];

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => `  ${line(i)}\n`).join('');

/** Diagrams within the limits of length and links that cost far more time than a reader has. */
export const HANGING_DIAGRAMS: readonly string[] = [
  `flowchart LR\n${many(500, (i) => `a${i % 22} --> b${(i * 7) % 23}`)}`,
  `flowchart TB\n${many(500, (i) => `n${(i * 31) % 120} --> n${(i * 17 + 5) % 120}`)}`,
  `flowchart LR\n${many(30, (i) => `subgraph s${i}`)}${many(400, (i) => `x${i % 40} --> y${(i * 3) % 37}`)}${many(30, () => 'end')}`,
  `sequenceDiagram\n${many(2400, (i) => `A${i % 40}->>B${i % 37}: x`)}`,
  `classDiagram\n${many(480, (i) => `C${i % 60} --> D${(i * 7) % 59}`)}`,
  `stateDiagram-v2\n${many(480, (i) => `s${i % 70} --> t${(i * 11) % 67}`)}`,
  `erDiagram\n${many(480, (i) => `E${i % 60} ||--o{ F${(i * 7) % 59} : x`)}`,
  `mindmap\n  root\n${many(2400, (i) => `${' '.repeat(2 + (i % 9))}n${i}`)}`,
];

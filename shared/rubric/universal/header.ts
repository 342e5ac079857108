import { type DataTree, firstLine } from '../../text/data-tree';
import type { MarkdownDoc } from '../../text/markdown';
import { dates } from '../../text/quantities';
import type { Span } from '../../text/span';
import { headerLines } from '../../text/title-lines';
import type { Source } from '../artifact';
import { type AutoCriterion, fail, failBecause, type Problem, pass } from '../criterion';
import { foreignHeaderOf } from '../foreign-header';
import { diagramComments, headerBlock, headerFields } from '../repairs/header-block';

/** Accepted names of each header field, as paths into the header. */
const FIELDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  id: [['id'], ['incident'], ['incident_id']],
  title: [['title']],
  status: [['status'], ['outcome']],
  owner: [['owner'], ['author'], ['authors'], ['facilitator'], ['captain']],
  date: [['date'], ['created'], ['meeting', 'date'], ['decision_date'], ['published']],
};

/** GEN-06: who owns this, what it is called, from when it is. */
export const header: AutoCriterion<unknown> = {
  id: 'GEN-06',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: true,
  title: 'The header block is complete',
  failTitle: 'The header block is incomplete',
  why: 'A document without owner and date cannot be relied on: nobody answers for it and nobody knows whether it still holds.',
  hint: 'Add the missing fields to the header at the top of the file.',
  sources: ['MADR'],
  check: ({ source, packet, model }) => {
    if (source.format === 'mmd') return diagramHeader(source);
    const isScenario = packet.kindOf(source.path) === 'incident-scenario';
    const foreign = foreignHeaderOf(model);
    const tree = foreign ?? (source.format === 'md' ? source.markdown.frontMatter : source.data);
    if (source.format === 'md' && !tree) {
      return fail({
        ...bareHeader(source.markdown),
        ...headerBlock(source.markdown, packet.kindOf(source.path)),
      });
    }
    if (!tree?.root) return failBecause('GEN-01');
    if (isScenario) return scenarioHeader(tree);
    const wanted =
      source.format === 'md' ? ['id', 'title', 'status', 'owner', 'date'] : ['id', 'title', 'owner', 'date'];
    const evidence: Span[] = [];
    const missing: string[] = [];
    for (const field of wanted) {
      const named = FIELDS[field] ?? [];
      // Conventions without an owner name those who decide: they are the ones who answer for it.
      const node = (foreign && field === 'owner' ? [...named, ['decision-makers']] : named)
        .map((path) => tree.node(path))
        .find((n) => n !== null && filled(n.value));
      if (node) evidence.push(node.span);
      else missing.push(field);
    }
    if (missing.length === 0) return pass(...evidence);
    const first = tree.root.kind === 'map' ? tree.root.members.values().next().value?.key : null;
    return fail({
      span: first ?? { from: 0, to: Math.min(3, source.text.length) },
      message: `The header lacks ${missing.map((m) => `\`${m}\``).join(', ')}`,
      ...(foreign
        ? {}
        : headerFields(
            tree,
            packet.kindOf(source.path),
            missing,
            source.format === 'md' ? source.markdown : null,
          )),
    });
  },
  examples: {
    pass: [
      {
        path: 'note.md',
        source:
          '---\nid: N-1\ntitle: Note\nstatus: draft\nauthor: Ines Okonkwo-Vale\ncreated: "2023-10-02"\n---\n\n# Note\n',
      },
      {
        path: 'x.mmd',
        source:
          '%% title: Flow\n%% owner: Ines Okonkwo-Vale\n%% id: FLOW\n%% date: 2023-10-16\nflowchart LR\n  a --> b\n',
      },
    ],
    fail: [
      { path: 'note.md', source: '---\nid: N-1\ntitle: Note\nstatus: draft\n---\n\n# Note\n', at: ['id'] },
      { path: 'note.md', source: '\n# Note\n\nText.\n', at: ['# Note'] },
      {
        path: 'note.md',
        source: '- Start Date: 2023-10-02\n- Authors: Ines\n\n# Note\n\nStatus: draft\n',
        at: ['Start Date'],
      },
      { path: 'note.md', source: '# Note\n\n**Status:** final\n**Author**: Ines\n', at: ['Status'] },
      { path: 'note.md', source: '# A note on rows\n\nText.\n', at: ['# A note on rows'] },
      { path: 'data.json', source: '{\n  "id": "A",\n  "rows": []\n}\n', at: ['"id"'] },
      { path: 'x.mmd', source: '%% title: Flow\nflowchart LR\n  a --> b\n', at: ['%% title: Flow'] },
      { path: 'x.mmd', source: '%% owner: Ines\r\nflowchart LR\r\n  a --> b\r\n', at: ['%% owner: Ines'] },
    ],
  },
};

function filled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && String(value).trim() !== '';
}

/** Names of the fields in lines that stand in place of front matter. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'rfc-number', 'rfc', 'incident', 'incident-id'],
  status: ['status', 'rfc-status'],
  owner: ['owner', 'author', 'authors'],
  date: ['date', 'start-date', 'created', 'published'],
};

/** What to tell of a file without front matter: that the header is written another way, or that there is none. */
function bareHeader(doc: MarkdownDoc): Problem {
  const lines = headerLines(doc);
  const written = Object.entries(LINES).filter(([, names]) => names.some((name) => lines.has(name)));
  const places = written.flatMap(([, names]) => names.flatMap((name) => lines.get(name)?.key ?? []));
  const first = places.sort((a, b) => a.from - b.from)[0];
  if (!first)
    return {
      span: doc.headings[0]?.span ?? firstLine(doc.text, { from: 0, to: doc.text.length }),
      message: 'The file has no front matter; it needs id, title, status, owner and date',
    };
  const given = written.map(([field]) => field);
  const missing = Object.keys(LINES).filter((field) => !given.includes(field));
  const lacks = missing.length === 0 ? '' : ` and lacks ${missing.map((m) => `\`${m}\``).join(', ')}`;
  return {
    span: first,
    message: `The header stands in lines of text instead of front matter${lacks}`,
    hint: 'Put the fields, with the title, between two lines of "---" at the top of the file.',
  };
}

/** Diagrams say title and owner in comments; id is the file name and the date that of the text that shows them. */
function diagramHeader(source: Extract<Source, { format: 'mmd' }>) {
  const { diagram } = source;
  const missing = [diagram.title ? null : 'title', diagram.owner ? null : 'owner'].filter((m) => m !== null);
  if (missing.length === 0) return pass(...diagram.comments.slice(0, 2).map((c) => c.span));
  return fail({
    span: diagram.comments[0]?.span ?? diagram.typeSpan,
    message: `The diagram lacks ${missing.map((m) => `\`%% ${m}:\``).join(' and ')}`,
    hint: 'Write `%% title:` on the first line and `%% owner:` on the second.',
    ...diagramComments(diagram, missing),
  });
}

function scenarioHeader(tree: DataTree) {
  const wanted = ['incident_id', 'title', 'window_start'];
  const missing = wanted.filter((name) => !filled(tree.node(['metadata', name])?.value));
  const spans = wanted.map((name) => tree.span(['metadata', name]));
  const stamped = dates(String(tree.node(['metadata', 'window_start'])?.value ?? '')).length > 0;
  if (missing.length === 0 && stamped) return pass(...spans);
  return fail({
    span: tree.keySpan(['metadata']),
    message: `The metadata lacks ${missing.join(', ') || 'a dated window_start'}`,
  });
}

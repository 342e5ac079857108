import { comparePaths, extension, fileName, folderOf } from '../../domain/kit-path';
import { definesForOthers } from '../../rubric/kit-packet';
import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';

/**
 * X-15. A link to a diagram that is not there is GEN-03's finding in the file that holds it; it counts here without being repeated. The part of a
 * diagram is the folder that holds its `diagrams` folder.
 */
export const diagramsUsed: ConsistencyRule = {
  id: 'X-15',
  severity: 'must',
  title: 'Diagrams exist and are used',
  failTitle: 'A diagram is linked from nowhere in its part, or a linked one is missing',
  why: 'A diagram that no text leads to is read by nobody and goes stale unnoticed; one that is missing leaves the text pointing at nothing.',
  hint: 'Link the diagram from the text it explains, or remove it.',
  kinds: ['diagram', 'fishbone'],
  check: (packet) => {
    const drawings = [...packet.files].filter((path) => extension(path) === 'mmd' && definesForOthers(path));
    const missing = [...packet.files]
      .filter(definesForOthers)
      .some((path) => packet.outgoing(path).some((link) => leadsToNoDiagram(packet, link.target)));
    if (drawings.length === 0 && !missing)
      return { verdict: 'not-evaluated', reason: 'The packet holds no diagram file and links to none' };
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const path of drawings.sort(comparePaths)) {
      const part = partFolder(path);
      const link = packet
        .incoming(path)
        .find(({ from }) => definesForOthers(from) && isWithin(part, from) && from !== path);
      if (link) evidence.push({ path: link.from, span: link.span });
      else problems.push(unused(packet, path, part));
    }
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (missing) return { verdict: 'fail', problems: [], because: 'GEN-03' };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      {
        files: {
          'kit/a/note.md': 'See [the flow](diagrams/flow.mmd).\n',
          'kit/a/diagrams/flow.mmd': 'flowchart LR\n  a --> b\n',
        },
      },
    ],
    fail: [
      {
        files: {
          'kit/a/note.md': 'No link.\n',
          'kit/a/diagrams/flow.mmd': '%% title: Flow\nflowchart LR\n  a --> b\n',
          'kit/a/diagrams/fishbone.mmd': 'mindmap\n  root\n',
        },
        at: [
          ['kit/a/diagrams/fishbone.mmd', 'mindmap'],
          ['kit/a/diagrams/flow.mmd', '%% title: Flow'],
        ],
      },
      {
        files: {
          'kit/b/note.md': 'See [the flow](../a/diagrams/flow.mmd).\n',
          'kit/a/diagrams/flow.mmd': '%% title: Flow\nflowchart LR\n  a --> b\n',
        },
        at: [['kit/a/diagrams/flow.mmd', '%% title: Flow']],
      },
      // GEN-03 says this in the note itself.
      { files: { 'kit/a/note.md': 'See [the flow](diagrams/flow.mmd).\n' }, at: [] },
    ],
  },
};

function leadsToNoDiagram(packet: Packet, target: string | null): boolean {
  return target !== null && extension(target) === 'mmd' && !packet.files.has(target);
}

function partFolder(path: string): string {
  const folder = folderOf(path);
  return fileName(folder) === 'diagrams' ? folderOf(folder) : folder;
}

function isWithin(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** Names in a hint; more would not be read. */
const MOST_NAMES = 5;

function unused(packet: Packet, path: string, part: string): RuleProblem {
  const place = packet.recordsOf('drawing', path)[0];
  const elsewhere = packet.incoming(path).filter(({ from }) => definesForOthers(from) && from !== path);
  const texts = [...packet.files]
    .filter((file) => extension(file) === 'md' && definesForOthers(file) && isWithin(part, file))
    .sort(comparePaths)
    .map(fileName);
  const shown = texts.slice(0, MOST_NAMES).join(', ');
  const more = texts.length > MOST_NAMES ? ` and ${texts.length - MOST_NAMES} more` : '';
  return {
    path,
    span: place?.span ?? { from: 0, to: 0 },
    message: `No file of ${part === '' ? 'the kit' : part} links to ${fileName(path)}`,
    ...(shown === '' ? {} : { hint: `Link it from the text it explains (${shown}${more}), or remove it.` }),
    related: elsewhere.map(({ from, span }) => ({ path: from, span, message: 'linked from another part' })),
  };
}

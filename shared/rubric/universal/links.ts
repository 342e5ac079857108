import { comparePaths, fileName, relativeLink } from '../../domain/kit-path';
import { editDistance } from '../../util/edit-distance';
import { type AutoCriterion, judge, type Problem } from '../criterion';
import type { OutgoingLink, Packet } from '../packet';
import type { MaybeFix } from '../repairs/write-value';

/** GEN-03: what a document points at must be in the packet the reader was given. */
export const links: AutoCriterion<unknown> = {
  id: 'GEN-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Links resolve inside the packet',
  failTitle: 'A link leads nowhere',
  why: 'Evidence that cannot be opened is no evidence; a broken link makes a reader doubt the rest.',
  hint: 'Point the link at a file of the packet, write the full address of a page elsewhere, or remove it.',
  sources: ['Seed'],
  check: ({ source, packet }) => {
    const problems: Problem[] = [];
    const good: OutgoingLink[] = [];
    for (const link of packet.outgoing(source.path)) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(link.url) || link.url.startsWith('//')) continue;
      const problem = judgeLink(source.path, link, packet);
      if (problem) problems.push(problem);
      else good.push(link);
    }
    return judge(
      problems,
      good.slice(0, 5).map((link) => link.span),
    );
  },
  examples: {
    pass: [
      {
        path: 'a/note.md',
        source: 'See [the data](../b/data.yaml) and [below](#part-two).\n\n# Part two\n',
        packet: { 'b/data.yaml': 'id: A\n' },
      },
      { path: 'a/note.md', source: 'A claim.[^1]\n\n[^1]: See\n    the paper for more.\n' },
    ],
    fail: [
      {
        path: 'a/note.md',
        source: 'See [the data](../b/dta.yaml).\n',
        packet: { 'b/data.yaml': 'id: A\n' },
        at: ['../b/dta.yaml'],
      },
      {
        path: 'a/note.md',
        source: 'See [the data](data.md#rows "x").\n',
        packet: { 'b/c/data.md': '# Rows\n' },
        at: ['data.md#rows'],
      },
      { path: 'a/note.md', source: 'See [below](#part-too).\n\n# Part two\n', at: ['#part-too'] },
    ],
  },
};

function judgeLink(path: string, link: OutgoingLink, packet: Packet): Problem | null {
  if (link.target === null) return { span: link.span, message: `"${link.url}" leads out of the kit` };
  if (!packet.files.has(link.target)) {
    if (link.target === '' || packet.derived(foldersOf).has(link.target)) return null;
    const byName = packet.derived(filesByName);
    const near = nearest(link.target, byName);
    return {
      span: link.span,
      message: `"${link.url}" is not in the packet`,
      ...(near.length > 0 ? { hint: `Nearest names: ${near.join(', ')}.` } : {}),
      ...movedTo(path, link, byName),
    };
  }
  if (link.fragment === '') return null;
  const anchors = packet.anchors(link.target) ?? [];
  if (anchors.length === 0 && link.target !== path) return null;
  return anchors.includes(link.fragment.toLowerCase())
    ? null
    : {
        span: link.span,
        message: `No heading of ${link.target === path ? 'this file' : fileName(link.target)} makes the anchor "#${link.fragment}"`,
      };
}

/** A file of exactly this name that the packet has once: it stands in another folder. */
function movedTo(path: string, link: OutgoingLink, files: FilesByName): MaybeFix {
  const same = files.get(fileName(link.target ?? '')) ?? [];
  const [only] = same;
  const spelled = link.span.to - link.span.from === link.url.length;
  if (only === undefined || same.length > 1 || !spelled || !/^[\w./-]+$/.test(only)) return {};
  const url = `${relativeLink(path, only)}${link.fragment === '' ? '' : `#${link.fragment}`}`;
  return { fix: { title: `Link to ${only}`, edits: [{ ...link.span, insert: url }] } };
}

function foldersOf(packet: Packet): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of packet.files)
    for (let at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) folders.add(file.slice(0, at));
  return folders;
}

type FilesByName = ReadonlyMap<string, readonly string[]>;

/** The files of the packet by their names, each list in the order of paths. */
function filesByName({ files }: Packet): FilesByName {
  const names = new Map<string, string[]>();
  for (const file of files) {
    const name = fileName(file);
    const same = names.get(name);
    if (same) same.push(file);
    else names.set(name, [file]);
  }
  return names;
}

/** In a packet with more different names than this, only exact ones are looked for: each broken link would be held against all. */
const MOST_NAMES = 4000;

function nearest(target: string, files: FilesByName): string[] {
  const wanted = fileName(target);
  if (files.size > MOST_NAMES) return (files.get(wanted) ?? []).slice(0, 3);
  return [...files]
    .map(([name, same]) => ({ same, distance: editDistance(name, wanted, 4) }))
    .filter(({ distance }) => distance <= 4)
    .flatMap(({ same, distance }) => same.slice(0, 3).map((file) => ({ file, distance })))
    .sort((a, b) => a.distance - b.distance || comparePaths(a.file, b.file))
    .slice(0, 3)
    .map(({ file }) => file);
}

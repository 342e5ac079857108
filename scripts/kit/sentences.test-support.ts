import { toString as plainText } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isScalar, parseDocument, visit as visitYaml } from 'yaml';
import { lineAt } from './kit.test-support';

/** A sentence of a file as a reader meets it. */
export interface Sentence {
  readonly text: string;
  /** Lower case, letters and digits only: what makes two sentences the same. */
  readonly key: string;
  readonly line: number;
  /** Where it stands: running text (`prose`), a value of a data file or a label (`field`), or a place that names something. */
  readonly place: 'prose' | 'field' | 'title' | 'table-head' | 'cell' | 'quote';
}

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

/** What is left when case, punctuation and markup do not count. */
export function sentenceKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Cuts running text into sentences; abbreviations and decimals do not end one. */
function sentencesIn(text: string, line: number, place: Sentence['place']): Sentence[] {
  return text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?:;]["”)]?)\s+(?=["“(]?[\p{Lu}\d])/u)
    .map((sentence) => ({ text: sentence.trim(), key: sentenceKey(sentence), line, place }))
    .filter(({ key }) => key.split(' ').length >= 6);
}

function markdownSentences(source: string): Sentence[] {
  const out: Sentence[] = [];
  visit(reader.parse(source), (node, index, parent) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') {
      out.push(...sentencesIn(plainText(node), line, 'title'));
      return 'skip';
    }
    if (node.type === 'blockquote') {
      out.push(...sentencesIn(plainText(node), line, 'quote'));
      return 'skip';
    }
    if (node.type === 'tableRow') {
      const head = parent?.type === 'table' && index === 0;
      for (const cell of node.children)
        out.push(...sentencesIn(plainText(cell), line, head ? 'table-head' : 'cell'));
      return 'skip';
    }
    if (node.type === 'paragraph') {
      out.push(...sentencesIn(plainText(node), line, 'prose'));
      return 'skip';
    }
    return undefined;
  });
  return out;
}

const PATH = /^[\w./-]+\.(?:md|mmd|ya?ml|json)$/;

function dataSentences(source: string): Sentence[] {
  const out: Sentence[] = [];
  visitYaml(parseDocument(source), {
    Pair(_, pair) {
      if (!isScalar(pair.value) || typeof pair.value.value !== 'string' || !isScalar(pair.key)) return;
      // A formula is arithmetic, a path is an address; both have to be the same wherever they stand.
      if (pair.key.value === 'formula' || PATH.test(pair.value.value)) return;
      const place = /^(?:title|name)$/.test(String(pair.key.value)) ? 'title' : 'field';
      out.push(...sentencesIn(pair.value.value, lineAt(source, pair.value.range?.[0] ?? 0), place));
    },
    Seq(_, sequence) {
      for (const item of sequence.items) {
        if (isScalar(item) && typeof item.value === 'string' && !PATH.test(item.value))
          out.push(...sentencesIn(item.value, lineAt(source, item.range?.[0] ?? 0), 'field'));
      }
    },
  });
  for (const [index, text] of source.split('\n').entries()) {
    const comment = /^\s*# ?(.*)$/.exec(text)?.[1];
    if (comment !== undefined) out.push(...sentencesIn(comment, index + 1, 'prose'));
  }
  return out;
}

function diagramSentences(source: string): Sentence[] {
  return source.split('\n').flatMap((text, index) => {
    const title = /^%% (?:title|legend): (.*)$/.exec(text)?.[1];
    if (title !== undefined) return sentencesIn(title, index + 1, 'title');
    return [...text.matchAll(/"([^"]+)"|: (.+)$/g)].flatMap(([, label, message]) =>
      sentencesIn(label ?? message ?? '', index + 1, 'field'),
    );
  });
}

/** Sentences of six words or more, in no particular order. */
export function sentencesOf(path: string, source: string): Sentence[] {
  if (path.endsWith('.md')) return markdownSentences(source);
  if (path.endsWith('.mmd')) return diagramSentences(source);
  return dataSentences(source);
}

import { extension } from '../domain/kit-path';
import { parseJson } from '../text/json';
import { parseEditedJson } from '../text/json-edited';
import { editedMarkdownInSteps, parseMarkdown } from '../text/markdown';
import { parseMermaid } from '../text/mermaid';
import { parseYaml } from '../text/yaml';
import { parseEditedYaml } from '../text/yaml/edited';
import { atOnce, type Steps } from '../util/steps';
import type { Format, Source } from './artifact';

const FORMATS: Readonly<Record<string, Format>> = {
  md: 'md',
  markdown: 'md',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  mmd: 'mmd',
  mermaid: 'mmd',
};

/** The format a file's name promises, or null when Staffwright has none for it. */
export function formatOf(path: string): Format | null {
  return FORMATS[extension(path)] ?? null;
}

/** What is known of a file that is being edited: how it was read last, or null when that was let go. */
export interface Edited {
  readonly before: Source | null;
}

/**
 * Parses a file by its extension. Total; null when the extension has no format. For a file that is being edited it keeps what the next reading
 * need not do again, and uses what the one before kept; the result says the same.
 */
export function parseSource(path: string, text: string, edited: Edited | null = null): Source | null {
  return atOnce(parseSourceInSteps(path, text, edited));
}

/** From so much text on, in UTF-16 units, a file is parsed piece by piece even if nobody edits it, so that the work can be put down. */
export const READ_IN_STEPS = 128 * 1024;

/** The same, put down now and then in a long file. */
export function* parseSourceInSteps(
  path: string,
  text: string,
  edited: Edited | null = null,
): Steps<Source | null> {
  const before = edited?.before ?? null;
  if (before?.text === text && before.path === path) return before;
  const format = formatOf(path);
  switch (format) {
    case null:
      return null;
    case 'md': {
      const markdown =
        edited || text.length >= READ_IN_STEPS
          ? yield* editedMarkdownInSteps(text, before?.format === 'md' ? before.markdown : null)
          : parseMarkdown(text);
      if (!edited) markdown.pieces?.clear();
      const problems = [...(markdown.frontMatter?.problems ?? [])];
      for (const block of markdown.codeBlocks) {
        if (block.fenced && !block.closed) {
          const line = text.indexOf('\n', block.span.from);
          const to = line < 0 ? block.span.to : Math.min(line, block.span.to);
          problems.push({ message: 'This code fence is not closed', span: { from: block.span.from, to } });
        }
      }
      return { path, text, format, markdown, problems };
    }
    case 'yaml': {
      const data = edited
        ? parseEditedYaml(text, before?.format === 'yaml' ? before.data : null)
        : parseYaml(text);
      return { path, text, format, data, problems: data.problems };
    }
    case 'json': {
      const data = edited
        ? parseEditedJson(text, before?.format === 'json' ? before.data : null)
        : parseJson(text);
      return { path, text, format, data, problems: data.problems };
    }
    case 'mmd': {
      const diagram = parseMermaid(text);
      return { path, text, format, diagram, problems: diagram.problems };
    }
  }
}

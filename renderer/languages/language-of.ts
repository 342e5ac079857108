import { json } from '@codemirror/lang-json';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml';
import type { Language, LanguageSupport } from '@codemirror/language';
import { mermaid } from 'codemirror-lang-mermaid';
import { extension } from '../../shared/domain/kit-path';

const yamlSupport = yaml();
const jsonSupport = json();
const mermaidSupport = mermaid();

/** The highlighter of a fenced block by the first word of its info string; null for languages that stay plain. */
export function codeLanguage(info: string): Language | null {
  switch (/^[\w-]*/.exec(info.trim())?.[0]?.toLowerCase()) {
    case 'yaml':
    case 'yml':
      return yamlSupport.language;
    case 'json':
      return jsonSupport.language;
    case 'mermaid':
    case 'mmd':
      return mermaidSupport.language;
    case 'markdown':
    case 'md':
      return markdownLanguage;
    default:
      return null;
  }
}

const markdownSupport = yamlFrontmatter({
  content: markdown({
    base: markdownLanguage,
    codeLanguages: codeLanguage,
    completeHTMLTags: false,
    // Pasting knows plain text and cells too, and has its own place.
    pasteURLAsLink: false,
    addKeymap: true,
  }),
});

/** How a file is highlighted, by its extension; null for plain text. */
export function languageOf(path: string): LanguageSupport | null {
  switch (extension(path)) {
    case 'md':
    case 'markdown':
      return markdownSupport;
    case 'yaml':
    case 'yml':
      return yamlSupport;
    case 'json':
      return jsonSupport;
    case 'mmd':
    case 'mermaid':
      return mermaidSupport;
    default:
      return null;
  }
}

/** Prose is wrapped at a readable width without line numbers; everything else is data. */
export function isProse(path: string): boolean {
  const ending = extension(path);
  return ending === 'md' || ending === 'markdown' || ending === 'txt';
}

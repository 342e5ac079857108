import { classHighlighter, highlightCode } from '@lezer/highlight';
import type { Element, ElementContent } from 'hast';
import { type ReactNode, useMemo } from 'react';
import { codeLanguage } from '../languages/language-of';
import { ScrollArea } from '../ui/ScrollArea';
import { Diagram } from './Diagram';
import styles from './prose.module.css';

/** Longer code is shown plain: highlighting it would be felt while typing. In UTF-16 units. */
const LONGEST_HIGHLIGHTED = 30_000;

/** A fenced block: a diagram, highlighted code, or plain text. */
export function CodeBlock({ node }: { readonly node: Element | undefined }) {
  const code = node?.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'code',
  );
  const text = code ? textOf(code) : node ? textOf(node) : '';
  const language = languageOf(code);
  if (language === 'mermaid' || language === 'mmd')
    return <Diagram source={text.replace(/\n$/, '')} title={titleOf(text)} />;
  return (
    <Code
      text={text.replace(/\n$/, '')}
      language={language}
      place={{
        'data-from': Number(node?.properties['dataFrom'] ?? 0),
        'data-to': Number(node?.properties['dataTo'] ?? 0),
      }}
    />
  );
}

interface CodeProps {
  readonly text: string;
  readonly language: string;
  /** Where it stands in the source of its block. */
  readonly place?: { readonly 'data-from': number; readonly 'data-to': number };
}

/** Text in the code face, highlighted where the language is known. */
export function Code({ text, language, place = { 'data-from': 0, 'data-to': 0 } }: CodeProps) {
  const content = useMemo(() => highlighted(text, language), [text, language]);
  return (
    <ScrollArea as="pre" className={styles.code} data={place} whenNeeded>
      <code>{content}</code>
    </ScrollArea>
  );
}

function highlighted(text: string, name: string): ReactNode {
  const language = text.length <= LONGEST_HIGHLIGHTED ? codeLanguage(name) : null;
  if (!language) return text;
  const parts: ReactNode[] = [];
  highlightCode(
    text,
    language.parser.parse(text),
    classHighlighter,
    (part, classes) => {
      parts.push(
        classes === '' ? (
          part
        ) : (
          <span key={parts.length} className={classes}>
            {part}
          </span>
        ),
      );
    },
    () => parts.push('\n'),
  );
  return parts;
}

function languageOf(code: Element | undefined): string {
  const names = code?.properties['className'];
  const found = Array.isArray(names) ? names.find((name) => String(name).startsWith('language-')) : undefined;
  return found === undefined ? '' : String(found).slice('language-'.length).toLowerCase();
}

function textOf(node: Element): string {
  return node.children
    .map((child: ElementContent) =>
      child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '',
    )
    .join('');
}

/** What a diagram is called: the title in its comments, else its type. */
export function titleOf(source: string): string {
  const title = /^%%\s*title:\s*(.+)$/m.exec(source)?.[1]?.trim();
  if (title) return title;
  const first = source.split('\n').find((line) => line.trim() !== '' && !line.trim().startsWith('%%'));
  return `Diagram (${first?.trim().split(/\s/)[0] ?? 'empty'})`;
}

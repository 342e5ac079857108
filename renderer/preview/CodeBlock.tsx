import type { Element, ElementContent } from 'hast';
import type { ReactNode } from 'react';
import { ScrollArea } from '../ui/ScrollArea';
import { Diagram } from './Diagram';
import styles from './prose.module.css';

/** A fenced block: a diagram, or code as it comes (coloured in the preview's thread). */
export function CodeBlock({
  node,
  children,
}: {
  readonly node: Element | undefined;
  readonly children: ReactNode;
}) {
  const code = node?.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'code',
  );
  const from = Number(node?.properties['dataFrom'] ?? 0);
  const language = code ? languageOf(code) : '';
  if (code && (language === 'mermaid' || language === 'mmd')) {
    const text = textOf(code).replace(/\n$/, '');
    return <Diagram source={text} title={titleOf(text)} fence={from} />;
  }
  return (
    <ScrollArea
      as="pre"
      className={styles.code}
      data={{ 'data-from': from, 'data-to': Number(node?.properties['dataTo'] ?? 0) }}
      whenNeeded
    >
      {children}
    </ScrollArea>
  );
}

function languageOf(code: Element): string {
  const names = code.properties['className'];
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

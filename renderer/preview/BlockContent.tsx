import type { Element } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, type ReactNode } from 'react';
import { jsx, jsxs } from 'react/jsx-runtime';
import { ScrollArea } from '../ui/ScrollArea';
import { CodeBlock } from './CodeBlock';
import { drawable } from './drawable';
import { FrontMatterCard } from './FrontMatterCard';
import { Heading } from './Heading';
import { KitImage, PreviewLink } from './PreviewLink';
import styles from './prose.module.css';
import type { Rendered } from './render-protocol';
import { TaskBox } from './TaskBox';

type WithNode<P> = P & { readonly node?: Element };

/** How elements of the sanitized tree are drawn; all others are drawn as they are. */
const components = {
  a: ({ href, children, title }: WithNode<{ href?: string; title?: string; children?: ReactNode }>) =>
    // One without an address is a mark in the text, and leads nowhere.
    href === undefined ? (
      <span title={title}>{children}</span>
    ) : (
      <PreviewLink href={href} title={title}>
        {children}
      </PreviewLink>
    ),
  img: ({ src, alt, title }: { src?: string; alt?: string; title?: string }) => (
    <KitImage src={src ?? ''} alt={alt ?? ''} title={title} />
  ),
  pre: ({ node, children }: WithNode<{ children?: ReactNode }>) => (
    <CodeBlock node={node}>{children}</CodeBlock>
  ),
  table: ({ children }: { children?: ReactNode }) => (
    <ScrollArea className={styles.tableBox} label="Table" whenNeeded>
      <table>{children}</table>
    </ScrollArea>
  ),
  input: ({
    checked,
    'aria-label': label,
    'data-from': from,
  }: {
    checked?: boolean;
    'aria-label'?: string;
    'data-from'?: number;
  }) => <TaskBox checked={checked === true} label={label ?? 'Task'} from={from ?? 0} />,
  ...Object.fromEntries(
    (['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).map((tag) => [
      tag,
      ({ node: _node, ...rest }: WithNode<object>) => <Heading tag={tag} {...rest} />,
    ]),
  ),
};

/** What is drawn of one block: the page's one sink. Made of React elements only, after a look of its own: there is no way from a kit's text to raw HTML. */
export function BlockContent({
  result,
  source,
}: {
  readonly result: Rendered;
  readonly source: () => string;
}) {
  switch (result.kind) {
    case 'nothing':
      return null;
    case 'front':
      return <FrontMatterCard entries={result.entries} problem={result.problem} />;
    case 'source':
      return (
        <div>
          <p className={styles.remark}>{result.reason}. Its source:</p>
          <pre className={styles.rawSource}>{source().slice(0, 20_000)}</pre>
        </div>
      );
    case 'content':
      return toJsxRuntime(drawable(result.root), {
        Fragment,
        jsx,
        jsxs,
        components,
        passNode: true,
        ignoreInvalidStyle: true,
      });
  }
}

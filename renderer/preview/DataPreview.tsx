import type { Block, CellValue, Tone } from '../../shared/preview/block';
import type { Span } from '../../shared/text/span';
import styles from './DataPreview.module.css';
import { Diagram } from './Diagram';

export interface DataPreviewProps {
  readonly blocks: readonly Block[];
  readonly label: string;
  /** The reader chose a value that stands in the file. */
  readonly onJump: (span: Span) => void;
}

/** A structured file as what it means. Values that stand in the file lead to their line; computed ones do not. */
export function DataPreview({ blocks, label, onJump }: DataPreviewProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <div className={styles.scroller} role="document" tabIndex={0} aria-label={label} data-region-focus="">
      <div className={styles.page}>
        {blocks.map((block, index) => (
          // The blocks of a file have no names of their own; their order is what they are known by.
          <BlockView key={`${index}-${block.kind}`} block={block} onJump={onJump} />
        ))}
      </div>
    </div>
  );
}

interface JumpProps {
  readonly onJump: (span: Span) => void;
}

function BlockView({ block, onJump }: { readonly block: Block } & JumpProps) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return (
        <Heading>
          <Value value={{ text: block.text, span: block.span }} onJump={onJump} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p data-tone={block.tone ?? 'plain'}>
          <Value value={{ text: block.text, span: block.span }} onJump={onJump} />
        </p>
      );
    case 'entries':
      return (
        <dl className={styles.entries}>
          {block.entries.map((entry, index) => (
            <div key={`${index}-${entry.term}`}>
              <dt>{entry.term}</dt>
              <dd>
                <Value value={entry.value} onJump={onJump} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ul className={styles.list}>
          {block.items.map((item, index) => (
            <li key={`${index}-${item.text}`}>
              <Value value={item} onJump={onJump} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableView block={block} onJump={onJump} />;
    case 'diagram':
      return <Diagram source={block.source} title={block.title} />;
  }
}

function TableView({ block, onJump }: { readonly block: Extract<Block, { kind: 'table' }> } & JumpProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the pane is scrolled by keyboard too
    <div className={styles.tableBox} tabIndex={0} role="group" aria-label={block.caption ?? 'Table'}>
      <table>
        {block.caption !== undefined && <caption>{block.caption}</caption>}
        <thead>
          <tr>
            {block.columns.map((column, index) => (
              <th key={`${index}-${column.label}`} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={`${index}-${row.cells[0]?.text ?? ''}`} data-tone={row.tone ?? 'plain'}>
              {row.cells.map((cell, at) => (
                <td key={`${at}-${cell.text}`} data-align={block.columns[at]?.align ?? 'start'}>
                  <Value value={cell} onJump={onJump} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const MARK: Readonly<Partial<Record<Tone, string>>> = { good: '✓', warning: '!', bad: '✕' };

function Value({ value, onJump }: { readonly value: CellValue } & JumpProps) {
  const mark = value.tone ? MARK[value.tone] : undefined;
  const text = (
    <>
      {mark && <span className={styles.mark}>{mark} </span>}
      {value.text}
    </>
  );
  const { span } = value;
  if (!span) return <span data-tone={value.tone ?? 'plain'}>{text}</span>;
  return (
    // Reached with the pointer; the editor beside it is the keyboard's way to the same line.
    // biome-ignore lint/a11y/useKeyWithClickEvents: hundreds of tab stops in a table would make it unusable by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <span
      className={styles.jump}
      data-tone={value.tone ?? 'plain'}
      title="Go to this line"
      onClick={() => onJump(span)}
    >
      {text}
    </span>
  );
}

/** Looks that word processors and mail programs do not give elements by themselves. */
export const RICH_LOOKS: Readonly<Record<string, string>> = {
  table: 'border-collapse: collapse',
  th: 'border: 1px solid #999; padding: 4px 8px; text-align: left',
  td: 'border: 1px solid #999; padding: 4px 8px; vertical-align: top',
  pre: 'font-family: monospace; white-space: pre-wrap',
  code: 'font-family: monospace',
  blockquote: 'margin-left: 1em; padding-left: 1em; border-left: 3px solid #999',
};

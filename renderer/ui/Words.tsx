import { Fragment } from 'react';
import { codeParts } from './code-parts';

/** A message of the rubric: what it sets between backticks is shown as the code it is. */
export function Words({ text }: { readonly text: string }) {
  return codeParts(text).map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stand in one order
    part.code ? <code key={i}>{part.text}</code> : <Fragment key={i}>{part.text}</Fragment>,
  );
}

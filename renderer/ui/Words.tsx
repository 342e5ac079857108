import { Fragment } from 'react';
import { codeParts } from './code-parts';
import { visibleText } from './visible-name';

/** A message of the rubric: what it sets between backticks is shown as the code it is. */
export function Words({ text }: { readonly text: string }) {
  return codeParts(visibleText(text)).map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stand in one order
    part.code ? <code key={i}>{part.text}</code> : <Fragment key={i}>{part.text}</Fragment>,
  );
}

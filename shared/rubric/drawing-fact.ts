import { firstLine } from '../text/data-tree';
import type { MermaidDoc } from '../text/mermaid';
import type { Fact } from './fact';

/** That a file is a drawing (`drawing`), whatever it draws; it stands at the file's first line. */
export function drawingFact(doc: MermaidDoc): Fact {
  return {
    type: 'record',
    set: 'drawing',
    id: doc.title ?? doc.type ?? 'drawing',
    fields: { ...(doc.type ? { type: doc.type } : {}), ...(doc.title ? { title: doc.title } : {}) },
    places: {},
    span: firstLine(doc.text, { from: 0, to: doc.text.length }),
  };
}

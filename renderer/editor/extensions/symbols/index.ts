import type { Extension } from '@codemirror/state';
import { type Assist, assisted } from './assist-facet';
import { completion } from './completion';
import { definitions } from './hover';

export type { Assist } from './assist-facet';
export { showDefinition } from './hover';

/** Suggestions, definitions and the ways to them, for a file. */
export function symbols(path: string, assist: Assist): Extension {
  return [assisted.of({ path, assist }), completion, definitions];
}

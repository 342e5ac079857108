import { parseYaml } from '../text/yaml';
import type { TextEdit } from './finding';
import { SETTINGS_FILE } from './own-files';

export { SETTINGS_FILE };

const KEY = 'write_first';

const HEAD = `# How this kit is worked on. Nothing here changes what is checked.
`;

/**
 * Whether sections of the worked example open only after a first attempt of one's own. Off unless the kit says `write_first: true`; a file that
 * cannot be read says nothing, since it is a habit and no rule.
 */
export function readWriteFirst(text: string | null): boolean {
  if (text === null) return false;
  const { root } = parseYaml(text);
  return root?.kind === 'map' && root.members.get(KEY)?.value === true;
}

/** The edits of the kit's settings that turn it on or off; the file is null when there is none yet. */
export function writeFirstEdits(text: string | null, on: boolean): readonly TextEdit[] {
  const line = `${KEY}: ${on}`;
  if (text === null || text.trim() === '')
    return [{ from: 0, to: text?.length ?? 0, insert: `${HEAD}${line}\n` }];
  const { root } = parseYaml(text);
  const known = root?.kind === 'map' ? root.members.get(KEY) : undefined;
  if (known && known.span.to > known.span.from) return [{ ...known.span, insert: String(on) }];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text.endsWith('\n') ? '' : newline;
  return [{ from: text.length, to: text.length, insert: `${gap}${line}${newline}` }];
}

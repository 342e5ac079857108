import type { DataNode, DataPath, DataTree } from '../../text/data-tree';
import type { TextEdit } from '../../text/edits/edit';
import { isBlockText, isOwn, looksLikeJson, withQuotes } from '../../text/edits/places';
import { quoteScalar, replaceScalar } from '../../text/edits/scalar';
import { isPlainSafe } from '../../text/edits/style';
import type { JsonSchema } from '../kind';
import { DataReader } from '../read-data';
import { addKeys } from './add-keys';
import { blankFor, propertiesOf, schemaAt } from './schema-blank';
import { type MaybeFix, writeDate, writeKnown, writeTime } from './write-value';

/** What a departure from the format says about itself; the fields of a schema problem that a repair needs. */
export interface Departure {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The repair of a departure from the format, where what is meant is certain or a blank can stand for it. */
export function schemaFix(
  tree: DataTree,
  path: DataPath,
  { keyword, params }: Departure,
  schema: JsonSchema | null,
): MaybeFix {
  const at = new DataReader(tree, path);
  switch (keyword) {
    case 'required': {
      const properties = propertiesOf(schema && schemaAt(schema, path));
      const blanks = properties.map(([key, value]) => [key, blankFor(key, value)] as const);
      return addKeys(tree, path, blanks, [String(params['missingProperty'])]);
    }
    case 'additionalProperties':
      return renameKey(tree, path, String(params['additionalProperty']), schema);
    case 'type':
      return retype(tree, path, String(params['type']).split(','));
    case 'enum': {
      const values = params['allowedValues'];
      return Array.isArray(values)
        ? writeKnown(
            at,
            values.filter((v) => typeof v === 'string'),
          )
        : {};
    }
    case 'pattern': {
      const pattern = String(params['pattern']);
      if (pattern.startsWith('^\\d{4}-\\d{2}-\\d{2}T')) return writeTime(at);
      return pattern.startsWith('^\\d{4}-\\d{2}-\\d{2}') ? writeDate(at) : {};
    }
    default:
      return {};
  }
}

/** A key that is one of the format but for case and dashes: `weightedTotal` is `weighted_total`. */
function renameKey(tree: DataTree, path: DataPath, extra: string, schema: JsonSchema | null): MaybeFix {
  const map = tree.node(path);
  const bare = (key: string) => key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const meant = propertiesOf(schema && schemaAt(schema, path)).filter(([key]) => bare(key) === bare(extra));
  const [only] = meant;
  const key = tree.node([...path, extra])?.key;
  if (!only || meant.length > 1 || !key || map?.kind !== 'map' || map.members.has(only[0])) return {};
  if (!isOwn(tree, path)) return {};
  const { from, to } = key;
  const quoted = /^["']/.test(tree.text.slice(from, to));
  const inner = quoted ? { from: from + 1, to: to - 1 } : key;
  if (tree.text.slice(inner.from, inner.to) !== extra) return {};
  return { fix: { title: `Call it ${only[0]}`, edits: [{ ...inner, insert: only[0] }] } };
}

function retype(tree: DataTree, path: DataPath, wanted: readonly string[]): MaybeFix {
  const node = tree.node(path);
  if (node?.kind !== 'scalar') return {};
  const { value } = node;
  const edit = (made: TextEdit | null, title: string): MaybeFix =>
    made ? { fix: { title, edits: [made] } } : {};
  if (wanted.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) {
    const raw = tree.text.slice(node.span.from, node.span.to);
    const made = looksLikeJson(tree) ? replaceScalar(tree, path, raw) : quoteScalar(tree, path);
    return edit(made, 'Write it as text, in quotation marks');
  }
  if (typeof value !== 'string') return {};
  const said = value.trim();
  const whole = wanted.includes('integer') && !wanted.includes('number');
  if (
    (wanted.includes('number') || whole) &&
    (whole ? /^-?\d{1,15}$/ : /^-?\d{1,15}(?:\.\d{1,15})?$/).test(said)
  )
    return edit(replaceScalar(tree, path, Number(said)), `Write the number ${Number(said)}`);
  if (wanted.includes('boolean') && /^(?:true|false)$/i.test(said))
    return edit(replaceScalar(tree, path, said.toLowerCase() === 'true'), `Write ${said.toLowerCase()}`);
  return wanted.includes('array') ? edit(inBrackets(tree, path, node), 'Write it as a list') : {};
}

/** One text where a list is wanted; with a comma in it, it may be several. */
function inBrackets(tree: DataTree, path: DataPath, node: DataNode): TextEdit | null {
  if (!isOwn(tree, path) || isBlockText(tree.text, node) || typeof node.value !== 'string') return null;
  const whole = withQuotes(tree.text, node.span);
  const raw = tree.text.slice(whole.from, whole.to);
  const quoted = /^["']/.test(raw);
  if (raw === '' || /[,;\r\n]/.test(raw) || (!quoted && !isPlainSafe(raw))) return null;
  return { ...whole, insert: `[${raw}]` };
}

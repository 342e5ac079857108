import { appendItem } from '../../text/edits/list-item';
import { insertMapKey } from '../../text/edits/map-key';
import { replaceScalar } from '../../text/edits/scalar';
import { isoDate, isoTime } from '../../text/iso';
import type { Fix } from '../finding';
import type { DataReader } from '../read-data';

/** Empty where there is no repair, so that it can be spread into a problem. */
export type MaybeFix = { readonly fix?: Fix };

/** Writes a value over the scalar of a data file or front matter, in its own style. */
export function writeValue(at: DataReader, value: string | number | boolean): MaybeFix {
  const edit = replaceScalar(at.tree, at.path, value);
  if (!edit || at.tree.text.slice(edit.from, edit.to) === edit.insert) return {};
  return { fix: { title: `Write ${value}`, edits: [edit] } };
}

/** Writes a number as it is spelled: a total keeps its two decimals. */
export function writeNumber(at: DataReader, spelled: string): MaybeFix {
  const edit = replaceScalar(at.tree, at.path, Number(spelled));
  if (!edit) return {};
  const made = { ...edit, insert: edit.insert.replace(String(Number(spelled)), spelled) };
  if (at.tree.text.slice(made.from, made.to) === made.insert) return {};
  return { fix: { title: `Write ${spelled}`, edits: [made] } };
}

/** Writes a computed number for a key of an entry, or adds the key where the entry lacks it. */
export function putNumber(entry: DataReader, key: string, spelled: string): MaybeFix {
  const at = entry.at(key);
  if (at.exists) return writeNumber(at, spelled);
  const edit = insertMapKey(entry.tree, entry.path, key, Number(spelled));
  return edit ? { fix: { title: `Add ${key}: ${Number(spelled)}`, edits: [edit] } } : {};
}

/** As {@link putNumber}, for a word that follows from the other values. */
export function putText(entry: DataReader, key: string, text: string): MaybeFix {
  const at = entry.at(key);
  if (at.exists) return writeValue(at, text);
  const edit = insertMapKey(entry.tree, entry.path, key, text);
  return edit ? { fix: { title: `Add ${key}: ${text}`, edits: [edit] } } : {};
}

/** Adds an id to a list of an entry, or the list with it where the entry lacks one. */
export function addEntry(entry: DataReader, key: string, id: string): MaybeFix {
  const list = entry.at(key);
  const edit = list.exists
    ? appendItem(list.tree, list.path, id)
    : insertMapKey(entry.tree, entry.path, key, [id]);
  return edit ? { fix: { title: `Add ${id} to ${key}`, edits: [edit] } } : {};
}

/** The one of the known values that this text is but for case, blanks and dashes: `Type 1` is `type-1`. */
export function writeKnown(at: DataReader, values: readonly string[]): MaybeFix {
  const said = bare(at.spelled ?? '');
  const meant = said === '' ? [] : values.filter((value) => bare(value) === said);
  const [only] = meant;
  return only !== undefined && meant.length === 1 ? writeValue(at, only) : {};
}

/** The date in ISO form, where what stands there means one day only. */
export function writeDate(at: DataReader): MaybeFix {
  const iso = isoDate(at.spelled ?? '');
  return iso === null ? {} : writeValue(at, iso);
}

/** The UTC time stamp, where what stands there says that it is UTC. */
export function writeTime(at: DataReader): MaybeFix {
  const iso = isoTime(at.spelled ?? '');
  return iso === null ? {} : writeValue(at, iso);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

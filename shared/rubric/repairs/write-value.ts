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

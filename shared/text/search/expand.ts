const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\' };

/**
 * What stands in place of a match: `$1` and `$<name>` for groups, `$&` for all of it, `$$` for a dollar sign, `\n`, `\t` and `\\` as in the
 * expression. Whatever else follows a dollar sign stays as written.
 */
export function expandReplacement(template: string, match: RegExpExecArray): string {
  return template.replace(
    /\$(?:([$&])|(\d{1,2})|<([^>]*)>)|\\([nt\\])/g,
    (whole, sign?: string, digits?: string, name?: string, control?: string) => {
      if (sign !== undefined) return sign === '$' ? '$' : match[0];
      if (control !== undefined) return CONTROLS[control] as string;
      if (name !== undefined) return match.groups ? (match.groups[name] ?? '') : whole;
      return digits === undefined ? whole : groupAt(match, digits, whole);
    },
  );
}

/** Two digits name a group only where there are so many; else the first one does, and the second is text. */
function groupAt(match: RegExpExecArray, digits: string, whole: string): string {
  const groups = match.length - 1;
  const both = Number(digits);
  if (both >= 1 && both <= groups) return match[both] ?? '';
  const first = Number(digits[0]);
  if (digits.length === 2 && first >= 1 && first <= groups) return (match[first] ?? '') + digits[1];
  return whole;
}

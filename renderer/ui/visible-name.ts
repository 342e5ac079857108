/**
 * A name with its invisible characters made visible: direction marks, zero-width and control characters could make one file look like another.
 */
export function visibleName(name: string): string {
  return name.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) =>
      `\u2039${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}\u203a`,
  );
}

/** The entries of a list at the first level of a document, spelled as `JSON.stringify(document, null, 2)` would; no text where there are none. */
export function listItems(items: readonly unknown[]): string {
  if (items.length === 0) return '';
  const around = { before: '{\n  "a": [\n', after: '\n  ]\n}' };
  return JSON.stringify({ a: items }, null, 2).slice(around.before.length, -around.after.length);
}

/**
 * Writes a document piece by piece, in the bytes that `JSON.stringify(document, null, 2)` would give: of a report with thousands of artifacts
 * no single text is made.
 */
export class JsonWriter {
  private began = false;
  /** The list that is being written, and whether it has an entry yet. */
  private list: { readonly key: string; empty: boolean } | null = null;

  constructor(private readonly write: (text: string) => void) {}

  /** Some keys with their values; those without a value are left out. */
  values(values: object): void {
    const inner = JSON.stringify(values, null, 2).slice(2, -2);
    if (inner === '') return;
    this.separate();
    this.write(inner);
  }

  /** More entries of a list, as {@link listItems} spells them. */
  entries(key: string, items: string): void {
    if (this.list?.key !== key) {
      this.separate();
      this.write(`  ${JSON.stringify(key)}: [`);
      this.list = { key, empty: true };
    }
    if (items === '') return;
    this.write(this.list.empty ? '\n' : ',\n');
    this.write(items);
    this.list.empty = false;
  }

  end(): void {
    this.closeList();
    this.write('\n}\n');
  }

  private separate(): void {
    this.closeList();
    this.write(this.began ? ',\n' : '{\n');
    this.began = true;
  }

  private closeList(): void {
    if (this.list) this.write(this.list.empty ? ']' : '\n  ]');
    this.list = null;
  }
}

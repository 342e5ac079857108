/** An operator of a content stream with its operands, in the order of the stream. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

export type Operand =
  | number
  | { readonly kind: 'name'; readonly name: string }
  /** Bytes, each as a character. */
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'array'; readonly items: readonly Operand[] }
  | { readonly kind: 'other' };

const OTHER = { kind: 'other' } as const;
/** What a byte is to the syntax: part of a word, blank, or a mark of its own. A book has millions of them, so that a pattern would take long. */
const WORD = 0;
const BLANK = 1;
const MARK = 2;
const CLASSES = new Uint8Array(256);
for (const blank of '\0\t\n\f\r ') CLASSES[blank.charCodeAt(0)] = BLANK;
for (const mark of '()<>[]{}/%') CLASSES[mark.charCodeAt(0)] = MARK;
const NUMBER = /^[+-]?\.?\d[\d.]*$/;

/** Reads the operations of a decoded content stream, by the syntax of ISO 32000, 7.8.2. Total: what can't be read is skipped. */
export function* operations(stream: string): Generator<Operation> {
  const reader = new TokenReader(stream);
  let operands: Operand[] = [];
  for (;;) {
    const token = reader.next();
    if (token === null) return;
    if (typeof token !== 'object' || token.kind !== 'operator') {
      operands.push(token);
      continue;
    }
    if (token.name === 'BI') reader.skipInlineImage();
    yield { operator: token.name, operands };
    operands = [];
  }
}

type Token = Operand | { readonly kind: 'operator'; readonly name: string };

class TokenReader {
  private at = 0;

  constructor(private readonly text: string) {}

  next(): Token | null {
    this.skipBlanks();
    const mark = this.text[this.at];
    if (mark === undefined) return null;
    if (mark === '(') return { kind: 'string', bytes: this.literal() };
    if (mark === '<') return this.text[this.at + 1] === '<' ? this.dictionary() : this.hex();
    if (mark === '[') return this.array();
    if (mark === '/') {
      this.at++;
      return {
        kind: 'name',
        name: this.regular().replace(/#([0-9a-f]{2})/gi, (_, hex: string) => character(hex)),
      };
    }
    const word = this.regular();
    if (word === '') {
      this.at++;
      return OTHER;
    }
    if (NUMBER.test(word)) return Number(word);
    return word === 'true' || word === 'false' || word === 'null' ? OTHER : { kind: 'operator', name: word };
  }

  /** The bytes of an inline picture end at the first `EI` between blanks. */
  skipInlineImage(): void {
    const end = /[\t\n\r ]EI(?=[\t\n\r ]|$)/g;
    end.lastIndex = this.at;
    this.at = end.test(this.text) ? end.lastIndex : this.text.length;
  }

  private array(): Operand {
    this.at++;
    const items: Operand[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.at >= this.text.length) break;
      if (this.text[this.at] === ']') {
        this.at++;
        break;
      }
      const token = this.next();
      if (token === null) break;
      if (typeof token !== 'object' || token.kind !== 'operator') items.push(token);
    }
    return { kind: 'array', items };
  }

  private dictionary(): Operand {
    this.at += 2;
    for (;;) {
      this.skipBlanks();
      if (this.at >= this.text.length) return OTHER;
      if (this.text.startsWith('>>', this.at)) {
        this.at += 2;
        return OTHER;
      }
      if (this.next() === null) return OTHER;
    }
  }

  private hex(): Operand {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end < 0 ? undefined : end).replace(/[^0-9a-f]/gi, '');
    this.at = end < 0 ? this.text.length : end + 1;
    const even = digits.length % 2 ? `${digits}0` : digits;
    return { kind: 'string', bytes: even.replace(/../g, character) };
  }

  private literal(): string {
    let out = '';
    let depth = 0;
    for (;;) {
      const mark = this.text[this.at++];
      if (mark === undefined) return out;
      if (mark === '\\') out += this.escape();
      else if (mark === '(') {
        if (depth++ > 0) out += mark;
      } else if (mark === ')') {
        if (--depth === 0) return out;
        out += mark;
      } else out += mark;
    }
  }

  private escape(): string {
    const octal = /[0-7]{1,3}/y;
    octal.lastIndex = this.at;
    const digits = octal.exec(this.text)?.[0];
    if (digits !== undefined) {
      this.at += digits.length;
      return String.fromCharCode(Number.parseInt(digits, 8) & 255);
    }
    const mark = this.text[this.at++] ?? '';
    if (mark === '\r' && this.text[this.at] === '\n') this.at++;
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '' }[mark] ?? mark;
  }

  private regular(): string {
    const from = this.at;
    const { text } = this;
    while (this.at < text.length && CLASSES[text.charCodeAt(this.at)] === WORD) this.at++;
    return text.slice(from, this.at);
  }

  private skipBlanks(): void {
    const { text } = this;
    for (;;) {
      while (this.at < text.length && CLASSES[text.charCodeAt(this.at)] === BLANK) this.at++;
      if (text.charCodeAt(this.at) !== PERCENT) return;
      while (this.at < text.length && !/[\n\r]/.test(text[this.at] as string)) this.at++;
    }
  }
}

/** A percent sign starts a remark that ends with its line. */
const PERCENT = 37;

function character(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

import { err, ok, type Result } from '../../util/result';

/** A formula longer than this is refused: no reader can audit it either. */
export const MAX_FORMULA_LENGTH = 500;

/** Parentheses and calls nested deeper than this are refused; the parser recurses once per level. */
export const MAX_FORMULA_DEPTH = 32;

/** Where a formula went wrong, as offsets into the formula's own text. */
export interface FormulaError {
  readonly message: string;
  readonly from: number;
  readonly to: number;
  /** The name whose own formula is at fault: the error is already told there. */
  readonly because?: string;
}

/** A name or a number of the formula with its place. */
export interface FormulaToken {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A parsed formula. `names` and `numbers` are in text order, repeats included; functions are no names. */
export interface Formula {
  readonly names: readonly FormulaToken[];
  readonly numbers: readonly FormulaToken[];
  readonly root: Expression;
}

export type Expression = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly values: readonly Expression[] }
);

type Operator = '+' | '-' | '*' | '/' | '^';
type FunctionName = 'ceil' | 'max' | 'min';

interface Token extends FormulaToken {
  readonly kind: 'number' | 'name' | 'sign' | 'end';
}

/** Names a model may not give to its own values. */
export const RESERVED_NAMES: readonly string[] = ['y', 'ceil', 'max', 'min'];

/**
 * Parses a cost formula: ids, `y`, decimal numbers, `+ - * / ^`, parentheses, `ceil(a)`, `max(a, …)` and `min(a, …)`. `^` binds tightest and
 * from the right, then `* /`, then `+ -`, both from the left. There is no sign before a number and no scientific notation: a formula is
 * read by people. Linear in the text; never throws.
 */
export function parseFormula(text: string): Result<Formula, FormulaError> {
  if (text.length > MAX_FORMULA_LENGTH) {
    const message = `The formula is longer than ${MAX_FORMULA_LENGTH} characters; split it over the derived values`;
    return err({ message, from: MAX_FORMULA_LENGTH, to: text.length });
  }
  const tokens = tokenize(text);
  return tokens.ok ? new Parser(tokens.value).parse() : tokens;
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([-+*/^(),]))/y;

function tokenize(text: string): Result<readonly Token[], FormulaError> {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      const at = start + (text.slice(start).length - text.slice(start).trimStart().length);
      return err({ message: `"${text[at]}" has no meaning in a formula`, from: at, to: at + 1 });
    }
    const [, number, name, sign] = match;
    const word = number ?? name ?? sign ?? '';
    const from = TOKEN.lastIndex - word.length;
    const last = tokens.at(-1);
    if (last && last.to === from && last.kind === 'number' && name !== undefined) {
      const message = `"${last.text}${word}" is neither a number nor a name; numbers are written in full, without e`;
      return err({ message, from: last.from, to: from + word.length });
    }
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign';
    tokens.push({ kind, text: word, from, to: from + word.length });
  }
  tokens.push({ kind: 'end', text: '', from: end, to: end });
  return ok(tokens);
}

/** Thrown inside the parser and the evaluator only; their callers get a result. */
export class Stop {
  constructor(readonly error: FormulaError) {}
}

class Parser {
  private index = 0;
  private depth = 0;
  private readonly names: FormulaToken[] = [];
  private readonly numbers: FormulaToken[] = [];

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Result<Formula, FormulaError> {
    try {
      const root = this.sum();
      if (this.next.kind !== 'end') this.stop(`An operator is missing before "${this.next.text}"`);
      return ok({ names: this.names, numbers: this.numbers, root });
    } catch (thrown) {
      if (thrown instanceof Stop) return err(thrown.error);
      throw thrown;
    }
  }

  private get next(): Token {
    // The list always ends with the `end` token, and nothing steps over it.
    return this.tokens[this.index] as Token;
  }

  private stop(message: string, at: FormulaToken = this.next): never {
    throw new Stop({ message, from: at.from, to: at.to });
  }

  private take(text: string): Token | null {
    const token = this.next;
    if (token.kind !== 'sign' || token.text !== text) return null;
    this.index++;
    return token;
  }

  private sum(): Expression {
    if (++this.depth > MAX_FORMULA_DEPTH)
      this.stop(`The formula nests deeper than ${MAX_FORMULA_DEPTH} levels`);
    let left = this.product();
    for (;;) {
      const operator = this.take('+') ?? this.take('-');
      if (!operator) break;
      left = binary(operator.text as Operator, left, this.product());
    }
    this.depth--;
    return left;
  }

  private product(): Expression {
    let left = this.power();
    for (;;) {
      const operator = this.take('*') ?? this.take('/');
      if (!operator) return left;
      left = binary(operator.text as Operator, left, this.power());
    }
  }

  /** `a ^ b ^ c` is `a ^ (b ^ c)`; a loop, so that a long chain does not recurse. */
  private power(): Expression {
    const chain = [this.operand()];
    while (this.take('^')) chain.push(this.operand());
    return chain.reduceRight((right, left) => binary('^', left, right));
  }

  private operand(): Expression {
    const token = this.next;
    if (token.kind === 'number') {
      this.index++;
      this.numbers.push(token);
      return { kind: 'number', value: Number(token.text), from: token.from, to: token.to };
    }
    if (token.kind === 'name') {
      this.index++;
      if (token.text === 'ceil' || token.text === 'max' || token.text === 'min')
        return this.call(token, token.text);
      this.names.push(token);
      return { kind: 'name', name: token.text, from: token.from, to: token.to };
    }
    if (this.take('(')) {
      const inner = this.sum();
      const close = this.take(')') ?? this.stop('The parenthesis is not closed', token);
      return { ...inner, from: token.from, to: close.to };
    }
    if (token.kind === 'end') this.stop('A value is missing at the end of the formula');
    if (token.text === '-') this.stop('A formula has no minus sign before a value; write 0 - … instead');
    return this.stop(`A value is missing before "${token.text}"`);
  }

  private call(token: Token, name: FunctionName): Expression {
    if (!this.take('(')) this.stop(`${name} needs its values in parentheses`, token);
    const values = [this.sum()];
    while (this.take(',')) values.push(this.sum());
    const close = this.take(')') ?? this.stop(`The parenthesis of ${name} is not closed`, token);
    if (name === 'ceil' && values.length !== 1) this.stop('ceil takes one value', token);
    if (name !== 'ceil' && values.length < 2) this.stop(`${name} compares two values or more`, token);
    return { kind: 'call', name, values, from: token.from, to: close.to };
  }
}

function binary(operator: Operator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right, from: left.from, to: right.to };
}

import { mathFromMarkdown } from 'mdast-util-math';
import { math as mathBlocks } from 'micromark-extension-math';
import type {
  Code,
  Construct,
  Extension,
  Previous,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';

const DOLLAR = 36;
const BACKSLASH = 92;
const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57;
const isBlank = (code: Code) => code === null || code < 0 || code === 32;

/**
 * Mathematics between one or two dollars. Amounts of money are no mathematics: behind an opening dollar stands no blank, and a closing one has
 * no blank before it and no digit behind it, as in Pandoc. So "$5 and $6" stays what it is.
 */
const tokenize: Tokenizer = function (this: TokenizeContext, effects, ok, nok) {
  let opened = 0;
  let closed = 0;
  let before: Code = DOLLAR;
  let sequence: Token;

  const start: State = (code) => {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    return opening(code);
  };
  const opening: State = (code) => {
    if (code === DOLLAR) {
      effects.consume(code);
      opened++;
      return opening;
    }
    if (opened > 2 || (opened === 1 && isBlank(code))) return nok(code);
    effects.exit('mathTextSequence');
    return between(code);
  };
  const between: State = (code) => {
    if (code === null) return nok(code);
    if (code === DOLLAR) {
      sequence = effects.enter('mathTextSequence');
      closed = 0;
      return closing(code);
    }
    if (code < -2) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      before = code;
      return between;
    }
    effects.enter('mathTextData');
    return data(code);
  };
  const data: State = (code) => {
    if (code === null || code === DOLLAR || code < -2) {
      effects.exit('mathTextData');
      return between(code);
    }
    before = code;
    effects.consume(code);
    return code === BACKSLASH ? escaped : data;
  };
  /** A dollar behind a backslash is a sign of the formula. */
  const escaped: State = (code) => {
    if (code !== DOLLAR && code !== BACKSLASH) return data(code);
    before = 0;
    effects.consume(code);
    return data;
  };
  const closing: State = (code) => {
    if (code === DOLLAR) {
      effects.consume(code);
      closed++;
      return closing;
    }
    if (closed === opened && !(opened === 1 && (isBlank(before) || isDigit(code)))) {
      effects.exit('mathTextSequence');
      effects.exit('mathText');
      return ok(code);
    }
    // An amount of money; and no formula holds a bare dollar.
    if (opened === 1) return nok(code);
    // More or fewer dollars: it goes on.
    sequence.type = 'mathTextData';
    before = DOLLAR;
    return data(code);
  };
  return start;
};

/** A dollar that others stand before has been looked at with them. */
const previous: Previous = function (this: TokenizeContext, code) {
  return code !== DOLLAR || this.events.at(-1)?.[1].type === 'characterEscape';
};

const mathText: Construct = { tokenize, previous, name: 'mathText' };

/** What a parser of Markdown needs to read mathematics: fences of two dollars, and dollars within a line. */
export function mathSyntax(): {
  readonly micromark: Extension;
  readonly mdast: ReturnType<typeof mathFromMarkdown>;
} {
  const { flow } = mathBlocks();
  return {
    micromark: { ...(flow ? { flow } : {}), text: { [DOLLAR]: mathText } },
    mdast: mathFromMarkdown(),
  };
}

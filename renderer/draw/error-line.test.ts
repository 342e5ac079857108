import { describe, expect, it } from 'vitest';
import { describeFailure, sourceLine } from './error-line';

describe('the line a parser complains about', () => {
  it.each([
    ['without anything before it', 'flowchart LR\n  a --> b\n  c -- d', 3, 3],
    ['after comments', '%% title: x\n%% owner: y\nflowchart LR\n  a ==\n', 2, 4],
    ['after blank lines', '\n\nflowchart LR\n  a ==\n', 2, 4],
    ['between comments', 'flowchart LR\n  %% note\n  a --> b\n  %% note\n  c ==\n', 3, 5],
    ['after a directive', '%%{init: {"theme": "dark"}}%%\nflowchart LR\n  a ==\n', 2, 3],
    ['after front matter', '---\ntitle: x\n---\nflowchart LR\n  a ==\n', 2, 5],
    [
      'after all of it, with Windows line ends',
      '---\r\ntitle: x\r\n---\r\n%% c\r\n\r\nflowchart LR\r\n  a ==\r\n',
      2,
      7,
    ],
    ['past the end', 'pie\n', 99, 2],
  ])('%s', (_name, source, reported, line) => {
    expect(sourceLine(source, reported)).toBe(line);
  });
});

describe('what is said of a failure', () => {
  const source = '%% title: x\nflowchart LR\n  a ==\n';

  it('names what stands where it should not, from the parser for most types', () => {
    const error = Object.assign(
      new Error("Parse error on line 2:\n...a ==\n----^\nExpecting 'NODE', got 'X'"),
      {
        hash: { text: '==', loc: { first_line: 2, last_line: 2 } },
      },
    );
    expect(describeFailure(error, source)).toEqual({
      message: 'The diagram does not parse: "==" is not expected here',
      line: 3,
    });
  });

  it('says that something is missing where the text ends', () => {
    const error = Object.assign(new Error("Parse error on line 2:\nExpecting 'NODE', got '1'"), {
      hash: { text: '', loc: { first_line: 2, last_line: 2 } },
    });
    expect(describeFailure(error, source).message).toContain('missing at the end of this line');
  });

  it('reads the errors of the newer grammars', () => {
    const error = { message: 'x', result: { parserErrors: [{ token: { startLine: 2 } }] } };
    expect(describeFailure(error, source).line).toBe(3);
    const lexer = new Error('Parsing failed: Lexer error on line 2, column 8: unexpected character: ->x<-');
    expect(describeFailure(lexer, source)).toEqual({
      message: 'The diagram does not parse: unexpected character: ->x<-',
      line: 3,
    });
  });

  it('tells a text that is no diagram what is expected, and bounds what it quotes', () => {
    const none = new Error('No diagram type detected matching given configuration for text: nonsense');
    expect(describeFailure(none, 'nonsense')).toEqual({
      message: 'The text does not start with a diagram type such as `flowchart LR`',
      line: null,
    });
    expect(describeFailure(new Error('y'.repeat(2000)), source).message.length).toBeLessThan(300);
    expect(describeFailure('thrown text', source).message).toContain('thrown text');
  });
});

import { describe, expect, it } from 'vitest';
import { type ContentsLike, type FrameLike, isTrustedSender } from './sender';

const ORIGIN = 'app://studio';
const frame = (change: Partial<FrameLike> = {}): FrameLike => ({
  url: 'app://studio/index.html',
  processId: 7,
  routingId: 1,
  parent: null,
  ...change,
});
const contents = (mainFrame = frame(), destroyed = false): ContentsLike => ({
  mainFrame,
  isDestroyed: () => destroyed,
});

describe('who may ask', () => {
  it('the main frame of our window on our page', () => {
    const window = contents();
    expect(isTrustedSender({ sender: window, senderFrame: frame() }, window, ORIGIN)).toBe(true);
    expect(
      isTrustedSender(
        { sender: window, senderFrame: frame({ url: 'app://studio/index.html?safe#a' }) },
        window,
        ORIGIN,
      ),
    ).toBe(true);
  });

  it.each([
    ['a subframe', { parent: {} }],
    ['another frame', { routingId: 2 }],
    ['a frame of another process', { processId: 8 }],
    ['a page of the web', { url: 'https://studio/index.html' }],
    ['another host of our scheme', { url: 'app://kit/index.html' }],
    ['a longer host', { url: 'app://studio.evil/index.html' }],
    ['a host with a port', { url: 'app://studio:1/index.html' }],
    ['a file', { url: 'file:///studio/index.html' }],
    ['a blank page', { url: 'about:blank' }],
    ['no address', { url: '' }],
    ['data', { url: 'data:text/html,app://studio/' }],
  ])('not %s', (_name, change) => {
    const window = contents();
    expect(isTrustedSender({ sender: window, senderFrame: frame(change) }, window, ORIGIN)).toBe(false);
  });

  it('not another window, a closed one, or a frame that is gone', () => {
    const window = contents();
    expect(isTrustedSender({ sender: contents(), senderFrame: frame() }, window, ORIGIN)).toBe(false);
    expect(isTrustedSender({ sender: window, senderFrame: frame() }, null, ORIGIN)).toBe(false);
    expect(isTrustedSender({ sender: window, senderFrame: null }, window, ORIGIN)).toBe(false);
    const closed = contents(frame(), true);
    expect(isTrustedSender({ sender: closed, senderFrame: frame() }, closed, ORIGIN)).toBe(false);
    const dead = {
      sender: window,
      get senderFrame(): FrameLike {
        throw new Error('Render frame was disposed');
      },
    };
    expect(isTrustedSender(dead, window, ORIGIN)).toBe(false);
  });
});

/** What is asked of a frame that sent a message; a part of Electron's `WebFrameMain`. */
export interface FrameLike {
  readonly url: string;
  readonly processId: number;
  readonly routingId: number;
  readonly parent: unknown;
}

/** What is asked of the contents of a window; a part of Electron's `WebContents`. */
export interface ContentsLike {
  readonly mainFrame: FrameLike;
  isDestroyed(): boolean;
}

/** A message as Electron delivers it. The frame is null, or throws when touched, once it is gone. */
export interface MessageLike {
  readonly sender: ContentsLike;
  readonly senderFrame: FrameLike | null;
}

/**
 * True when a message comes from the main frame of our own window while it shows our own page: not from a subframe, another window, a page of
 * another origin, or a frame that is gone.
 */
export function isTrustedSender(message: MessageLike, window: ContentsLike | null, origin: string): boolean {
  try {
    const frame = message.senderFrame;
    if (!window || !frame || window.isDestroyed() || message.sender !== window) return false;
    const main = window.mainFrame;
    return (
      frame.parent === null &&
      frame.processId === main.processId &&
      frame.routingId === main.routingId &&
      isOfOrigin(frame.url, origin)
    );
  } catch {
    return false;
  }
}

/** Node gives custom schemes no origin, so scheme and host are compared. */
function isOfOrigin(address: string, origin: string): boolean {
  const url = new URL(address);
  return `${url.protocol}//${url.host}` === origin;
}

// The two libraries of the peer are fetched when the benchmark runs and are no dependencies of ours: this is all it uses of them.

declare module 'markdown-it' {
  export default class MarkdownIt {
    constructor(options?: { readonly html?: boolean; readonly linkify?: boolean });
    render(text: string): string;
  }
}

declare module 'morphdom' {
  export default function morphdom(
    from: Node,
    to: Node | string,
    options?: { readonly childrenOnly?: boolean },
  ): Node;
}

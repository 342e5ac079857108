/**
 * Height of a block that was never drawn, in pixels, from its kind and length in characters. Wrong estimates are mended when it is measured.
 */
export function estimatedHeight(type: string, length: number): number {
  switch (type) {
    case 'LinkReference':
      return 0;
    case 'HorizontalRule':
      return 40;
    case 'FencedCode':
    case 'CodeBlock':
      return 40 + Math.min(1200, (length / 38) * 21);
    case 'Table':
      return 50 + (length / 90) * 40;
    default:
      return type.startsWith('ATX') || type.startsWith('Setext') ? 56 : 20 + Math.ceil(length / 68) * 27;
  }
}

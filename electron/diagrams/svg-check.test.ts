import { describe, expect, it } from 'vitest';
import { svgProblem } from './svg-check';

const svg = (inner: string, attributes = '') =>
  `<svg id="d1" xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`;

describe('what a drawn picture may hold', () => {
  it.each([
    [
      'shapes, text and markers',
      '<g class="node"><rect width="4"/><text x="1"><tspan>a &lt;script&gt; b</tspan></text></g><path d="M0 0" marker-end="url(#d1-end)"/>',
    ],
    ['a style about itself', '<style>#d1{fill:red;}#d1 .node rect,#d1 .edge{stroke: #333;}</style><g/>'],
    [
      'text that speaks of handlers and addresses',
      '<text>onclick= href=https://example.org javascript:</text>',
    ],
    ['a filter inside', '<filter id="d1-f"><feGaussianBlur stdDeviation="1"/></filter>'],
  ])('%s', (_name, inner) => {
    expect(svgProblem(svg(inner))).toBeNull();
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['HTML', '<foreignObject><p>x</p></foreignObject>'],
    ['a link', '<a xlink:href="#d1"><text>x</text></a>'],
    ['a picture', '<image href="https://example.org/x.png"/>'],
    ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>'],
    ['a handler', '<rect onclick="alert(1)"/>'],
    ['a handler in capitals', '<rect ONLOAD="alert(1)"/>'],
    ['an address on a shape', '<path href="https://example.org"/>'],
    ['a paint server elsewhere', '<rect fill="url(https://example.org/f)"/>'],
    ['a quoted one', '<rect style="fill:url(&quot;https://example.org/f&quot;)"/>'],
    ['an import', '<style>@import url(https://example.org/x.css);</style>'],
    ['a font', '<style>@font-face{src:url(x)}</style>'],
    ['a rule about the page', '<style>#d1{fill:red}body{display:none}</style>'],
    ['a rule that begins well', '<style>#d1 g,body{display:none}</style>'],
    ['a rule that does not end', '<style>#d1 g{fill:red</style>'],
    ['a background from elsewhere', '<style>#d1{background:url(//example.org/x)}</style>'],
    ['a comment', '<!-- x --><g/>'],
    ['a document type', '<!DOCTYPE x><g/>'],
    ['an instruction', '<?xml-stylesheet href="x"?>'],
  ])('not %s', (_name, inner) => {
    expect(svgProblem(svg(inner))).not.toBeNull();
  });

  it('not a handler on the root, nor a root without a name', () => {
    expect(svgProblem(svg('', ' onload="alert(1)"'))).not.toBeNull();
    expect(svgProblem('<svg xmlns="http://www.w3.org/2000/svg"></svg>')).not.toBeNull();
    expect(svgProblem('<p>no svg</p>')).not.toBeNull();
  });
});

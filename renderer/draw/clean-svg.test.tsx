import { describe, expect, it } from 'vitest';
import { prefixIds, sanitizeSvg } from './clean-svg';

const clean = (inner: string) =>
  sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`);
const text = (svg: SVGSVGElement | null) => (svg ? new XMLSerializer().serializeToString(svg) : '');

describe('a drawn picture is made safe', () => {
  it.each([
    ['script', '<script>alert(1)</script><g/>'],
    ['handler', '<rect onclick="alert(1)" onload="alert(1)"/>'],
    [
      'foreign content',
      '<foreignObject><img src="https://example.org/x.png" onerror="alert(1)"/></foreignObject>',
    ],
    ['picture', '<image href="https://example.org/x.png"/><feImage href="x"/>'],
    ['use', '<use href="https://example.org/x.svg#a"/>'],
    [
      'animation',
      '<a><animate attributeName="href" to="javascript:alert(1)"/></a><set attributeName="href" to="x"/>',
    ],
    ['script address', '<a href="javascript:alert(1)" xlink:href="javascript:alert(1)">x</a>'],
  ])('without its %s', (_name, inner) => {
    const out = text(clean(inner));
    expect(out).toMatch(/^<svg/);
    expect(out).not.toMatch(
      /script|onclick|onload|onerror|foreignObject|<image|feImage|<use|animate|<set|example\.org|alert/i,
    );
  });

  it('keeps the words of a link that goes', () => {
    expect(text(clean('<a href="https://example.org"><text>where to</text></a>'))).toContain(
      '<text>where to</text>',
    );
  });

  it('keeps shapes, markers, styles and what assistive tools need', () => {
    const out = text(
      clean(
        '<title>T</title><marker id="m"><path d="M0 0"/></marker><text dominant-baseline="middle" role="img">a</text>',
      ),
    );
    expect(out).toContain('<title>T</title>');
    expect(out).toContain('<marker id="m">');
    expect(out).toContain('dominant-baseline="middle"');
  });

  it('is nothing when no picture is left', () => {
    expect(sanitizeSvg('<p>text</p>')).toBeNull();
  });
});

describe('ids', () => {
  it('get the picture’s name, and everything that points at them follows', () => {
    const svg = clean(
      '<title id="t">T</title><marker id="end"/><path id="d1-kept" marker-end="url(#end)" style="fill: url(&quot;#grad&quot;)"/><linearGradient id="grad"/>',
    ) as SVGSVGElement;
    svg.setAttribute('aria-labelledby', 't');
    prefixIds(svg, 'd1');
    const out = text(svg);
    expect([...svg.querySelectorAll('[id]')].map((e) => e.id)).toEqual([
      'd1-t',
      'd1-end',
      'd1-kept',
      'd1-grad',
    ]);
    expect(svg.id).toBe('d1');
    expect(out).toContain('marker-end="url(#d1-end)"');
    expect(out).toContain('url(#d1-grad)');
    expect(svg.getAttribute('aria-labelledby')).toBe('d1-t');
  });
});

/**
 * The main process's own look at a drawn SVG: the drawing page has sanitized it, and this refuses what should not have come through. A list of
 * what is allowed; the text was written by a serializer, so tags and attributes have one spelling.
 */
const ELEMENTS = new Set(
  (
    'svg g defs style title desc path rect circle ellipse line polyline polygon text tspan textPath marker clipPath mask pattern symbol switch ' +
    'linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting ' +
    'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology ' +
    'feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);

const TAG = /<([^<>]*)>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g;
const OUTSIDE_URL = /url\(\s*(?!(?:&quot;|&#39;|&apos;|['"])?#)/i;
const STYLE = /<style\b[^>]*>([^<]*)<\/style>/g;

/** Why a drawn SVG must not be used, or null when it may. Cost is linear in the text. */
export function svgProblem(svg: string): string | null {
  if (!svg.startsWith('<svg ')) return 'it does not start with an svg element';
  if (svg.includes('<!') || svg.includes('<?')) return 'it holds a declaration, comment or instruction';
  for (const [, inner = ''] of svg.matchAll(TAG)) {
    const problem = tagProblem(inner);
    if (problem !== null) return problem;
  }
  const name = /^<svg [^>]*?\bid="([a-z][a-z0-9-]*)"/.exec(svg)?.[1];
  if (name === undefined) return 'it has no name';
  for (const [, text = ''] of svg.matchAll(STYLE)) {
    const problem = styleProblem(text, name);
    if (problem !== null) return problem;
  }
  return null;
}

function tagProblem(inner: string): string | null {
  const name = /^\/?\s*([^\s/]*)/.exec(inner)?.[1] ?? '';
  if (!ELEMENTS.has(name)) return `it holds a ${name || 'nameless'} element`;
  for (const [, attribute = '', quoted = ''] of inner.matchAll(ATTRIBUTE)) {
    const value = quoted.slice(1, -1);
    if (/^on/i.test(attribute)) return `it holds the handler ${attribute}`;
    if (/(?:^|:)href$/i.test(attribute) && !value.startsWith('#')) return 'it holds a link';
    if (/^(?:src|data|action|formaction|from|to|values)$/i.test(attribute))
      return `it holds the attribute ${attribute}`;
    if (OUTSIDE_URL.test(value) || /javascript:|@import|expression\(/i.test(value))
      return `${attribute} loads something`;
  }
  return null;
}

/** Every rule must be about this picture: each selector starts with its id, and nothing is loaded. */
function styleProblem(text: string, name: string): string | null {
  if (OUTSIDE_URL.test(text) || /@|javascript:|expression\(/i.test(text))
    return 'its style loads or imports something';
  const rest = text.replace(/([^{}]*)\{[^{}]*\}/g, (_rule, selectors: string) =>
    selectors.split(/,(?![^(]*\))/).every((selector) => selector.trim().startsWith(`#${name}`)) ? '' : '!',
  );
  return rest.trim() === '' ? null : 'its style reaches outside the picture';
}

/*
 * The drawing page's policy of Trusted Types. Mermaid writes markup in twenty places, fragments of pictures without their root among them, so
 * markup of elements passes: no policy of the page lets a script or a handler in it run, and what is drawn is cleaned and looked at again.
 * Handlers, which it writes for the menus of actors, are emptied. Everything else that could become script is refused: addresses of scripts and
 * threads, texts to be run, whole documents. Imported first by `main.ts`; the page policy allows one more, by which the sanitizer reads what it is
 * given.
 */

/** What is used of the engine's factory; type libraries do not know it yet. */
interface PolicyFactory {
  createPolicy(
    name: 'default',
    rules: {
      readonly createHTML: (text: string, type: string, sink: string) => string | null;
      readonly createScript: (text: string, type: string, sink: string) => string | null;
    },
  ): unknown;
}

/** Text that an element is to hold as markup, as it is; null for a document, a frame and a parser. */
export function markupFor(text: string, sink: string): string | null {
  return sink === 'Element innerHTML' ? text : null;
}

/** How engines call the place of a handler: older ones by the function that writes it, newer ones by its name. */
const HANDLER = /^Element (?:setAttribute(?:NS)?|on[a-z]+)$/;

/** Nothing, where a handler is to be; null for all that is to be run. */
export function scriptFor(sink: string): string | null {
  return HANDLER.test(sink) ? '' : null;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;

factory?.createPolicy('default', {
  createHTML: (text, _type, sink) => markupFor(text, sink),
  createScript: (_text, _type, sink) => scriptFor(sink),
});

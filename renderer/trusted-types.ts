/*
 * The page's one policy of Trusted Types. Under `require-trusted-types-for 'script'` every text that could become script (markup, handlers,
 * addresses of scripts and threads) has to pass here, and all but two are refused: the addresses of our own threads, and the empty text by which
 * libraries clear an element. Imported first by `main.tsx`; the page policy allows no second one.
 */

/** What is used of the engine's factory; type libraries do not know it yet. */
interface PolicyFactory {
  createPolicy(
    name: 'default',
    rules: {
      readonly createHTML: (text: string) => string | null;
      readonly createScriptURL: (address: string) => string | null;
    },
  ): unknown;
}

/** Threads as the build names them. */
const THREAD = /\/assets\/[a-z]+\.worker-[A-Za-z0-9_-]+\.js$/;

/** The address of a thread of ours, or null when it is anything else. */
export function threadAddress(address: string, origin: string): string | null {
  try {
    const url = new URL(address);
    // Not `url.origin`: that of a blob is its maker's.
    return url.href.startsWith(`${origin}/`) && url.search === '' && THREAD.test(url.pathname)
      ? address
      : null;
  } catch {
    return null;
  }
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;

factory?.createPolicy('default', {
  createHTML: (text) => (text === '' ? text : null),
  createScriptURL: (address) => threadAddress(address, location.origin),
});

import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { PreflightLine } from '../../../shared/ipc/payloads';
import type { PortfolioPlan } from '../../../shared/portfolio/plan';
import { destinationIds } from '../bookmarks';

/** Elements that run, fetch, send or replace; the page has none. */
const FORBIDDEN = new Set(
  'script iframe frame object embed applet form base link audio video source track portal foreignobject animate set'.split(
    ' ',
  ),
);
const LINKS = new Set(['href', 'xLinkHref']);
/** Attributes that make a browser fetch something. */
const SOURCES = new Set([
  'src',
  'srcSet',
  'poster',
  'data',
  'background',
  'action',
  'formAction',
  'ping',
  'manifest',
]);
const OUTSIDE = /^(?:https?|mailto):/i;
/**
 * Attributes that are words, names or addresses to a browser and never style, so that a text which speaks of style may stand in them. Where they lead
 * is looked at by itself.
 */
const WORDS = /^(?:className|id|name|title|alt|lang|href|xLinkHref|(?:aria|data)[A-Z].*)$/;

/**
 * Parses the finished page as a browser would and looks at all of it: nothing that runs, nothing that is fetched, every place of the plan once, and
 * every link within the page leads somewhere. A line of level `problem` means that the page must not be handed out.
 */
export function verifyPage(page: string, plan: PortfolioPlan): PreflightLine[] {
  const root = unified().use(rehypeParse).parse(page) as Root;
  const ids = new Map<string, number>();
  const links = new Set<string>();
  const faults: string[] = [];
  visit(root, 'element', (node) => {
    const id = node.properties['id'];
    if (typeof id === 'string') ids.set(id, (ids.get(id) ?? 0) + 1);
    faults.push(...faultsOf(node));
    const href = node.tagName === 'a' ? String(node.properties['href'] ?? '') : '';
    if (href.startsWith('#')) links.add(href.slice(1));
  });
  const problem = (message: string): PreflightLine => ({
    level: 'problem',
    message: `The page for the screen is not as planned: ${message}`,
  });
  const lines = [...new Set(faults)].slice(0, 20).map(problem);
  const places = destinationIds(plan);
  const wrong = places.filter((id) => ids.get(id) !== 1);
  if (wrong.length > 0)
    lines.push(
      problem(
        `${wrong.length} of ${places.length} places are missing or twice there, the first is ${wrong[0]}`,
      ),
    );
  if (lines.length > 0) return lines;
  const dead = [...links].filter((id) => !ids.has(id));
  lines.push({
    level: 'ok',
    message: `The page for the screen holds all ${places.length} places, runs nothing and fetches nothing`,
  });
  if (dead.length > 0)
    lines.push({
      level: 'warning',
      message: `${dead.length} ${dead.length === 1 ? 'link leads' : 'links lead'} to a heading that does not exist, the first to "${dead[0]}"`,
    });
  return lines;
}

function faultsOf(node: Element): string[] {
  const out: string[] = [];
  const name = node.tagName.toLowerCase();
  if (FORBIDDEN.has(name)) out.push(`it holds the element <${name}>`);
  if (name === 'meta' && /^refresh$/i.test(String(node.properties['httpEquiv'] ?? '')))
    out.push('it moves on by itself');
  for (const [key, value] of Object.entries(node.properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
    if (/^on/i.test(key)) out.push(`<${name}> has the handler ${key}`);
    if (LINKS.has(key) && !text.startsWith('#') && !(name === 'a' && OUTSIDE.test(text)))
      out.push(`<${name}> leads to ${text.slice(0, 60)}`);
    if (SOURCES.has(key) && !/^data:(?:image\/(?!svg)|image\/svg\+xml)/i.test(text))
      out.push(`<${name}> fetches ${text.slice(0, 60)}`);
    if (!WORDS.test(key) && fetches(text)) out.push(`the style of <${name}> fetches something`);
  }
  if (name === 'style')
    for (const child of node.children)
      if (child.type === 'text' && fetches(child.value)) out.push('a style sheet fetches something');
  return out;
}

/** True for style that names something outside of the file. */
function fetches(style: string): boolean {
  if (/@import/i.test(style)) return true;
  return [...style.matchAll(/url\(\s*["']?([^"')]{0,40})/gi)].some(
    ([, target = '']) => !/^(?:#|data:)/i.test(target),
  );
}

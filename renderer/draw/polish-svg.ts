/**
 * Small repairs to what Mermaid draws, each for one thing that a reader would stumble over. They look for the shapes they know and do
 * nothing when a later version of Mermaid draws differently.
 */
export function polishSvg(svg: SVGSVGElement): void {
  enlargeStepNumbers(svg);
  moveSelfMessages(svg);
  spreadVerticalTimeline(svg);
  moveGroupTitles(svg);
  showWhatSticksOut(svg);
}

/**
 * Step numbers of sequence diagrams are fixed at 12 px of whatever sans-serif the machine has; their discs have room for the size of the other
 * text, and the picture's own face will do.
 */
function enlargeStepNumbers(svg: SVGSVGElement): void {
  for (const text of svg.querySelectorAll('text.sequenceNumber')) {
    text.setAttribute('font-size', '13.5px');
    text.removeAttribute('font-family');
  }
}

/** The text of a message to oneself is centred on the lifeline, under the number's disc: it moves to the right of both. */
function moveSelfMessages(svg: SVGSVGElement): void {
  for (const path of svg.querySelectorAll('path.messageLine0, path.messageLine1')) {
    const from = /^M ?([\d.]+)[, ]/.exec(path.getAttribute('d') ?? '')?.[1];
    if (from === undefined) continue;
    let before = path.previousElementSibling;
    while (before?.matches('text.messageText')) {
      if (Math.abs(Number(before.getAttribute('x')) - Number(from)) < 3) {
        const x = String(Number(from) + 15);
        before.setAttribute('x', x);
        before.setAttribute('text-anchor', 'start');
        before.setAttribute('style', `${before.getAttribute('style') ?? ''};text-anchor:start`);
        for (const line of before.querySelectorAll('tspan')) line.setAttribute('x', x);
      }
      before = before.previousElementSibling;
    }
  }
}

/** Room between the sections of a timeline from top to bottom, in CSS pixels; Mermaid 12.3 lets each cover the end of the one before. */
const SECTION_ROOM = 44;

function spreadVerticalTimeline(svg: SVGSVGElement): void {
  const axis = svg.querySelector(':scope > g.lineWrapper > line[stroke-width="4"]');
  if (!axis || axis.getAttribute('x1') !== axis.getAttribute('x2')) return;
  const groups = [...svg.children].filter((child) => child.tagName === 'g' && !child.contains(axis));
  const isSection = (group: Element) =>
    !group.hasAttribute('class') && group.querySelector('.timeline-node') !== null;
  let shift = -SECTION_ROOM;
  for (const group of groups) {
    if (isSection(group)) shift += SECTION_ROOM;
    if (shift > 0)
      group.setAttribute(
        'transform',
        `translate(0,${shift}) ${group.getAttribute('transform') ?? ''}`.trim(),
      );
  }
  if (shift <= 0) return;
  axis.setAttribute('y2', String(Number(axis.getAttribute('y2')) + shift));
  const { x, y, width, height } = svg.viewBox.baseVal;
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height + shift}`);
}

/** From the left edge of a group to its title, in CSS pixels. */
const TITLE_INSET = 10;

/** Titles of groups stand at the left: in the middle, arrows and inner groups run through them. */
function moveGroupTitles(svg: SVGSVGElement): void {
  for (const cluster of svg.querySelectorAll('g.cluster')) {
    const box = cluster.querySelector(':scope > rect');
    const label = cluster.querySelector(':scope > g.cluster-label');
    if (!(box instanceof SVGGraphicsElement) || !(label instanceof SVGGraphicsElement)) continue;
    const [, y] = /^translate\([-\d.]+,\s*([-\d.]+)\)$/.exec(label.getAttribute('transform') ?? '') ?? [];
    if (y === undefined) continue;
    const x = box.getBBox().x + TITLE_INSET - label.getBBox().x;
    label.setAttribute('transform', `translate(${Math.round(x * 100) / 100}, ${y})`);
  }
}

/** Room around what would be cut off, in CSS pixels. */
const EDGE = 4;

/**
 * Labels can be wider than the drawing Mermaid reckons with: the view box grows until no text is cut. Only text counts: lifelines and grids are
 * drawn longer than they are meant to be seen.
 */
function showWhatSticksOut(svg: SVGSVGElement): void {
  const toPicture = svg.getScreenCTM()?.inverse();
  if (!toPicture) return;
  const { x, y, width, height } = svg.viewBox.baseVal;
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  for (const text of svg.querySelectorAll('text')) {
    const box = text.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const from = new DOMPoint(box.left, box.top).matrixTransform(toPicture);
    const to = new DOMPoint(box.right, box.bottom).matrixTransform(toPicture);
    if (from.x < left) left = from.x - EDGE;
    if (from.y < top) top = from.y - EDGE;
    if (to.x > right) right = to.x + EDGE;
    if (to.y > bottom) bottom = to.y + EDGE;
  }
  svg.setAttribute('viewBox', `${left} ${top} ${right - left} ${bottom - top}`);
}

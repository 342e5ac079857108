/**
 * Small repairs to what Mermaid draws, each for one thing that a reader would stumble over. They look for the shapes they know and do
 * nothing when a later version of Mermaid draws differently.
 */
export function polishSvg(svg: SVGSVGElement): void {
  enlargeStepNumbers(svg);
  moveSelfMessages(svg);
  spreadVerticalTimeline(svg);
}

/** Step numbers of sequence diagrams are fixed at 12 px; their discs have room for the size of the other text. */
function enlargeStepNumbers(svg: SVGSVGElement): void {
  for (const text of svg.querySelectorAll('text.sequenceNumber')) text.setAttribute('font-size', '13.5px');
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

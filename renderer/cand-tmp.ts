import '/work/main/renderer/platform-gaps';
import '/work/main/renderer/draw/draw.css';
import mermaid from 'mermaid';
import { mermaidConfig } from '/work/main/renderer/draw/mermaid-config';
import { layoutsFor } from '/work/main/renderer/draw/layouts';
import { sizeByViewBox, noteSmallestText, sanitizeSvg } from '/work/main/renderer/draw/clean-svg';
import { polishSvg } from '/work/main/renderer/draw/polish-svg';
const canvas = document.getElementById('canvas')!;
const W = 687, H = 690;
(window as any).tryAll = async (source: string) => {
  const out: string[] = [];
  await document.fonts.load('400 14px Inter', 'A'); await document.fonts.load('600 14px Inter', 'A');
  const list: [string, any, string][] = layoutsFor(source, 'print').map((l, i) => ['own' + i, l.config, l.source]);
  const base = mermaidConfig('print');
  if (/^sequenceDiagram/m.test(source)) {
    const seq = (o: any) => ({ ...base, sequence: { ...base.sequence, ...o } });
    list.push(['nowrap', seq({ wrap: false, width: 100, actorMargin: 10, diagramMarginX: 4, boxMargin: 6, messageMargin: 20, height: 32 }), source]);
    for (const width of [100, 112, 124]) for (const m of [8, 14]) list.push([`c${width}-${m}`, seq({ width, actorMargin: 10, diagramMarginX: 2, diagramMarginY: 2, boxMargin: 4, boxTextMargin: 2, noteMargin: 4, messageMargin: m, height: 32, wrapPadding: 4, bottomMarginAdj: 1 }), source]);
  }
  if (/^(flowchart|graph)/m.test(source)) {
    const l5 = list[4], l6 = list[5];
    const f = (c: any, o: any) => ({ ...c, flowchart: { ...c.flowchart, diagramPadding: 2, ...o } });
    for (const l of [l5, l6]) if (l) list.push([l[0] + 'p', f(l[1], { nodeSpacing: 6, rankSpacing: 12, padding: 5 }), l[2]]);
    for (const l of [l5, l6]) if (l) list.push([l[0] + 'n', f(l[1], { nodeSpacing: 6, rankSpacing: 12, padding: 5, wrappingWidth: 70 }), l[2]]);
  }
  if (/^mindmap/m.test(source)) for (const maxNodeWidth of [90, 120, 160]) for (const padding of [2, 6]) list.push([`m${maxNodeWidth}-${padding}`, { ...base, mindmap: { ...base.mindmap, maxNodeWidth, padding } }, source]);
  for (const [name, config, src] of list) {
    mermaid.initialize(config); canvas.style.inlineSize = '687px';
    const t = performance.now();
    try {
      const { svg } = await mermaid.render('x', src, canvas); canvas.replaceChildren();
      const s = sanitizeSvg(svg)!; canvas.append(s); s.id = 'x'; polishSvg(s); const size = sizeByViewBox(s)!; noteSmallestText(s);
      const up = Math.min(1, W / size.width, H / size.height), tu = Math.min(1, H / size.width, W / size.height);
      out.push(`${name} ${Math.round(size.width)}x${Math.round(size.height)} up ${(up * 10.5).toFixed(1)} turned ${(tu * 10.5).toFixed(1)} ${Math.round(performance.now() - t)}ms`);
    } catch (e) { out.push(name + ' ' + String(e).slice(0, 200)); }
    canvas.replaceChildren();
  }
  return out.join('\n   ');
};

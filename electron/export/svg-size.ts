/** Sets width and height of the root element; its viewBox keeps the drawing whole. */
export function sized(svg: string, width: number, height: number): string {
  const end = svg.indexOf('>');
  const tag = svg
    .slice(0, end)
    .replace(/\s(?:width|height)="[^"]*"/g, '')
    .replace(/\sstyle="[^"]*"/, '');
  return `${tag} width="${round(width)}" height="${round(height)}"${svg.slice(end)}`;
}

/** A number as drawings write it. */
export function round(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}

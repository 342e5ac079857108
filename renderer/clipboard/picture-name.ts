import { fileName } from '../../shared/domain/kit-path';

/** Names that programs give to what they put on the clipboard; they say nothing about it. */
const SAYS_NOTHING = /^(?:image|picture|clipboard|screenshot|unnamed|untitled|blob)?[-_ ]*\d*$/i;

/** The name of a picture without its ending: its own where that says something, else after the file that shows it. */
export function pictureStem(name: string, path: string): string {
  const own = slug(withoutEnding(name));
  if (own !== '' && !SAYS_NOTHING.test(withoutEnding(name))) return own;
  const document = slug(withoutEnding(fileName(path)));
  return `${document === '' ? 'figure' : `${document.slice(0, 60)}-figure`}`;
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 70)
    .replace(/-+$/, '');
}

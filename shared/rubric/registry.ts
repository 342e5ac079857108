import { fileName } from '../domain/kit-path';
import { compileGlob } from '../util/glob';
import type { Source } from './artifact';
import { type Broke, Guard } from './guard';
import type { ArtifactKind } from './kind';
import { formatOf } from './parse-source';

/** What a file was recognised as, or why not. */
export type Recognition = {
  readonly template: boolean;
  /** Set when a kind broke while it looked at the content: it might have been the one. */
  readonly broke?: Broke;
} & ({ readonly kind: ArtifactKind } | { readonly kind: null; readonly reason: string });

/** What a kit says about its own files, before their names and contents are looked at. */
export interface KitRecognition {
  /** Why a file that belongs to the kit's own standard is no artifact; null for all others. */
  reserved(path: string): string | null;
  /** The kind that the kit assigns to a path, `none` when it says that the file is no artifact, null when it says nothing. */
  assigned(path: string): string | null;
  /** Kinds that are recognised by {@link assigned} alone. */
  readonly own: ReadonlySet<string>;
}

/** The kinds a studio knows, looked up by id, path and content. Kinds earlier in the list win over later ones. */
export class KindRegistry {
  private readonly byId = new Map<string, ArtifactKind>();
  private readonly matchers: readonly {
    readonly kind: ArtifactKind;
    readonly matches: (path: string) => boolean;
  }[];

  constructor(
    readonly kinds: readonly ArtifactKind[],
    private readonly kit: KitRecognition | null = null,
  ) {
    for (const kind of kinds) {
      if (this.byId.has(kind.id)) throw new Error(`Two kinds have the id ${kind.id}`);
      this.byId.set(kind.id, kind);
    }
    this.matchers = kinds
      .filter((kind) => !kit?.own.has(kind.id))
      .map((kind) => ({ kind, matches: matcher(kind.files) }));
  }

  get(id: string): ArtifactKind | null {
    return this.byId.get(id) ?? null;
  }

  /**
   * Recognises a file: a template by its name, then a declared kind (`kind:` in the front matter or at the top of a data file), then what the
   * kit's own standard says of its path, then the file name, then the content. The format of the kind must be the format of the file.
   */
  recognise(path: string, source: Source | null): Recognition {
    const template = isTemplate(path);
    const format = formatOf(path);
    if (format === null) {
      return {
        kind: null,
        template,
        reason: 'Artifacts are Markdown, YAML, JSON or Mermaid files; this one is none of them',
      };
    }
    if (/^readme\.md$/i.test(fileName(path))) {
      return { kind: null, template, reason: 'A README explains its folder; it is no artifact' };
    }
    if (fileName(path) === 'kit.yaml')
      return {
        kind: null,
        template,
        reason: 'The manifest says what belongs to this kit; it is no artifact',
      };
    const reserved = this.kit?.reserved(path) ?? null;
    if (reserved !== null) return { kind: null, template, reason: reserved };
    if (template) {
      const own = this.kinds.find(
        (kind) => kind.template !== undefined && fileName(kind.template) === fileName(path),
      );
      if (own) return { kind: own, template };
    }
    const declared = source ? declaredKind(source) : null;
    if (declared !== null) {
      const kind = this.byId.get(declared);
      if (kind && kind.format === format) return { kind, template };
      return {
        kind: null,
        template,
        reason: `The file says it is of kind "${declared}", which this studio does not know for .${format} files`,
      };
    }
    const assigned = this.kit?.assigned(path) ?? null;
    if (assigned === 'none')
      return { kind: null, template, reason: 'kit.yaml says that this file is no artifact' };
    if (assigned !== null) {
      const kind = this.byId.get(assigned);
      if (kind && kind.format === format) return { kind, template };
      const wanted = kind ? ` (.${kind.format})` : '';
      return {
        kind: null,
        template,
        reason: `kit.yaml says that this file is of kind "${assigned}"${wanted}, but it is a .${format} file`,
      };
    }
    const named = this.matchers.find(({ kind, matches }) => kind.format === format && matches(path));
    if (named) return { kind: named.kind, template };
    const guard = new Guard();
    const meant = source
      ? this.kinds.find(
          (kind) =>
            kind.format === format &&
            guard.run('recognising', () => kind.recognise?.(source) === true, false),
        )
      : undefined;
    const broke = guard.broke ? { broke: guard.broke } : {};
    if (meant) return { kind: meant, template, ...broke };
    return {
      kind: null,
      template,
      ...broke,
      reason:
        'No kind claims this file name, and the content names none; rename it (for example RFC-001-title.md) or add `kind:` at its top',
    };
  }
}

/** Files under a folder named `templates` are blanks to be filled. */
export function isTemplate(path: string): boolean {
  return /(?:^|\/)templates\//.test(path);
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  const tests = globs.map((glob) => {
    const test = compileGlob(glob.includes('/') ? `**${glob}` : glob);
    return glob.includes('/') ? test : (path: string) => test(fileName(path));
  });
  return (path) => tests.some((test) => test(path));
}

function declaredKind(source: Source): string | null {
  if (source.format === 'md') {
    const value = source.markdown.frontMatter?.node(['kind'])?.value;
    return typeof value === 'string' ? value : null;
  }
  if (source.format === 'mmd') return null;
  const value = source.data.node(['x-kind'])?.value;
  return typeof value === 'string' ? value : null;
}

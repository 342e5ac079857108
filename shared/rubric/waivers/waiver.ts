import type { KitPath } from '../../domain/kit-path';
import { asKitPath } from '../../domain/kit-path';
import type { Span } from '../../text/span';

/** Where a kit keeps the findings its author silenced: plain text, merged by git like any other file. */
export const WAIVERS_FILE: KitPath = asKitPath('.staffwright/waivers.yaml');

/** What a waiver is anchored to: the text a finding marks, and a little of what stands around it. */
export interface Anchor {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** A finding silenced with a reason. It holds for as long as the text it quotes stands where it stood. */
export interface Waiver extends Anchor {
  /** Id of the criterion or rule, or `schema` or `size`. */
  readonly finding: string;
  readonly path: string;
  readonly reason: string;
  readonly by: string;
  readonly date: string;
  /** The entry's first line in the waivers file. */
  readonly span: Span;
}

/** What a report says of the waiver that silences a finding. */
export interface WaivedBy {
  readonly reason: string;
  readonly by: string;
  readonly date: string;
}

/** A waiver that is in force, for the list every report carries. */
export interface WaiverInForce extends WaivedBy {
  readonly finding: string;
  readonly path: string;
  readonly quote: string;
}

/** Findings about the studio's own files and a kit's own standard have these ids; silencing them would silence the alarm itself. */
export const UNWAIVABLE: readonly string[] = ['waiver', 'self', 'standard', 'portfolio', 'redaction'];

import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';

export const ATTRIBUTES = [
  'performance',
  'availability',
  'modifiability',
  'security',
  'data-quality',
  'operability',
  'cost',
  'scalability',
] as const;

/** The six parts of a scenario, in the order in which they are told. */
export const PARTS = ['source', 'stimulus', 'environment', 'artifact', 'response', 'measure'] as const;

export interface Scenario {
  /** `QA-03`; "A scenario without id" where there is none. */
  readonly name: string;
  readonly at: DataReader;
  /** Rated high in importance and in difficulty. */
  readonly hardest: boolean;
}

/** A file of quality attribute scenarios as far as it is written. */
export interface Scenarios {
  readonly root: DataReader;
  readonly scenarios: readonly Scenario[];
  readonly themes: readonly DataReader[];
}

export function readScenarios(source: Source): Scenarios {
  const root = rootReader(source);
  return {
    root,
    scenarios: root.at('scenarios').items.map((at) => ({
      name: at.at('id').text ?? 'A scenario without id',
      at,
      hardest: at.at('importance').text === 'H' && at.at('difficulty').text === 'H',
    })),
    themes: root.at('risk_themes').items,
  };
}

/** The attributes that a text names, with hyphens or blanks between their words. */
export function attributesIn(text: string): readonly string[] {
  const said = ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  return ATTRIBUTES.filter((attribute) => said.includes(` ${attribute.replace('-', ' ')} `));
}

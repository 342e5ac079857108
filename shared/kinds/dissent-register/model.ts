import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';

/** A dissent register as far as it is written. */
export interface Register {
  readonly root: DataReader;
  readonly entries: readonly DataReader[];
  readonly tripwires: readonly DataReader[];
  tripwire(id: string): DataReader | null;
}

export function readRegister(source: Source): Register {
  const root = rootReader(source);
  const tripwires = root.at('tripwires').items;
  return {
    root,
    entries: root.at('entries').items,
    tripwires,
    tripwire: (id) => tripwires.find((tripwire) => tripwire.at('id').text === id) ?? null,
  };
}

/** What an entry or tripwire is called in messages. */
export function called(at: DataReader): string {
  return at.at('id').text ?? 'An entry without id';
}

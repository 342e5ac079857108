import { describe, expect, it } from 'vitest';
import type { Fact } from './fact';
import { KitPacket } from './kit-packet';
import type { Contribution } from './packet';

const span = { from: 0, to: 1 };
const file = (path: string, ...facts: readonly Fact[]): Contribution => ({
  path,
  kind: null,
  facts,
  links: [],
  anchors: [],
});
const person = (name: string, level: number | null): Fact => ({
  type: 'person',
  key: name.slice(0, 2).toUpperCase(),
  name,
  role: level === null ? 'Responder' : 'Lead',
  team: 'Streaming',
  level,
  span,
});
const risk = (id: string): Fact => ({ type: 'definition', family: 'R', id, title: id, data: {}, span });

describe('the packet', () => {
  it('knows each person once, by the entry that says their level', () => {
    const packet = new KitPacket([
      file('timeline.yaml', person('Ana Ruiz', null), person('Ben Otis', null)),
      file('raci-matrix.yaml', person('Ana Ruiz', 2)),
    ]);
    expect(packet.people.map((p) => [p.name, p.level, p.path])).toEqual([
      ['Ana Ruiz', 2, 'raci-matrix.yaml'],
      ['Ben Otis', null, 'timeline.yaml'],
    ]);
    expect(packet.person('AN')?.name).toBe('Ana Ruiz');
    expect(packet.person(' Ben Otis ')?.key).toBe('BE');
    expect(packet.person('Ben')).toBeNull();
  });

  it('hears nothing from templates and counter-examples, whose files are there all the same', () => {
    const packet = new KitPacket([
      file('risks.json', risk('R-01')),
      file('templates/risks.json', risk('R-02')),
      file('examples/senior-grade/risks.json', risk('R-03')),
    ]);
    expect(packet.definitions('R').map((d) => [d.id, d.path])).toEqual([['R-01', 'risks.json']]);
    expect(packet.files.has('templates/risks.json')).toBe(true);
    expect(packet.definitions('CF')).toEqual([]);
    expect(packet.value('incident-date')).toBeNull();
  });
});

import type { DataNode } from '../../text/data-tree';
import { definitionData } from '../definitions';
import type { Fact } from '../fact';
import type { Finding } from '../finding';
import { Form } from './form';

/** More people or terms than this belong into files of their own. */
const MOST = 1000;

/** Reads `people:`: everyone whose full name counts as a person of the packet, beside those of the RACI matrix. */
export function readPeople(path: string, text: string, node: DataNode, findings: Finding[]): readonly Fact[] {
  const facts: Fact[] = [];
  const keys = new Set<string>();
  for (const form of entries(path, text, node, 'people', findings)) {
    if (!form.hasOnly(['key', 'name', 'role', 'team', 'level'])) continue;
    const [key, name, role, team] = ['key', 'name', 'role', 'team'].map((field) => form.needed(field)) as [
      string,
      string,
      string,
      string,
    ];
    const level = form.number('level', 1, true);
    if (level !== null && level > 5)
      form.complain(form.place('level'), '"level" is 1 (engineer) to 5 (CTO), as in the RACI matrix');
    if (key !== '' && keys.has(key)) form.complain(form.place('key'), `The key "${key}" stands twice`);
    keys.add(key);
    if (form.sound) facts.push({ type: 'person', key, name, role, team, level, span: form.place('name') });
  }
  return facts;
}

/** Reads `glossary:`. A term marked `service: true` is a name of the system: sentences may say that it failed. */
export function readGlossary(
  path: string,
  text: string,
  node: DataNode,
  findings: Finding[],
): readonly Fact[] {
  const facts: Fact[] = [];
  for (const form of entries(path, text, node, 'glossary', findings)) {
    if (!form.hasOnly(['term', 'meaning', 'also', 'service'])) continue;
    const term = form.needed('term');
    const meaning = form.needed('meaning');
    const also = form.lines('also');
    const service = form.flag('service');
    if (!form.sound) continue;
    const span = form.place('term');
    const fields = definitionData({ term, meaning, also });
    facts.push({ type: 'record', set: 'glossary', id: term, fields, places: {}, span });
    if (service) for (const name of [term, ...also]) facts.push({ type: 'service', name, span });
  }
  return facts;
}

function entries(
  path: string,
  text: string,
  node: DataNode,
  key: string,
  findings: Finding[],
): readonly Form[] {
  const name = `An entry of ${key}`;
  const whole = new Form(path, text, node, findings, name);
  if (node.kind !== 'list') {
    whole.complain(whole.span, `"${key}" is a list`);
    return [];
  }
  if (node.items.length > MOST)
    whole.complain(whole.span, `"${key}" has more than ${MOST} entries; the rest is not read`);
  return node.items.slice(0, MOST).map((item) => new Form(path, text, item, findings, name));
}

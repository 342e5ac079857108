import type { DataNode } from '../../../text/data-tree';
import { judge, type Problem } from '../../criterion';
import { fieldAt, type Word } from './word';

interface Field {
  readonly name: string;
  readonly oneOf: readonly string[];
}

/** `fields: {required: [owner, {name: status, one_of: [draft, final]}]}`: header or data fields that are filled, with values that are known. */
export const fields: Word = {
  word: 'fields',
  formats: ['md', 'yaml', 'json'],
  scope: 'value',
  readsPacket: false,
  keys: ['required'],
  make: (form) => {
    const node = form.member('required');
    const wanted = node?.kind === 'list' ? node.items.map(fieldOf) : [];
    if (wanted.length === 0) form.complain(form.place('required'), '"required" is a list of field names');
    wanted.forEach((field, i) => {
      if (!field && node?.kind === 'list')
        form.complain(
          node.items[i]?.span ?? form.span,
          'A field is a name, or a mapping such as {name: status, one_of: [draft, final]}',
        );
    });
    if (!form.sound) return null;
    return ({ model }) => {
      const problems: Problem[] = [];
      const evidence = [];
      for (const field of wanted as readonly Field[]) {
        const at = fieldAt(model.data, field.name);
        const value = at.spelled;
        if (value === null && at.items.length === 0 && at.members.length === 0)
          problems.push({
            span: at.exists ? at.keySpan : at.span,
            message: `\`${field.name}\` is ${at.exists ? 'empty' : 'missing'}`,
          });
        else if (field.oneOf.length > 0 && !field.oneOf.includes(value ?? ''))
          problems.push({ span: at.span, message: `\`${field.name}\` is one of ${field.oneOf.join(', ')}` });
        else evidence.push(at.span);
      }
      return judge(problems, evidence);
    };
  },
};

function fieldOf(item: DataNode): Field | null {
  if (typeof item.value === 'string' && item.value.trim() !== '')
    return { name: item.value.trim(), oneOf: [] };
  if (item.kind !== 'map') return null;
  const name = item.members.get('name')?.value;
  const oneOf = item.members.get('one_of')?.value ?? [];
  if (typeof name !== 'string' || name.trim() === '' || !Array.isArray(oneOf)) return null;
  return { name: name.trim(), oneOf: oneOf.map(String) };
}

import { judge, type Problem } from '../../criterion';
import { fieldAt, type Word } from './word';

/** `entries: {list: milestones, at_least: 3, each: [owner, date]}`: a list of the data with entries enough, none half filled. */
export const entries: Word = {
  word: 'entries',
  formats: ['md', 'yaml', 'json'],
  scope: 'value',
  readsPacket: false,
  keys: ['list', 'at_least', 'each'],
  make: (form) => {
    const list = form.needed('list');
    const least = form.number('at_least', 0, true) ?? 1;
    const each = form.lines('each');
    if (!form.sound) return null;
    return ({ model }) => {
      const at = fieldAt(model.data, list);
      const problems: Problem[] = [];
      if (at.items.length < least)
        problems.push({
          span: at.exists ? at.keySpan : at.span,
          message: at.exists
            ? `\`${list}\` has ${at.items.length} of ${least} entries`
            : `There is no list \`${list}\``,
        });
      at.items.forEach((item, i) => {
        const lacks = each.filter((name) => {
          const field = fieldAt(item, name);
          return field.spelled === null && field.items.length === 0 && field.members.length === 0;
        });
        if (lacks.length > 0)
          problems.push({
            span: fieldAt(item, 'id').exists
              ? fieldAt(item, 'id').span
              : fieldAt(item, lacks[0] as string).span,
            message: `Entry ${i + 1} of \`${list}\` lacks ${lacks.map((name) => `\`${name}\``).join(', ')}`,
          });
      });
      return judge(problems, at.exists ? [at.keySpan] : []);
    };
  },
};

import type { DataNode } from '../../../text/data-tree';
import { words } from '../../../text/prose';
import { matchOutline, type OutlineStep, placeForSection } from '../../../text/sections';
import { judge, type Problem } from '../../criterion';
import type { Form } from '../form';
import type { Word } from './word';

/** `sections: {required: [Summary, {name: Costs, aliases: [Budget]}], in_order: true}`: they are there, each with a word in it. */
export const sections: Word = {
  word: 'sections',
  formats: ['md'],
  scope: 'structure',
  readsPacket: false,
  keys: ['required', 'in_order'],
  make: (form) => {
    const steps = readOutline(form);
    const ordered = form.flag('in_order');
    if (!form.sound || steps.length === 0) return null;
    return ({ model: { doc } }) => {
      const outline = matchOutline(doc, steps);
      const problems: Problem[] = [];
      outline.forEach(({ step, section, misplaced }, i) => {
        if (!section)
          problems.push({
            span: placeForSection(doc, outline, i),
            message: `There is no "${step.name}" section; its place is at this heading`,
          });
        else if (words(doc.plain.slice(section.body.from, section.body.to)) === 0)
          problems.push({ span: section.heading.span, message: `The section "${step.name}" is empty` });
        else if (ordered && misplaced)
          problems.push({
            span: section.heading.span,
            message: `The section "${step.name}" is out of order; the order is ${steps.map((s) => s.name).join(', ')}`,
          });
      });
      return judge(
        problems,
        outline.flatMap((m) => (m.section ? [m.section.heading.span] : [])),
      );
    };
  },
};

/** The sections of `required:`; each is a name, or a mapping with the names it may go under. */
export function readOutline(form: Form): readonly OutlineStep[] {
  const node = form.member('required');
  if (node?.kind !== 'list' || node.items.length === 0) {
    form.complain(form.place('required'), '"required" is a list of section names');
    return [];
  }
  return node.items.flatMap((item) => {
    const step = stepOf(item);
    if (!step)
      form.complain(item.span, 'A section is a name, or a mapping such as {name: Costs, aliases: [Budget]}');
    return step ? [step] : [];
  });
}

function stepOf(item: DataNode): OutlineStep | null {
  if (typeof item.value === 'string' && item.value.trim() !== '')
    return { name: item.value.trim(), aliases: [item.value.trim()] };
  if (item.kind !== 'map') return null;
  const name = item.members.get('name')?.value;
  const aliases = item.members.get('aliases')?.value ?? [];
  if (typeof name !== 'string' || name.trim() === '' || !Array.isArray(aliases)) return null;
  if (!aliases.every((alias) => typeof alias === 'string' && alias.trim() !== '')) return null;
  return { name: name.trim(), aliases: [name.trim(), ...(aliases as string[])] };
}

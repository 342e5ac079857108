import { ids } from '../../../text/quantities';
import { fail, judge, notEvaluated } from '../../criterion';
import { headOf, locator, matchText, type Word } from './word';

/** `references: {family: R, at_least: 1}`: ids such as `R-03` that the text names are defined somewhere in the packet. */
export const references: Word = {
  word: 'references',
  formats: ['md', 'yaml', 'json', 'mmd'],
  scope: 'value',
  readsPacket: true,
  keys: ['section', 'field', 'if_present', 'family', 'at_least'],
  make: (form, context) => {
    const locate = locator(form, context);
    const family = form.needed('family');
    const least = form.number('at_least', 0, true) ?? 0;
    if (family !== '' && !/^[A-Z]{1,8}$/.test(family))
      form.complain(form.place('family'), '"family" is the capital letters before the number: R for R-03');
    if (!form.sound || !locate) return null;
    return (input) => {
      const place = locate(input);
      if (!place.found) return place.result;
      const named = ids(matchText(input, place.span), family, place.span);
      const distinct = new Set(named.map((hit) => hit.text));
      if (distinct.size < least)
        return fail({
          span: headOf(place, input),
          message: `${distinct.size} of ${least} ids such as ${family}-01 are named here`,
        });
      const known = new Set(input.packet.definitions(family).map((d) => d.id));
      if (named.length > 0 && known.size === 0)
        return notEvaluated(`No file of the packet defines ids such as ${family}-01`);
      return judge(
        named
          .filter((hit) => !known.has(hit.text))
          .map(({ from, to, text }) => ({
            span: { from, to },
            message: `${text} is defined nowhere in the packet`,
          })),
        named.map(({ from, to }) => ({ from, to })),
      );
    };
  },
};

import { words } from '../../../text/prose';
import { fail, pass } from '../../criterion';
import { headOf, locator, matchText, type Word } from './word';

/** `words: {section: Summary, at_least: 40, at_most: 200}`: long enough to say something, short enough to be read. */
export const length: Word = {
  word: 'words',
  formats: ['md', 'yaml', 'json'],
  scope: 'value',
  readsPacket: false,
  keys: ['section', 'field', 'if_present', 'at_least', 'at_most'],
  make: (form, context) => {
    const locate = locator(form, context);
    const least = form.number('at_least', 0, true);
    const most = form.number('at_most', 1, true);
    if (least === null && most === null && form.sound)
      form.complain(form.span, '"words" needs "at_least" or "at_most"');
    if (!form.sound || !locate) return null;
    const wanted =
      least !== null && most !== null
        ? `${least} to ${most} are wanted`
        : least !== null
          ? `at least ${least} are wanted`
          : `at most ${most} are wanted`;
    return (input) => {
      const place = locate(input);
      if (!place.found) return place.result;
      const count = words(matchText(input, place.span).slice(place.span.from, place.span.to));
      const span = headOf(place, input);
      return count >= (least ?? 0) && count <= (most ?? Number.POSITIVE_INFINITY)
        ? pass(span)
        : fail({ span, message: `There are ${count.toLocaleString('en-US')} words here; ${wanted}` });
    };
  },
};

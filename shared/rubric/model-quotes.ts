import type { MarkdownDoc } from '../text/markdown';
import type { Fact } from './fact';
import { quotedMoney } from './quoted-money';
import { tripwireMentions } from './tripwire-mentions';

/** What a text repeats from the cost model: the money it quotes (`quoted-money`) and where it speaks of a tripwire (`tripwire-mention`). */
export function modelQuotes(doc: MarkdownDoc): Fact[] {
  return [...quotedMoney(doc), ...tripwireMentions(doc)];
}

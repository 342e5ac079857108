import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import { peopleIn } from '../../../rubric/people-in-text';
import { DATE, has, MONEY } from '../../../text/quantities';
import { PEOPLE } from '../example-people';
import { type Briefing, type Slide, textOfBlocks } from '../model';

const ASKS = '(?<!\\p{L})(?:ask|approv|decid|decision|request|authori[sz]e|release|fund)';
const EFFORT =
  '(?<![\\d,.])\\d[\\d,]*(?:\\.\\d+)?\\s?(?:(?:engineer|person|staff|developer)[ -])?(?:days?|weeks?|months?|quarters?|FTEs?|engineers?|people|headcount)(?!\\p{L})';
/** Titles of those who can decide, for deciders who are in no file of the kit. */
const TITLES =
  '(?<![\\p{L}\\d])(?:C[EFIOPT]O|CISO|[ES]?VP|Vice President|Director|Head of|Chief|President|Manager|Lead|Principal|Board|Committee|Council|Steering|Sponsor)(?!\\p{Ll})';
const DECIDES = /(?<!\p{L})(?:decid|decision|approv|ask|sponsor|sign)/iu;

/** EX-05. */
export const askComplete: AutoCriterion<Briefing> = {
  id: 'EX-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Slide 5 asks: decision, price, date and decider',
  failTitle: 'Slide 5 asks for nothing that can be decided',
  why: 'People who can move money and weeks are in the room for a quarter of an hour; an ask without price, date or decider lets them nod and leave.',
  hint: 'Say which decision, what it costs in money or weeks, by which day, and whose decision it is.',
  sources: ['BLUF'],
  check: ({ model, packet }) => {
    const slide = model.slide(5);
    if (!slide) return failBecause('EX-01');
    const text = textOfBlocks(model.doc, [...slide.visible, ...slide.notes]);
    const missing = [
      has(text, ASKS, 'i') ? null : 'a decision to make (ask, approve, decide)',
      has(text, MONEY) || has(text, EFFORT, 'i') ? null : 'a price in money or effort',
      has(text, DATE) ? null : 'a date such as 2024-03-22',
      namesDecider(model, slide, packet) ? null : 'the role that decides',
    ].filter((part) => part !== null);
    const span = slide.section.heading.span;
    if (missing.length === 0) return pass(span, ...slide.bullets.slice(0, 2).map((item) => item.span));
    return fail({ span, message: `Slide 5 does not name ${list(missing)}` });
  },
  examples: {
    pass: [
      {
        source: example('We ask for $35,333', 'Decide by 2024-03-22; decider: VP Engineering.'),
        evidence: ['We ask for $35,333'],
      },
      { source: example('Approve 6 engineer-weeks', 'By 2024-03-22, from the Head of Payments.') },
      {
        source: example('We ask for 3 weeks', 'Ada Example decides by 2024-03-22.'),
        packet: PEOPLE,
      },
      {
        source: example('Fund 2 engineers for a quarter', 'Decision of the Keeper of Keys by 2024-03-22.'),
        packet: PEOPLE,
      },
    ],
    fail: [
      {
        source: example('Next steps', 'The team works on the actions and reports every month.'),
        at: ['## Slide 5 — Next steps'],
      },
      {
        source: example('We ask for $35,333', 'Decide by 2024-03-22.'),
        at: ['## Slide 5 — We ask for $35,333'],
      },
      {
        source: example('We ask for support', 'The VP Engineering decides by 2024-03-22.'),
        at: ['## Slide 5 — We ask for support'],
      },
      {
        source: example('We ask the CTO for $35,333', 'Soon.'),
        at: ['## Slide 5 — We ask the CTO for $35,333'],
      },
      { source: '# Briefing\n', at: [] },
    ],
  },
};

/** A title on the slide; or a person, a team or a role of the kit in a sentence about the decision, in the notes too. */
function namesDecider({ doc }: Briefing, slide: Slide, packet: Packet): boolean {
  const seen = textOfBlocks(doc, slide.visible);
  const roles = packet.people.flatMap(({ role, team }) => [role, team]).filter((name) => name.trim() !== '');
  if (has(seen, TITLES)) return true;
  return [...slide.visible, ...slide.notes].some(({ span }) => {
    const text = doc.plain.slice(span.from, span.to);
    if (!DECIDES.test(text)) return false;
    return (
      has(text, TITLES) ||
      roles.some((role) => namedIn(text, role)) ||
      peopleIn(text, packet.people).length > 0
    );
  });
}

/** Spelled as in the kit: a team called "Engineering" is not asked by "6 weeks of engineering". */
function namedIn(text: string, role: string): boolean {
  const at = text.indexOf(role.trim());
  const letter = /[\p{L}\p{N}]/u;
  return at >= 0 && !letter.test(text[at - 1] ?? '') && !letter.test(text[at + role.trim().length] ?? '');
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}

function example(headline: string, bullet: string): string {
  return `# Briefing\n\n## Slide 5 — ${headline}\n\n- ${bullet}\n`;
}

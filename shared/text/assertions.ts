import { isVerb } from './verbs';

/** Verbs in a form that is nothing else: they make a headline a claim wherever they stand. */
const PLAIN_VERBS = new Set(
  (
    'is are was were has have had do does did can cannot could must will would shall should may might am ' +
    'became began bent bled blew broke brought built bought came caught chose crept dealt dug drew drove fell felt flew forgot fought found froze gave ' +
    'got grew held hid kept knew laid led left lent let lost made meant met overran overtook overwrote paid ran ' +
    'rose sank said sang saw sent shot shrank shut slept slid sold sought spent spoke spread sprang stole stood stuck struck swam swept taught threw ' +
    'thought told took underran understood undid woke withdrew withstood went won wore wrote'
  ).split(' '),
);

/** Words in the lexicon of verbs that are nouns as often: "cost", "change", "review". They count only where a verb has to stand. */
const ALSO_NOUNS = new Set(
  (
    'cause fall rise leak break delay double hit drop cost land rest stay mask spread miss matter triple need address advance alert answer approach archive audit back balance baseline benchmark block book break brief broadcast budget build bump cache call ' +
    'capture catalogue chair change charge chart check claim clean coach commission complete conduct contract control copy correct cost count cover curate ' +
    'cut cutover deal design detail direct document do draft drain draw drill drive drop duplicate edit end estimate exercise export extract feed fetch file fill ' +
    'filter find finish fix flag forecast form freeze fund gate gather grant group guard guide halt handle hold host impact import inventory issue join judge label launch ' +
    'lead leave license limit link list load lock log lower map mark measure mentor merge mirror model monitor move name notice offer open order own page park ' +
    'partition patch pause pay pick pilot plan port present press price probe process produce profile project promote protest purchase purge push query rank rate ' +
    'read record recruit release repair replay replicate report request reserve reset result return reverse review rise roll rotate route run sample scale scan ' +
    'schedule scope score screen separate set share ship show sign size sketch split sponsor staff stage start state steer step stock stop store stream study supply ' +
    'support survey switch tag take tell test throttle time trace track trade train transfer transform treat trial trim tune turn type update upgrade use value version veto ' +
    'view visit vote walk warn watch weigh wind wire work'
  ).split(' '),
);

/** More verbs of headlines in their present form, that name no activity. */
const STATES = new Set(
  (
    'need remain depend land cost ask drop rest stay lie sit hang fail lose miss exceed outrun outweigh hide leak break happen arrive occur become seem appear continue ' +
    'fall grow rise shrink save halve double triple spend cause let put hit hurt recur repeat persist spread threaten delay protect deserve belong pass survive work ' +
    'mean matter know see want believe expect keep stand exist lack contain consist hold amplify mask mislead'
  ).split(' '),
);

const SUBJECTS = new Set(
  'i we you they it he she nobody everybody everyone someone nothing everything'.split(' '),
);
/** Before these a word is a verb (or a preposition, which {@link LINKS} knows). */
const OBJECTS = new Set(
  'the a an our their its his her your my this these those every each no all us it them me him you both another half'.split(
    ' ',
  ),
);
/** After these a word is no finite verb; they are no verb themselves. */
const LINKS = new Set(
  (
    'a an the our their its his her your my this these those every each no all both another half some any of for in on at to by with from into onto over under after before ' +
    'between without within until till since during through against about around across behind beyond near past per than as like via despite versus vs plus minus ' +
    'and or nor but not if when where while because that which who whom whose what why how whether though although so only just even once ever least most more less ' +
    'up down out off again double twice'
  ).split(' '),
);
/** Set phrases that are topics although they hold a verb. */
const TOPICS =
  /(?<!\p{L})(?:lessons? (?:we )?(?:learned|learnt)|(?:decisions?|approvals?|actions?|support|help|input) (?:needed|required|wanted|taken|requested|sought)|what (?:has )?(?:happened|went (?:wrong|well)|(?:we|has|have|was|were) (?:changed|learned|learnt|done|did|know|knew|need|ask for)|changed|changes|comes next|is next|we (?:will|are going to) (?:change|do)|we are (?:asking for|doing))|why (?:it|this) (?:happened|matters)|how (?:it|this) happened|where we (?:are|stand)|who (?:was|is) affected|questions and answers|thank you)(?!\p{L})/giu;
const NUMBERISH = /^(?:[$€£]?\d|one$|two$|three$|four$|five$|six$|seven$|eight$|nine$|ten$|eleven$|twelve$)/i;
const SCALES = new Set(['%', 'million', 'billion', 'k', 'm']);
/** Nouns as well, but often the verb of a headline without an object: "Traffic drops at noon". */
const MOVES = new Set(
  'drop cost land rest fall rise leak break hit stay spread miss stop start end return'.split(' '),
);
const PREPOSITIONS = new Set('by until till on in at to from for with within after before since'.split(' '));

/**
 * True when a headline claims something, rather than naming a topic: it holds a verb that does the work of one. English, and by position: "cost"
 * is a verb in "The outage cost $98,600" and none in "Cost and impact".
 */
export function assertsSomething(headline: string): boolean {
  const text = headline.replace(/[‘’]/g, "'").replace(TOPICS, ' ; ');
  for (const clause of text.split(/[;:,()]|\s[—–-]\s/u)) if (hasVerb(clause)) return true;
  return false;
}

function hasVerb(clause: string): boolean {
  const tokens = clause.match(/[$€£]?\d[\d,.]*|%|\p{L}[\p{L}'-]*/gu) ?? [];
  return tokens.some((_, i) => verbAt(tokens, i));
}

function verbAt(tokens: readonly string[], i: number): boolean {
  const token = tokens[i] ?? '';
  const word = token.toLowerCase();
  const previous = tokens[i - 1]?.toLowerCase() ?? null;
  const next = tokens[i + 1]?.toLowerCase() ?? null;
  if (token === 'May' && (previous === null || LINKS.has(previous) || NUMBERISH.test(previous))) return false;
  if (/n't$|'(?:re|ve|ll|d|m)$|^it's$/.test(word) || PLAIN_VERBS.has(word)) return true;
  if (!/^\p{L}/u.test(token) || LINKS.has(word) || SUBJECTS.has(word)) return false;
  if (previous !== null && SUBJECTS.has(previous)) return !/ly$|ing$/.test(word);
  if (previous !== null && LINKS.has(previous)) return false;
  // "Two failed deployments": a participle before its noun. Behind one it says what became of it: "5.37 million events dropped".
  if (/ed$/.test(word) && word.length > 4)
    return (
      previous !== null &&
      !NUMBERISH.test(previous) &&
      !SCALES.has(previous) &&
      !/^(?:hundred|speed)$/.test(word)
    );
  const base = presentOf(word);
  // An unknown word before an article, behind a noun: "Retries amplify every fault".
  if (base === null) return previous !== null && next !== null && OBJECTS.has(next) && !/ing$|ly$/.test(word);
  return standsAsVerb(word === base, base, previous, next, tokens[i + 2] ?? null);
}

/** Whether a word of the lexicon stands where a verb does; `plain` when it has no ending. */
function standsAsVerb(
  plain: boolean,
  base: string,
  previous: string | null,
  next: string | null,
  afterNext: string | null,
): boolean {
  if (next !== null && (OBJECTS.has(next) || NUMBERISH.test(next))) return true;
  if (previous === null) return !ALSO_NOUNS.has(base) && next !== null && !LINKS.has(next);
  if (!ALSO_NOUNS.has(base)) return true;
  if (next === null) return false;
  if (PREPOSITIONS.has(next) && afterNext !== null && NUMBERISH.test(afterNext)) return true;
  // "Events drop", "traffic drops": subject and verb agree, which two nouns in a row do by chance only.
  const agrees = plain === /(?<![su])s$/.test(previous);
  if (!agrees) return false;
  if (LINKS.has(next)) return MOVES.has(base) && next !== 'of' && next !== 'and' && next !== 'or';
  return true;
}

/** The base form of a word that may be a verb in the present: "hides" → "hide"; null when the lexicons know none. */
function presentOf(word: string): string | null {
  const forms = [word];
  if (word.endsWith('s')) forms.push(word.slice(0, -1));
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  return forms.find((form) => isVerb(form) || STATES.has(form)) ?? null;
}

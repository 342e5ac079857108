/** Words of job titles, teams and stand-ins: a value that holds one is not taken for a person's name. */
const NO_NAME = new Set(
  (
    'a ad ads all an and any analytics analyst architect architecture author backend billing board both business captain chapter checkout ' +
    'chief cloud commander commerce committee compliance core council crew customer customers data database department design developer ' +
    'developers devops director directors everyone engineer engineering engineers enterprise executive external facilitator finance frontend ' +
    'governance group groups growth guild head identity infra infrastructure insights integration internal joint junior lead leadership leads ' +
    'legal management manager managers marketing mobile network no nobody none objector office officer on-call oncall operations ops owner ' +
    'owners partner partners payments people platform platforms president principal privacy product productivity program programme project ' +
    'quality reliability reporter research responder reviewer risk sales scribe search security senior service services shared site software ' +
    'squad staff steering streaming support system systems tbd team teams tech technical technology the to tools tribe unassigned unit unknown ' +
    'user users various vendor vendors vice warehouse web working ml ai it hr qa sre em pm cto ceo cio cfo coo cpo svp evp vp'
  ).split(' '),
);
/** Small words inside a name: "Ana de la Cruz". */
const PARTICLE = /^(?:al|bin|da|de|del|della|den|der|di|dos|du|e|el|ibn|la|le|van|von|y|zu|ter|ten)$/u;
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;

/**
 * True for what is surely written as a person's full name: two to five capitalised words, none of them a word of titles or teams. Scripts
 * without capitals give no such sign, so their words are never taken for a name.
 */
export function looksLikePerson(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 5) return false;
  const named = words.filter((word) => NAME_WORD.test(word));
  return (
    named.length >= 2 &&
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) &&
    words.some((word) => /\p{Ll}/u.test(word)) &&
    !words.some((word) =>
      word
        .toLowerCase()
        .split('-')
        .concat(word.toLowerCase())
        .some((part) => NO_NAME.has(part)),
    )
  );
}

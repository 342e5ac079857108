/** Verbs, in the imperative, that names of activities and actions start with. */
const VERBS = new Set(
  (
    'accept acknowledge acquire adapt add address adjust administer adopt advise agree alert align allocate analyse analyze announce answer ' +
    'appoint approve archive ask argue arrange assemble assess assign attach audit authorise authorize automate backfill back balance baseline ' +
    'benchmark block book break brief bring broadcast budget build bump buy cache calculate calibrate call cancel capture carry catalogue ' +
    'certify chair change charge chart check choose clarify classify clean cleanse clear close coach codify collect commission commit ' +
    'communicate compare compile complete compute conduct confirm connect consolidate construct consult contain contract control convene ' +
    'convert coordinate copy correct cost count cover create curate cut cutover deal debug decide declare decommission decouple define ' +
    'delegate delete deliver deploy deprecate derive describe design detect determine develop diagnose direct disable discover discuss ' +
    'distribute do document draft drain draw drill drive drop duplicate edit eliminate enable encrypt end enforce engage enrich ensure ' +
    'escalate establish estimate evaluate examine execute exercise expand explain export expose extend extract facilitate fetch file fill ' +
    'filter finalise finalize find finish fix flag follow forecast formalise formalize freeze fund gate gather generate get give govern ' +
    'grant group guard guide halt handle harden hear hire hold host identify implement import improve inform ingest initiate inspect install ' +
    'instrument integrate introduce inventory investigate invite isolate issue join judge justify keep label launch lead learn leave legalise ' +
    'license limit link list load lock log lower maintain make manage map mark measure meet mentor merge migrate minimise minimize mirror ' +
    'mitigate model monitor move name negotiate notify observe obtain onboard open operate optimise optimize orchestrate order organise ' +
    'organize own page park partition patch pause pay perform pick pilot plan port prepare present preserve prevent price prioritise ' +
    'prioritize probe process procure produce profile prohibit promote propose protect prove provide provision publish pull purchase purge ' +
    'push put qualify quantify quarantine query raise rank rate ratify re-run reach read rebalance rebuild recalculate receive recommend ' +
    'reconcile record recover recruit redesign redirect reduce refactor refer refine refresh refuse register rehearse reindex reject release ' +
    'relocate remediate remove rename renew repair replace replay replicate report request require rescore reserve reset resize resolve ' +
    'respond restart restore restrict retain retire retrain return reuse reverse revert review revise revisit revoke rewrite roll rotate ' +
    'route run sample say scale scan schedule scope score screen secure select send separate serve set settle shadow share ship show shut sign ' +
    'simplify simulate size sketch speak split sponsor staff stage standardise standardize start state stay steer stop store stream strengthen study ' +
    'submit subscribe summarise summarize sunset supervise supply support survey suspend switch synchronise synchronize tag take teach ' +
    'tell terminate test throttle time tokenise tokenize trace track trade train transfer transform translate triage treat trial trim tune turn type ' +
    'unblock unify update upgrade use validate verify version veto visit vote walk warn watch weigh widen wind wire withdraw work write'
  ).split(' '),
);

/** True when the text begins with a verb in the imperative: "Retire the hourly batch". The lexicon is English. */
export function startsWithVerb(text: string): boolean {
  const first = /^[^\p{L}]*(\p{L}[\p{L}-]*)/u.exec(text)?.[1];
  return first !== undefined && VERBS.has(first.toLowerCase());
}

/** True for the base form of a verb of the lexicon, in lower case. */
export function isVerb(word: string): boolean {
  return VERBS.has(word);
}

/** Before a word that can then only be a verb. */
const AUXILIARY = /^(?:will|shall|do|does|must|may|can)$/i;

/**
 * True when the text begins with what somebody does: a verb in the imperative or in the third person ("Reports", "Carries"), with or without
 * "never" or "always" before it, or "will", "does not" and the like with a word behind it.
 */
export function startsWithAction(text: string): boolean {
  const tokens = text.slice(0, 80).match(/\p{L}[\p{L}-]*/gu) ?? [];
  const at = tokens.findIndex((token) => !/^(?:never|always|not)$/i.test(token));
  const word = (tokens[at] ?? '').toLowerCase();
  if (AUXILIARY.test(word)) return tokens.length > at + 1;
  return (
    VERBS.has(word) ||
    (word.endsWith('s') && VERBS.has(word.slice(0, -1))) ||
    (word.endsWith('es') && VERBS.has(word.slice(0, -2))) ||
    (word.endsWith('ies') && VERBS.has(`${word.slice(0, -3)}y`))
  );
}

declare module 'nspell' {
  interface NSpell {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  /** The rules (`.aff`) and the words (`.dic`) of a Hunspell dictionary. */
  export default function nspell(dictionary: { aff: string; dic: string }): NSpell;
}

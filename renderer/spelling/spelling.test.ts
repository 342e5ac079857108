import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { listedWords } from './listed-words';
import { loadDictionary } from './load-dictionary';
import { SpellLoop } from './spell-loop';
import type { FromSpeller, SpellerPort, SpellingLanguage } from './spell-protocol';
import { Speller } from './speller';

vi.setConfig({ testTimeout: 60_000 });

const engineering = listedWords(readFileSync(new URL('./engineering-words.txt', import.meta.url), 'utf8'));

/** The dictionaries that ship, each loaded once. */
const loaded = new Map<SpellingLanguage, ReturnType<typeof loadDictionary>>();
const shipped = (language: SpellingLanguage) => {
  const known = loaded.get(language) ?? loadDictionary(language);
  loaded.set(language, known);
  return known;
};

function port(load: typeof loadDictionary = shipped): SpellerPort & { readonly posted: string[] } {
  const posted: string[] = [];
  let listener: (message: FromSpeller) => void = () => undefined;
  let failed: (reason: string) => void = () => undefined;
  const loop = new SpellLoop({
    load,
    trade: engineering,
    post: (message) => listener(structuredClone(message)),
    failed: (reason) => failed(reason),
  });
  return {
    posted,
    post: (message) => {
      posted.push(message.type);
      loop.receive(structuredClone(message));
    },
    listen: (heard, broke) => {
      listener = heard;
      failed = broke;
    },
  };
}

async function wrong(speller: Speller, ...words: readonly string[]): Promise<readonly string[]> {
  expect(await speller.learn(words)).toBe(true);
  return words.filter((word) => speller.verdict(word) === false);
}

describe('spelling', () => {
  it('knows English and the words of the trade, in any case', async () => {
    const speller = new Speller(
      () => port(),
      () => undefined,
    );
    speller.setLanguage('en-US');
    expect(
      await wrong(speller, 'teh', 'The', 'Kafka', 'kafka', 'backpressure', 'Rebalance', "don't", 'recieve'),
    ).toEqual(['teh', 'recieve']);
    expect((await speller.suggest('recieve'))[0]).toBe('receive');
    expect(await speller.suggest('Runbok')).toContain('Runbook');
  });

  it('tells American from British English', async () => {
    const speller = new Speller(
      () => port(),
      () => undefined,
    );
    const words = ['color', 'colour', 'organize', 'organise'];
    speller.setLanguage('en-US');
    expect(await wrong(speller, ...words)).toEqual(['colour', 'organise']);
    speller.setLanguage('en-GB');
    expect(await wrong(speller, ...words)).toEqual(['color', 'organize']);
  });

  it('takes accepted words for right and suggests them', async () => {
    const speller = new Speller(
      () => port(),
      () => undefined,
    );
    speller.setLanguage('en-US');
    const renewed = vi.fn();
    speller.subscribe(renewed);
    expect(await wrong(speller, 'Thistlewharf')).toEqual(['Thistlewharf']);
    speller.accept('kit', ['Thistlewharf']);
    expect(renewed).toHaveBeenCalledOnce();
    expect(speller.verdict('Thistlewharf')).toBeNull();
    expect(await wrong(speller, 'Thistlewharf', 'thistlewharf', 'Thistlewarf')).toEqual(['Thistlewarf']);
    expect((await speller.suggest('Thistlewarf'))[0]).toBe('Thistlewharf');
    speller.accept('kit', ['Thistlewharf']);
    expect(renewed).toHaveBeenCalledOnce();
  });

  it('asks once about a word, and starts only when one is asked about', async () => {
    const one = port();
    const connect = vi.fn(() => one);
    const speller = new Speller(connect, () => undefined);
    speller.setLanguage('en-US');
    speller.accept('mine', ['x']);
    expect(connect).not.toHaveBeenCalled();
    await speller.learn(['alpha', 'beta']);
    await speller.learn(['alpha', 'beta']);
    expect(one.posted).toEqual(['language', 'accept', 'check']);
  });

  it('is silent when it is off', async () => {
    const connect = vi.fn(() => port());
    const speller = new Speller(connect, () => undefined);
    expect(await speller.learn(['teh'])).toBe(false);
    expect(await speller.suggest('teh')).toEqual([]);
    expect(connect).not.toHaveBeenCalled();
  });

  it('drops an answer that another language overtook', async () => {
    const speller = new Speller(
      () => port(),
      () => undefined,
    );
    speller.setLanguage('en-US');
    const late = speller.learn(['colour']);
    speller.setLanguage('en-GB');
    expect(await late).toBe(false);
    expect(await wrong(speller, 'colour')).toEqual([]);
  });

  it('marks nothing when a dictionary cannot be loaded, and says so', async () => {
    const told = vi.fn();
    const speller = new Speller(() => port(() => Promise.reject(new Error('gone'))), told);
    speller.setLanguage('en-US');
    expect(await speller.learn(['teh'])).toBe(false);
    expect(told).toHaveBeenCalledWith('gone');
    expect(speller.on).toBe(false);
    expect(await speller.learn(['teh'])).toBe(false);
  });
});

describe('the list of the trade', () => {
  it('holds each word once, and none that both dictionaries know', async () => {
    expect(new Set(engineering).size).toBe(engineering.length);
    expect(engineering.length).toBeGreaterThan(600);
    const [american, british] = [await shipped('en-US'), await shipped('en-GB')];
    expect(engineering.filter((word) => american.correct(word) && british.correct(word))).toEqual([]);
  });
});

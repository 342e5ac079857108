import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { MemoryHost } from '../host/memory-host';
import { MemoryKit } from '../host/memory-kit';
import { Buffers } from '../state/buffers';
import { Journal } from './journal';
import { openRecent } from './kits';
import { saveFile } from './saving';
import { RFC_TEXT, testStudio, typeAtEnd } from './studio.test-support';

const RFC = 'RFC-007-streams.md';

async function opened(text = RFC_TEXT) {
  const { studio, host } = testStudio({ [RFC]: text });
  await openRecent(studio, 'kit');
  const told = () =>
    host.calls
      .map(({ channel }) => channel)
      .filter((channel) => channel.startsWith('journal.') && channel !== 'journal.list');
  return { studio, host, told, kept: () => host.journal.get(`kit/${RFC}`)?.text };
}

/** The journal without the rest of a window. */
function alone() {
  const kit = new MemoryKit('kit', 'Kit', {});
  const host = new MemoryHost({ kits: [kit], example: kit, settings: DEFAULT_SETTINGS });
  const buffers = new Buffers(() => () => []);
  const journal = new Journal({
    host,
    buffers,
    kitId: () => 'kit',
    baseHash: () => 'a'.repeat(64),
    onFailure: () => undefined,
  });
  buffers.open(RFC, RFC_TEXT, { readOnly: false, plain: false, cursor: 0, scroll: 0 });
  buffers.subscribe((event) => event.kind === 'changed' && journal.changed(RFC, event.changes));
  return { host, buffers, journal, kept: () => host.journal.get(`kit/${RFC}`)?.text };
}

describe('the journal of a window', () => {
  it('tells the text once, and then what was typed', async () => {
    const { studio, host, told, kept } = await opened();
    typeAtEnd(studio, RFC, 'one');
    await studio.journal.flush();
    typeAtEnd(studio, RFC, ' two');
    studio.buffers.dispatch(RFC, { changes: { from: 0, insert: '#' } });
    await studio.journal.flush();
    // Nothing was typed: nothing is told.
    await studio.journal.flush();
    expect(told()).toEqual(['journal.put', 'journal.change']);
    expect(host.calls.find(({ channel }) => channel === 'journal.change')?.request).toMatchObject({
      edits: [
        { from: 0, to: 0, insert: '#' },
        { from: RFC_TEXT.length + 3, to: RFC_TEXT.length + 3, insert: ' two' },
      ],
    });
    expect(kept()).toBe(`#${RFC_TEXT}one two`);
  });

  it('tells the whole text again when the kept one is lost, refused, or based on another file', async () => {
    const { studio, host, told, kept } = await opened();
    const typed = async (text: string) => {
      typeAtEnd(studio, RFC, text);
      await studio.journal.flush();
    };
    await typed('a');
    host.journal.clear();
    await typed('b');
    expect(kept()).toBe(`${RFC_TEXT}ab`);
    host.failNext.set('journal.change', 'internal');
    await typed('c');
    expect(kept()).toBe(`${RFC_TEXT}abc`);
    await saveFile(studio, RFC);
    await typed('d');
    expect(told()).toEqual([
      'journal.put',
      'journal.change',
      'journal.put',
      'journal.change',
      'journal.put',
      'journal.drop',
      'journal.put',
    ]);
    expect(kept()).toBe(`${RFC_TEXT}abcd`);
  });

  it('keeps what was typed while a text could not be kept', async () => {
    const { studio, host, kept } = await opened();
    host.failNext.set('journal.put', 'internal');
    typeAtEnd(studio, RFC, 'a');
    await studio.journal.flush();
    expect(studio.store.getState().notices.list[0]?.text).toContain('could not be kept safe');
    typeAtEnd(studio, RFC, 'b');
    await studio.journal.flush();
    expect(kept()).toBe(`${RFC_TEXT}ab`);
  });

  it('tells a long text in pieces, and what is typed meanwhile after it', async () => {
    const long = `# Long\n\n${'words of a line\n'.repeat(60_000)}`;
    const { studio, told, kept } = await opened(long);
    typeAtEnd(studio, RFC, 'a');
    const first = studio.journal.flush();
    await vi.waitFor(() => expect(told()).toContain('journal.piece'));
    studio.buffers.dispatch(RFC, { changes: { from: 2, to: 6, insert: 'Longer' } });
    await first;
    expect(kept()).toBe(`${long}a`);
    await studio.journal.flush();
    expect(told().filter((channel) => channel !== 'journal.piece')).toEqual([
      'journal.put',
      'journal.change',
    ]);
    expect(kept()).toBe(`# Longer${long.slice(6)}a`);
  });

  it('keeps the text of the window, whatever is typed and whenever it is told', async () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(20),
      insert: fc.string({ unit: 'binary', maxLength: 5 }).map((text) => `x${text.replaceAll('\r', '')}`),
      tell: fc.constantFrom('no', 'begin', 'end', 'lost', 'fail'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
        const { buffers, journal, host, kept } = alone();
        for (const { at, remove, insert, tell } of edits) {
          const { length } = buffers.text(RFC) ?? '';
          const from = at % (length + 1);
          buffers.dispatch(RFC, { changes: { from, to: Math.min(length, from + remove), insert } });
          if (tell === 'lost') host.journal.clear();
          if (tell === 'fail') host.failNext.set('journal.change', 'internal');
          if (tell === 'begin') void journal.flush();
          else if (tell !== 'no') await journal.flush();
          if (tell === 'end' && buffers.isDirty(RFC)) expect(kept()).toBe(buffers.text(RFC));
        }
        await journal.flush();
        await journal.flush();
        expect(kept()).toBe(buffers.isDirty(RFC) ? buffers.text(RFC) : undefined);
      }),
      { numRuns: 200 },
    );
  });
});

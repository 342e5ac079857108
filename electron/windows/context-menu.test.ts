import { describe, expect, it } from 'vitest';
import { keymapFor } from '../../shared/shortcuts/keymap';
import { contextMenuTemplate } from './context-menu';

const chosen: string[] = [];
const make = (groups: readonly (readonly string[])[], enabled = true) =>
  contextMenuTemplate(
    groups.map((ids) => ids.map((id) => ({ id, enabled }))),
    { keymap: keymapFor('linux', { 'file.close': 'F9' }), choose: (id) => chosen.push(id) },
  );

describe('a context menu', () => {
  it('has the labels and keys of the table, and tells what was chosen', () => {
    const [close] = make([['file.close']]);
    expect(close).toMatchObject({
      label: 'Close Tab',
      accelerator: 'F9',
      registerAccelerator: false,
      enabled: true,
    });
    (close?.click as (() => void) | undefined)?.();
    expect(chosen).toEqual(['file.close']);
  });

  it('leaves copying and pasting to the system, whose act it is, and takes no other role', () => {
    const items = make([['edit.copy', 'edit.paste', 'edit.pastePlain', 'app.quit', 'view.fullScreen']]);
    expect(items.map(({ role, click }) => [role, click])).toEqual([
      ['copy', undefined],
      ['paste', undefined],
      ['pasteAndMatchStyle', undefined],
    ]);
  });

  it('leaves out what it does not know, and never begins, ends or doubles a separator', () => {
    const items = make([['no.such'], ['file.close'], [], ['__proto__', 'toString'], ['file.save']]);
    expect(items.map(({ type, id }) => id ?? type)).toEqual(['file.close', 'separator', 'file.save']);
    expect(make([])).toEqual([]);
  });

  it('greys what cannot be used now', () => {
    expect(make([['file.save']], false)[0]?.enabled).toBe(false);
  });
});

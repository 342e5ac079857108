import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '../fixtures/launch';
import type { Chance } from './chance';
import { type OpenTab, openTabs, type ShownText, shownTexts } from './shown-texts';

/** Whose window is written in, and where it keeps its files. */
export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly kit: string;
  readonly userData: string;
}

/** Actions that are told when something went wrong. */
const REMEMBERED = 40;

/**
 * Somebody who writes, and who remembers what each text of the kit must be: as they have it, and as it is on disk. Every look at the window is
 * compared with that.
 */
export class Writer {
  readonly page: Page;
  /** What each text is as the user has it, by path. */
  readonly texts: Map<string, string>;
  /** How long each text was at first. */
  readonly lengths: ReadonlyMap<string, number>;
  /** What was done, latest last. */
  readonly done: string[] = [];
  readonly counts = new Map<string, number>();

  constructor(
    readonly desk: Desk,
    readonly chance: Chance,
    /** What each text is on disk, by path. */
    readonly disk: Map<string, string>,
  ) {
    this.page = desk.page;
    this.texts = new Map(disk);
    this.lengths = new Map([...disk].map(([path, text]) => [path, text.length]));
  }

  note(what: string): void {
    this.done.push(what);
    if (this.done.length > REMEMBERED) this.done.shift();
  }

  isDirty(path: string): boolean {
    return this.texts.get(path) !== this.disk.get(path);
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** The text in use, after all that is shown was compared with what it must be. */
  async here(): Promise<ShownText> {
    const shown = await this.loaded();
    for (const { path, pane, text } of shown)
      this.compare(`${path} in the ${pane} pane`, text, this.texts.get(path));
    await expect
      .poll(async () => this.wrongMarks(await openTabs(this.page)), { message: 'marks of unsaved tabs' })
      .toEqual([]);
    const here = shown.find(({ inUse }) => inUse);
    if (!here) throw new Error('No pane is in use');
    return here;
  }

  /** The text in use was changed: to `expected` where that is known. */
  async changed(expected?: string): Promise<string> {
    const shown = await this.loaded();
    const here = shown.find(({ inUse }) => inUse);
    if (!here) throw new Error('No pane is in use');
    if (expected !== undefined) this.compare(here.path, here.text, expected);
    for (const { path, text } of shown)
      if (path === here.path) this.compare(`${path} in both panes`, text, here.text);
    this.texts.set(here.path, here.text);
    return here.text;
  }

  /** The same once nothing changes any more: what is pasted or inserted may get its form later. */
  async settled(quiet = 300): Promise<string> {
    let last = '';
    let since = Date.now();
    while (Date.now() - since < quiet) {
      const now = (await shownTexts(this.page)).find(({ inUse }) => inUse)?.text ?? '';
      if (now !== last) since = Date.now();
      last = now;
      await this.page.waitForTimeout(50);
    }
    return this.changed();
  }

  /** What a command did is one step: undone as a whole, and done again. */
  async oneStep(before: string, after: string): Promise<void> {
    if (before === after) return;
    await this.press('ControlOrMeta+z');
    await this.changed(before);
    await this.press('ControlOrMeta+Shift+Z');
    await this.changed(after);
  }

  /** Runs a command by its name in the palette. */
  async command(name: string): Promise<void> {
    await this.press('ControlOrMeta+Shift+p');
    const dialog = this.page.getByRole('dialog', { name: 'Command palette' });
    await dialog.getByRole('combobox').fill(name);
    await expect(dialog.getByRole('option').first()).toContainText(name);
    await this.press('Enter');
    await expect(dialog).toHaveCount(0);
  }

  /** Throws with the place where two texts part. */
  compare(what: string, found: string, expected: string | undefined): void {
    if (found === expected) return;
    let at = 0;
    while (found[at] !== undefined && found[at] === expected?.[at]) at++;
    const part = (text: string | undefined) => JSON.stringify(text?.slice(Math.max(0, at - 80), at + 80));
    throw new Error(
      `${what} is not what it must be, at ${at} of ${found.length}/${expected?.length}:\n  found    ${part(found)}\n  expected ${part(expected)}`,
    );
  }

  private async loaded(): Promise<readonly ShownText[]> {
    let shown: ShownText[] = [];
    await expect
      .poll(
        async () => {
          shown = await shownTexts(this.page);
          const selected = (await openTabs(this.page)).filter((tab) => tab.selected);
          return (
            shown.length > 0 &&
            shown.length === selected.length &&
            shown.every(({ path }) => this.texts.has(path))
          );
        },
        { message: 'texts in all panes', intervals: [20, 50, 100] },
      )
      .toBe(true);
    return shown;
  }

  private wrongMarks(tabs: readonly OpenTab[]): string[] {
    return tabs.filter(({ path, dirty }) => dirty !== this.isDirty(path)).map(({ path }) => path);
  }
}

/** Something the writer does; how often is its weight. */
export interface Action {
  readonly name: string;
  readonly weight: number;
  readonly run: (writer: Writer) => Promise<void>;
}

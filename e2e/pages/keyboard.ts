import { expect, type Locator, type Page } from '@playwright/test';

/** Tab stops that are tried at most before something counts as not reachable. */
const MOST_STOPS = 120;

/** What a person without a mouse does in the window. Nothing here points, clicks or sets a value from outside. */
export class Keyboard {
  constructor(readonly page: Page) {}

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Presses Tab, or other keys, until an element has the focus. */
  async reach(element: Locator, keys = 'Tab'): Promise<void> {
    await expect(element).toBeVisible();
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await element.evaluate((node) => node === document.activeElement)) return;
      await this.press(keys);
    }
    throw new Error(`Not reached with ${keys}: ${element}`);
  }

  /** Reaches a button and presses it. */
  async push(button: Locator): Promise<void> {
    await this.reach(button);
    await this.press('Enter');
  }

  /** Runs a command by its name in the palette. */
  async command(name: string): Promise<void> {
    await this.press('ControlOrMeta+Shift+p');
    const dialog = this.page.getByRole('dialog', { name: 'Command palette' });
    await expect(dialog).toBeVisible();
    await this.type(name);
    await expect(dialog.getByRole('option').first()).toContainText(name);
    await this.press('Enter');
    await expect(dialog).toHaveCount(0);
  }

  /** Opens a file by a few letters of its name. */
  async open(name: string): Promise<void> {
    await this.press('ControlOrMeta+p');
    const dialog = this.page.getByRole('dialog', { name: 'Go to file' });
    await expect(dialog).toBeVisible();
    await this.type(name);
    await expect(dialog.getByRole('option').first()).toContainText(name);
    await this.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(this.page.locator('.cm-content').first()).toBeVisible();
    await expect(this.focused('.cm-content')).toHaveCount(1);
  }

  /** Selects the first place of a text in the open file. */
  async find(text: string): Promise<void> {
    await this.press('ControlOrMeta+Home');
    await this.press('ControlOrMeta+f');
    await expect(this.focused('[name=search]')).toHaveCount(1);
    await this.press('ControlOrMeta+a');
    await this.type(text);
    await this.press('Enter');
    await this.press('Escape');
    await expect(this.focused('.cm-content')).toHaveCount(1);
  }

  /** The focused element, when it fits a selector. */
  focused(selector: string): Locator {
    return this.page.locator(`${selector}:focus`);
  }

  /** Counts what a mouse or finger does from now on. */
  async watchPointer(): Promise<() => Promise<number>> {
    await this.page.evaluate(() => {
      const counted = globalThis as unknown as { pointers: number };
      counted.pointers = 0;
      for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel'])
        addEventListener(type, () => counted.pointers++, { capture: true });
    });
    return () => this.page.evaluate(() => (globalThis as unknown as { pointers: number }).pointers);
  }
}

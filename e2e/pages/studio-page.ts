import { expect, type Locator, type Page } from '@playwright/test';

/** What a user finds in the studio's window, by role and label. */
export class StudioPage {
  readonly navigator: Locator;
  readonly editor: Locator;
  readonly companion: Locator;
  readonly preview: Locator;
  readonly rubric: Locator;
  readonly statusBar: Locator;
  readonly content: Locator;

  constructor(readonly page: Page) {
    this.navigator = page.getByRole('region', { name: 'Navigator' });
    this.editor = page.getByRole('region', { name: 'Editor' });
    this.companion = page.getByRole('region', { name: 'Companion' });
    this.preview = page.getByRole('document', { name: 'Preview' });
    this.rubric = page.getByRole('region', { name: 'Rubric' });
    this.statusBar = page.getByRole('contentinfo');
    this.content = this.editor.locator('.cm-content');
  }

  /** Waits until the kit is shown and its first check is done. */
  async ready(): Promise<void> {
    await expect(this.navigator).toBeVisible();
    await expect(this.statusBar).toContainText(/checked|problem|finding/i, { timeout: 30_000 });
  }

  /** Opens a file through the command that every user has: Ctrl+P and its name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+p');
    const box = this.page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(this.page.getByRole('dialog').getByRole('combobox'))
      .first();
    await box.fill(name);
    await expect(
      this.page
        .getByRole('dialog')
        .getByRole('option')
        .or(this.page.getByRole('dialog').getByRole('menuitem'))
        .first(),
    ).toContainText(name);
    await this.page.keyboard.press('Enter');
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(this.content).toBeVisible();
  }

  tab(name: string): Locator {
    return this.page.getByRole('tablist', { name: 'Open files' }).getByRole('tab', { name });
  }

  /** Selects the first occurrence of a text in the editor with the search panel, then leaves the panel. */
  async select(text: string): Promise<void> {
    await this.content.click();
    await this.page.keyboard.press('ControlOrMeta+Home');
    await this.page.keyboard.press('ControlOrMeta+f');
    const field = this.editor.locator('.cm-search [name=search]');
    await field.fill(text);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
    await expect(this.content).toBeFocused();
  }

  /** Replaces the first occurrence of a text as a user would: find it, type over it. */
  async replace(text: string, by: string): Promise<void> {
    await this.select(text);
    await this.page.keyboard.insertText(by);
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
    await expect(this.statusBar).toContainText('Saved');
  }
}

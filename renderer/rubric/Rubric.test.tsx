import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRecent } from '../commands/kits';
import { RFC_TEXT, testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { Rubric } from './Rubric';

// The first test loads all kinds.
vi.setConfig({ testTimeout: 60_000 });

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function rubric(files?: Readonly<Record<string, string>>) {
  const made = testStudio(files);
  shown = await render(
    <StudioProvider value={made.studio}>
      <Rubric />
    </StudioProvider>,
  );
  await act(async () => {
    await openRecent(made.studio, 'kit');
  });
  const { container } = shown;
  await settle(() => expect(container.textContent).toContain('criteria met'));
  await settle(() => expect(made.studio.store.getState().checks.versions.get('RFC-007-streams.md')).toBe(1));
  return { ...made, container };
}

describe('the rubric panel', () => {
  it('shows the grade with the criteria behind it, not a percentage', async () => {
    const { container } = await rubric();
    expect(container.textContent).toMatch(/Draft\d+ of \d+ criteria met/);
    expect(container.textContent).not.toMatch(/\d %/);
    const failing = container.querySelector('[aria-label="Criteria that are not met"]');
    expect(failing?.textContent).toContain('GEN-02');
  });

  it('goes to the line of a finding', async () => {
    const { container, studio } = await rubric();
    await click(byRole(container, 'button', /TODO.*placeholder line \d+/));
    await settle(() => {
      const at = studio.buffers.state('RFC-007-streams.md')?.selection.main;
      expect(RFC_TEXT.slice(at?.from, at?.to)).toBe('TODO');
    });
  });

  it('tells remarks on prose apart from criteria and from the format', async () => {
    const text = RFC_TEXT.replace('We propose', 'We propose the the');
    const { container } = await rubric({ 'RFC-007-streams.md': text });
    const sections = [...container.querySelectorAll('section')].filter((section) =>
      section.textContent?.includes('"the the" says the word twice'),
    );
    expect(sections.map((section) => section.querySelector('h2')?.textContent)).toEqual([
      'Prose: remarks that weigh nothing',
    ]);
    expect(byRole(container, 'button', 'Write "the" once')).toBeDefined();
    expect(sections[0]?.textContent).toContain('the sentence was not read again after it was written');
  });

  it('says why committees look for it, and what to do', async () => {
    const { container } = await rubric();
    const item = [...container.querySelectorAll('li')].find(
      (element) => element.textContent?.includes('GEN-02') && element.querySelector('details'),
    );
    expect(item?.textContent).toContain('Why committees look for this.');
    expect(item?.textContent).toContain('Not met');
  });

  it('shows met criteria with their evidence only when asked for all', async () => {
    const { container } = await rubric();
    expect(container.querySelector('[data-verdict="pass"]')).toBeNull();
    await click([...container.querySelectorAll('input[type=radio]')].at(-1));
    const met = container.querySelectorAll('[data-verdict="pass"]');
    expect(met.length).toBeGreaterThan(0);
    expect(met[0]?.textContent).toContain('Met');
  });

  it('marks questions that only a person can answer', async () => {
    const { container } = await rubric();
    expect(container.querySelector('[data-verdict="manual"]')?.textContent).toContain('For you to judge');
  });

  it('shows a passage that meets a criterion beside one that does not, folded', async () => {
    const { container } = await rubric();
    const item = [...container.querySelectorAll('li')].find(
      (element) => element.textContent?.includes('GEN-02') && element.querySelector('details'),
    );
    const examples = [...(item?.querySelectorAll('details') ?? [])].find((element) =>
      element.textContent?.startsWith('Examples'),
    );
    expect(examples?.querySelector('pre')).toBeNull();
    await act(async () => {
      if (examples) examples.open = true;
    });
    await settle(() => expect(examples?.querySelector('pre')).not.toBeNull());
    expect(examples?.textContent).toContain('Meets it');
    expect(examples?.querySelectorAll('mark').length).toBeGreaterThan(0);
  });

  it('shows how staff-level work differs, folded', async () => {
    const { container } = await rubric();
    const contrasts = [...container.querySelectorAll('details')].find((element) =>
      element.textContent?.startsWith('From senior to staff'),
    );
    expect(contrasts?.open).toBe(false);
    expect(contrasts?.textContent).toContain('Staff');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/rubric/finding';
import type { ArtifactReport } from '../../shared/rubric/report';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { byRole, click, type Rendered, render } from '../ui/render.test-support';
import { FindingList } from './FindingList';

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

function findings(count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, n) => ({
    id: 'PROSE-01',
    severity: 'info' as const,
    path: 'a.md',
    span: { from: n, to: n + 1 },
    message: `Remark ${n + 1}`,
    related: [],
  }));
}

async function list(count: number): Promise<HTMLElement> {
  shown = await render(
    <StudioProvider value={testStudio().studio}>
      <FindingList findings={findings(count)} report={{} as ArtifactReport} named />
    </StudioProvider>,
  );
  return shown.container;
}

describe('a list of findings', () => {
  it('shows the first of many, and all when asked', async () => {
    const container = await list(53);
    expect(container.querySelectorAll('li')).toHaveLength(20);
    await click(byRole(container, 'button', 'Show All 53'));
    expect(container.querySelectorAll('li')).toHaveLength(53);
    expect(container.textContent).not.toContain('Show All');
  });

  it('shows a few at once', async () => {
    const container = await list(20);
    expect(container.querySelectorAll('li')).toHaveLength(20);
    expect(container.textContent).not.toContain('Show All');
  });
});

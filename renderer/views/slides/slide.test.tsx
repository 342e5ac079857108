import { afterEach, expect, it, vi } from 'vitest';
import { readBriefing } from '../../../shared/kinds/executive-summary/model';
import { type ShownSlide, shownBriefing } from '../../../shared/kinds/executive-summary/shown-slides';
import { parseSource } from '../../../shared/rubric/parse-source';
import { testStudio } from '../../commands/studio.test-support';
import { StudioProvider } from '../../commands/studio-context';
import { type Rendered, render } from '../../ui/render.test-support';
import { Slide } from './Slide';

const TEXT =
  '## Slide 1 — It is so\n\nA sentence.\n\n- Lost $5.\n- Ask: 6 weeks.\n\n| Cause | Cost |\n| --- | --- |\n| Filter | $5 |\n\n```sh\nrun it\n```\n';

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

it('sets what the text has, in its order, and leads to its places', async () => {
  const source = parseSource('executive-summary.md', TEXT);
  if (!source) throw new Error('not read');
  const [slide] = shownBriefing(readBriefing(source)).slides;
  const onJump = vi.fn();
  shown = await render(
    <StudioProvider value={testStudio().studio}>
      <Slide slide={slide as ShownSlide} deck="Deck" of={5} onJump={onJump} />
    </StudioProvider>,
  );
  const article = shown.container.querySelector('article');
  expect(article?.getAttribute('aria-label')).toBe('Slide 1 of 5: It is so');
  expect(
    [...(article?.querySelectorAll('p, li, th, td, pre') ?? [])].map((each) => each.textContent),
  ).toEqual([
    'Deck',
    'A sentence.',
    '$5Lost $5.',
    '6weeksAsk: 6 weeks.',
    'Cause',
    'Cost',
    'Filter',
    '$5',
    'run it',
    '1 of 5',
  ]);
  article?.querySelector<HTMLElement>('td span')?.click();
  const span = onJump.mock.calls[0]?.[0] as { readonly from: number; readonly to: number };
  expect(TEXT.slice(span.from, span.to)).toMatch(/^\| Cause/);
});

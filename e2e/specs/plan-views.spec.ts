import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type RunningApp, test } from '../fixtures/launch';
import { axe, shot } from '../pages/looking';
import { StudioPage } from '../pages/studio-page';

/** What of the kit the story needs no part of: a small kit is checked in a moment. */
const AWAY = ['templates', 'scenarios', 'examples/senior-grade', 'examples/part4-postmortem'];

interface View {
  readonly file: string;
  /** Switches the view on, for documents that are read as text first. */
  readonly toggle?: string;
  readonly figure: RegExp;
  readonly says: RegExp;
  readonly mark: RegExp;
  /** What is selected in the text after a click on the mark. */
  readonly leads: string;
  /** The mark can be written where it is. */
  readonly written?: true;
}

const VIEWS: readonly View[] = [
  {
    file: 'rollout-plan.yaml',
    figure: /^Phases with their gates/,
    says: /15 entry gates, 10 exit gates and 7 rollback triggers/,
    mark: /^Entry to P2, 5 gates/,
    leads: 'entry',
  },
  {
    file: 'capacity-plan.yaml',
    figure: /^Load against brokers/,
    says: /at 30 % growth a year the load goes to 286 %/,
    mark: /^Year 4: 12 brokers/,
    leads: '12',
  },
  {
    file: 'stakeholder-map.yaml',
    figure: /^Who stands where/,
    says: /stances add up to 66/,
    mark: /^KD, stance −4/,
    leads: 'KD',
  },
  {
    file: 'raci-matrix.yaml',
    figure: /^Who does what/,
    says: /No row or column breaks a rule/,
    mark: /^RA-05, Odalys Petrov: AR/,
    leads: 'AR',
    written: true,
  },
  {
    file: 'dissent-register.yaml',
    figure: /^What was predicted/,
    says: /^3 predictions/,
    mark: /^TW-02 armed/,
    leads: 'TW-02',
  },
  {
    file: 'quality-attribute-scenarios.yaml',
    figure: /^Scenarios by importance/,
    says: /High in both: QA-03 and QA-04/,
    mark: /^QA-06, data-quality/,
    leads: 'QA-06',
  },
  {
    file: 'review-agenda.md',
    toggle: 'Slots over Time',
    figure: /^The time of the meeting/,
    says: /^9 slots of 90 min/,
    mark: /^15:05 Structured dissent round/,
    leads: 'Structured dissent round',
    written: true,
  },
  {
    file: 'consensus-doc.md',
    toggle: 'Positions as Bars',
    figure: /^How convinced each voter is/,
    says: /^14 voters: 11 consent/,
    mark: /^Gretchen Ilori/,
    leads: '2',
  },
  {
    file: 'decision-log.md',
    toggle: 'Decisions over Time',
    figure: /^Decisions and their standing/,
    says: /ADR-004 was replaced by ADR-010 after 132 days/,
    mark: /^ADR-004 .*replaced by ADR-010/,
    leads: 'Schema registry with BACKWARD compatibility',
  },
];

/** Pictures of the window in both themes; only when a folder for them is named. */
async function inBothThemes({ app, window }: RunningApp, name: string): Promise<void> {
  if (process.env['STAFFWRIGHT_SHOTS'] === undefined) return;
  for (const scheme of ['dark', 'light'] as const) {
    await app.evaluate(({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme;
    }, scheme);
    await expect(window.locator('html')).toHaveAttribute('data-theme', scheme);
    await shot(window, `${name}-${scheme}`);
  }
}

test('plans and reviews are seen as what they mean, and each mark leads to its line', async ({
  launch,
  kitDir,
}) => {
  test.slow();
  await Promise.all(AWAY.map((folder) => rm(join(kitDir, folder), { recursive: true })));
  for (const folder of ['templates', 'scenarios']) await mkdir(join(kitDir, folder));
  const running = await launch({ args: ['--open', kitDir] });
  const { app, window } = running;
  const studio = new StudioPage(window);
  await studio.ready();
  for (const { file, toggle, figure, says, mark, leads, written } of VIEWS) {
    await studio.openFile(file);
    if (toggle !== undefined) await window.getByRole('button', { name: toggle }).click();
    const drawn = studio.preview.getByRole('figure', { name: figure });
    await expect(drawn.getByRole('img', { name: says })).toBeVisible();
    const place = drawn.getByRole('button', { name: mark });
    await place.click();
    // What can be written on the chart keeps the focus there.
    if (written) await expect(studio.editor.locator('.cm-activeLine')).toContainText(leads);
    else await expect.poll(() => window.evaluate(() => getSelection()?.toString() ?? '')).toBe(leads);
    await expect(place).toHaveAttribute('aria-current', 'location');
    await drawn.scrollIntoViewIfNeeded();
    await inBothThemes(running, `view-${file.replace(/\.\w+$/, '')}`);
  }
  await studio.openFile('raci-matrix.yaml');
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await axe(window);
});

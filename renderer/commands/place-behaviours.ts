import type { PlaceCommandId } from '../../shared/place-commands';
import type { Finding } from '../../shared/rubric/finding';
import { closeFile } from './files';
import { applyFix } from './fixes';
import { notify } from './notify';
import { copyOut } from './previewing';
import type { Studio } from './studio';
import type { Target } from './target';
import { canWaive } from './waive';

/** A check is waited for at most this long, in milliseconds. */
const CHECK_PATIENCE = 4000;

type PlaceBehaviour = (studio: Studio, target: Target) => unknown;

/** What commands on the file or finding at hand do. */
export const PLACE_BEHAVIOURS: Readonly<Record<PlaceCommandId, PlaceBehaviour>> = {
  'file.closeOthers': closeOthers,
  'file.copyPath': (studio, target) => {
    const path = target.path ?? studio.store.getState().tabs.active;
    if (path !== null) copy(studio, path, 'The path was copied.');
  },
  'finding.fix': (studio, target) =>
    onFinding(studio, target, (finding) => {
      const { fix } = finding;
      const report = studio.store.getState().checks.reports.get(finding.path);
      if (!fix)
        notify(
          studio,
          'info',
          `${finding.id} has no fix that can be applied: what to write is yours to say.`,
        );
      else if (!report || !applyFix(studio, report, fix))
        notify(studio, 'info', 'The text changed since this was found, or cannot be edited.');
    }),
  'finding.waive': (studio, target) =>
    onFinding(studio, target, (finding) => {
      if (canWaive(studio, finding)) studio.store.setState({ overlay: { kind: 'waive', finding } });
      else notify(studio, 'info', `${finding.id} cannot be waived here.`);
    }),
  'finding.copy': (studio, target) =>
    onFinding(studio, target, ({ id, path, message, hint }) =>
      copy(
        studio,
        `${id} in ${path}: ${message}${hint === undefined || hint === '' ? '' : `\n${hint}`}`,
        'The finding was copied.',
      ),
    ),
};

/** Closes every tab but one; what is not saved stays open and is told. */
function closeOthers(studio: Studio, target: Target): void {
  const { tabs } = studio.store.getState();
  const kept = target.path ?? tabs.active;
  const others = tabs.order.filter(({ path }) => path !== kept);
  for (const { path, dirty } of others) if (!dirty) closeFile(studio, path);
  const unsaved = others.filter(({ dirty }) => dirty).length;
  if (unsaved > 0)
    notify(
      studio,
      'info',
      `${unsaved} ${unsaved === 1 ? 'file is' : 'files are'} not saved and stayed open.`,
    );
}

async function onFinding(studio: Studio, target: Target, work: (finding: Finding) => void): Promise<void> {
  if (!target.finding && isBeingChecked(studio)) await whenChecked(studio);
  const finding = target.finding ?? findingHere(studio);
  if (finding) work(finding);
  else notify(studio, 'info', 'There is no finding at the cursor. F8 goes to the next one.');
}

/** True when what was typed last has not been judged yet. */
function isBeingChecked({ store, buffers }: Studio): boolean {
  const { tabs, checks } = store.getState();
  const path = tabs.active;
  return path !== null && checks.reports.has(path) && checks.versions.get(path) !== buffers.version(path);
}

/** Waits until the text that is shown is judged, for a while: whoever types and asks for the fix at once means what they see. */
function whenChecked(studio: Studio): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, CHECK_PATIENCE);
    const stop = studio.store.subscribe(() => {
      if (!isBeingChecked(studio)) done();
    });
  });
}

/** The finding the cursor is in, the narrowest of several; else the first on its line. Null when the text is being checked again. */
export function findingHere({ store, buffers }: Studio): Finding | null {
  const { tabs, checks } = store.getState();
  const path = tabs.active;
  const state = path === null ? null : buffers.state(path);
  const report = path === null ? undefined : checks.reports.get(path);
  if (path === null || !state || !report || checks.versions.get(path) !== buffers.version(path)) return null;
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const open = report.findings.filter((finding) => !finding.waived);
  const around = open
    .filter(({ span }) => span.from <= head && head <= span.to)
    .sort((a, b) => a.span.to - a.span.from - (b.span.to - b.span.from));
  return around[0] ?? open.find(({ span }) => span.from <= line.to && line.from <= span.to) ?? null;
}

function copy(studio: Studio, text: string, told: string): void {
  if (copyOut(text, null)) notify(studio, 'info', told);
  else notify(studio, 'problem', 'The clipboard could not be written.');
}

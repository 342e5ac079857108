import { type KitReport, summarise } from '../../shared/rubric/report';
import type { CheckSession } from '../../shared/rubric/session';
import { newCheckSession } from '../../shared/studio';
import type { CheckEngine, OpenCheck } from './check-engine';
import type { JudgedKit, KitOrder } from './checked-kit';
import type { GivenKit } from './given-kit';
import type { EarlierSession } from './kept/kept-checks';
import { piecesOf, placedUnder } from './report-pieces';

/** The studio's own engine, for checks. */
export const engine: CheckEngine = {
  open: (kit, earlier) => new Check(kit, earlier),
};

class Check implements OpenCheck {
  private readonly session: CheckSession;

  constructor(
    private kit: GivenKit,
    earlier: EarlierSession | null,
  ) {
    this.session = newCheckSession(kit.name, { now: () => performance.now() });
    const digests = new Map<string, string>();
    for (const { path, text, unreadable, digest } of kit.files) {
      this.session.setFile(path, text, unreadable);
      digests.set(path, digest);
    }
    if (earlier)
      this.session.takeUp(earlier.session, (path) => earlier.digests.get(path) === digests.get(path));
  }

  renew(kit: GivenKit): void {
    const gone = new Set(this.kit.files.map(({ path }) => path));
    for (const { path, text, unreadable } of kit.files) {
      this.session.setFile(path, text, unreadable);
      gone.delete(path);
    }
    for (const path of gone) this.session.removeFile(path);
    this.kit = kit;
  }

  judge(place: string, { given }: KitOrder): JudgedKit {
    const { session } = this;
    session.settle();
    const whole = session.report();
    const found = holdsArtifacts(whole);
    const report = placedUnder(given.kind === undefined ? whole : onlyKind(whole, given.kind), place);
    const above = place === '' ? 0 : place.length + 1;
    return {
      ...{ path: place, name: this.kit.name, state: found ? 'checked' : 'nothing' },
      kinds: session.registry.kinds.map((kind) => kind.id),
      ...(report.standard ? { standard: report.standard } : {}),
      files: report.artifacts.length,
      summary: report.summary,
      // Rules count in the report of all kinds only.
      broke: whole.summary.error > 0,
      waivers: report.waivers ?? [],
      pieces: found
        ? piecesOf(report, (file) => session.text(file.slice(above)), given, session.registry.kinds)
        : [],
    };
  }

  keep() {
    return this.session.keep();
  }
}

/** Whether a folder has anything that can be judged. */
function holdsArtifacts(report: KitReport): boolean {
  return report.artifacts.some((artifact) => artifact.kind !== null || artifact.findings.length > 0);
}

/** The report of one kind's artifacts, counted anew: a gate on RFCs is not about postmortems. */
function onlyKind(report: KitReport, kind: string): KitReport {
  const artifacts = report.artifacts.filter((artifact) => artifact.kind === kind);
  return { ...report, artifacts, summary: summarise(artifacts, []) };
}

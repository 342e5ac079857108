import { fileName } from '../domain/kit-path';
import type { ArtifactReport } from '../rubric/report';
import type { PacketInputs } from './inputs';
import { isOwnArtifact } from './work';

/** How people call the files of a kit: by their kind where it has one file, else by the file's own name. */
export function labelsOf({ report, registry }: Pick<PacketInputs, 'report' | 'registry'>) {
  const ofKind = new Map<string, number>();
  for (const artifact of report.artifacts)
    if (artifact.kind !== null && isOwnArtifact(artifact))
      ofKind.set(artifact.kind, (ofKind.get(artifact.kind) ?? 0) + 1);
  const byPath = new Map(report.artifacts.map((artifact) => [artifact.path, artifact]));
  return (path: string): string => {
    const artifact = byPath.get(path);
    const kind = artifact?.kind ? registry.get(artifact.kind) : null;
    if (!artifact || !kind || !isOwnArtifact(artifact)) return fileName(path);
    if (ofKind.get(kind.id) === 1) return kind.title;
    return stem(artifact, kind.newName?.includes('{number}') ?? false);
  };
}

/** Of a kind whose files are numbered, `adr-003-flink.md` is called "ADR-003"; other names lose only their ending. */
function stem({ path }: ArtifactReport, numbers: boolean): string {
  const name = fileName(path).replace(/\.[a-z]+$/i, '');
  const numbered = numbers ? /^([a-z]{2,5})-(\d{2,4})(?=-|$)/i.exec(name) : null;
  return numbered ? `${numbered[1]?.toUpperCase()}-${numbered[2]}` : name;
}

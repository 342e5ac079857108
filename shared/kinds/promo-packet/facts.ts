import type { Fact } from '../../rubric/fact';
import type { PromoPacket } from './model';

/** What the candidate says they were to each document of the manifest. */
export function facts({ header, manifest }: PromoPacket): Fact[] {
  const candidate = header.at('candidate').text ?? header.at('owner').text;
  if (candidate === null) return [];
  return manifest.flatMap(({ path, candidates, role, at }): Fact[] =>
    role === null || candidates.length === 0
      ? []
      : [
          {
            type: 'record',
            set: 'manifest-entry',
            id: path,
            fields: { candidate, role, paths: candidates },
            places: { role: at.at('my_role').span },
            span: at.at('path').span,
          },
        ],
  );
}

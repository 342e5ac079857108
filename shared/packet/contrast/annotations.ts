import { DataReader } from '../../rubric/read-data';
import { parseYaml } from '../../text/yaml';

/** Why a counterpart falls short at one criterion, and what the worked example does there. */
export interface Annotation {
  readonly criterion: string;
  /** A passage of the counterpart, exactly as it stands there. */
  readonly quote: string;
  readonly reason: string;
  /** What the worked example does, in words. */
  readonly staffVersion: string;
  /** A passage of the worked example. */
  readonly staffQuote: string;
}

/** The annotations of one counterpart, by its file name; none where the file says nothing of it. Total. */
export function annotationsOf(text: string, name: string): readonly Annotation[] {
  const files = new DataReader(parseYaml(text)).at('files').items;
  const entry = files.find((file) => file.at('path').text === name);
  return (entry?.at('findings').items ?? []).flatMap((finding): Annotation[] => {
    const criterion = finding.at('criterion').text ?? '';
    const reason = finding.at('reason').text ?? '';
    if (criterion === '' || reason === '') return [];
    return [
      {
        criterion,
        quote: finding.at('quote').text ?? '',
        reason,
        staffVersion: finding.at('staff_version').text ?? '',
        staffQuote: finding.at('staff_quote').text ?? '',
      },
    ];
  });
}

import type { ExportRequest } from '../../shared/ipc/payloads';
import { outputsOf, PORTFOLIO_FILE } from '../../shared/portfolio/composition';
import type { Output } from '../../shared/portfolio/outputs';
import { readComposition } from '../../shared/portfolio/read-composition';
import type { OpenKit } from '../kit/open-kit';

/** What an export makes, and whether names are hidden in it. */
export interface ExportChoices {
  readonly outputs: readonly Output[];
  readonly redact: boolean;
}

/**
 * What was asked for; where nothing was, what the kit says. Known before anything else is read, since the folder is looked at first. A broken file
 * says nothing: its problems are told with the rest of what it composes.
 */
export async function exportChoices(
  kit: Pick<OpenKit, 'readText'>,
  request: Pick<ExportRequest, 'composition' | 'outputs' | 'redact'>,
): Promise<ExportChoices> {
  const { outputs, redact } = request;
  if (outputs !== undefined && redact !== undefined) return { outputs, redact };
  const { composition } = readComposition(request.composition ?? (await textOf(kit)));
  return { outputs: outputs ?? outputsOf(composition), redact: redact ?? composition.redact };
}

async function textOf(kit: Pick<OpenKit, 'readText'>): Promise<string | null> {
  const read = await kit.readText(PORTFOLIO_FILE);
  return read.ok ? read.value.text : null;
}

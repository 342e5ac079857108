import type { ChosenArchive } from '../../shared/ipc/archive-payloads';
import { notifyError } from './notify';
import type { Studio } from './studio';

/** Asks for a kit that comes as a zip, and shows what is in it. */
export async function openZip(studio: Studio): Promise<void> {
  const answer = await studio.host.call('archive.choose', {});
  if (!answer.ok) notifyError(studio, answer.error);
  else if (answer.value) showZip(studio, answer.value);
}

/** Shows what is in a zip and where it would go; nothing is unpacked yet. */
export function showZip({ store }: Studio, zip: ChosenArchive): void {
  store.setState({ overlay: { kind: 'unpack', ...zip } });
}

import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { MemoryHost } from '../host/memory-host';
import { MemoryKit } from '../host/memory-kit';

/**
 * A host for looking at the window in any browser: kits come from a JSON file of paths and texts beside the page (`development-kit.json`).
 * Only development builds have it.
 */
export async function developmentHost(): Promise<MemoryHost> {
  const query = new URLSearchParams(location.search);
  const files = (await (await fetch('./development-kit.json')).json()) as Record<string, string>;
  const gone = new MemoryKit('gone', 'Packet on a drive that is not there', {});
  gone.available = false;
  const host = new MemoryHost({
    kits: [new MemoryKit('kit', 'Streaming migration packet', files), gone],
    example: new MemoryKit('example', 'Worked example', files),
    settings: { ...DEFAULT_SETTINGS, theme: query.get('theme') === 'dark' ? 'dark' : 'light' },
    ...(query.get('kit') === null ? {} : { startKit: query.get('kit') ?? '' }),
  });
  (globalThis as Record<string, unknown>)['developmentHost'] = host;
  return host;
}

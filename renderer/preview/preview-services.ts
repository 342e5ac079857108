import type { Studio } from '../commands/studio';
import { DiagramStore } from './diagram-store';
import { PreviewModels } from './preview-models';
import { RenderClient } from './render-client';

/** What all previews of one window share: the drawing thread, the models of open files, drawn diagrams. */
export interface PreviewServices {
  readonly client: RenderClient;
  readonly models: PreviewModels;
  readonly diagrams: DiagramStore;
}

const services = new WeakMap<Studio, PreviewServices>();

export function previewServices(studio: Studio): PreviewServices {
  const known = services.get(studio);
  if (known) return known;
  const client = new RenderClient();
  const settings = () => studio.store.getState().app.settings;
  client.math = settings().math;
  studio.store.subscribe(() => {
    client.math = settings().math;
  });
  const made = {
    client,
    models: new PreviewModels(studio.buffers, client),
    diagrams: new DiagramStore(studio.host),
  };
  services.set(studio, made);
  return made;
}

/** Address of a picture of a kit; the main process serves nothing else under it. */
export function kitFileUrl(kitId: string, path: string): string {
  return `app://kit/${kitId}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

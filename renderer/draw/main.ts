import './trusted-types';
import '../platform-gaps';
import './draw.css';
import mermaid from 'mermaid';
import { DRAWING_PORT, type DrawingReply, isDrawingOrder } from '../../shared/ipc/drawing';
import { Drawer } from './draw';

/** Faces that diagrams use; text drawn before they are loaded would be measured with another font. */
const FACES = ['400 14px Inter', '600 14px Inter', 'italic 400 14px Inter'];

async function serve(port: MessagePort): Promise<void> {
  const canvas = document.getElementById('canvas');
  if (!canvas) throw new Error('The drawing page has no canvas');
  const post = (reply: DrawingReply) => port.postMessage(reply);
  const drawer = new Drawer(mermaid, canvas);
  // Arrows and signs come from a second file of the same face: its text has to be named to be loaded.
  await Promise.all(
    FACES.flatMap((face) => [document.fonts.load(face, 'A'), document.fonts.load(face, '→≤')]),
  );
  let last: Promise<void> = Promise.resolve();
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isDrawingOrder(data)) return;
    last = last.then(async () => {
      await drawer.prepare(data);
      post(await drawer.draw(data, () => post({ type: 'started', id: data.id })));
    });
  };
  post({ type: 'ready' });
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const [port] = event.ports;
  if (event.source === window && event.data === DRAWING_PORT && port) void serve(port);
});

import '../platform-gaps';
import { validators } from '../../shared/generated/validators';
import { KINDS } from '../../shared/kinds';
import { KindRegistry } from '../../shared/rubric/registry';
import { CheckLoop } from './check-loop';
import type { ToChecker } from './check-protocol';

const channel = new MessageChannel();
let step: (() => void) | null = null;
// A message to itself queues behind messages that already wait; a timer would be delayed by nested-timer throttling.
channel.port1.onmessage = () => {
  const next = step;
  step = null;
  next?.();
};

const loop = new CheckLoop({
  registry: new KindRegistry(KINDS),
  validator: (kind) => validators[`kind:${kind}`] ?? null,
  post: (message) => self.postMessage(message),
  schedule: (next) => {
    step = next;
    channel.port2.postMessage(null);
  },
  now: () => performance.now(),
});

self.onmessage = (event: MessageEvent<ToChecker>) => loop.receive(event.data);

import '../platform-gaps';
import './tell-rejections';
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { newCheckSession, studioRegistry } from '../../shared/studio';
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
  registry: studioRegistry,
  rules: CONSISTENCY_RULES,
  newSession: (name, options) => newCheckSession(name, { now: () => performance.now(), ...options }),
  post: (message) => self.postMessage(message),
  schedule: (next) => {
    step = next;
    channel.port2.postMessage(null);
  },
  now: () => performance.now(),
});

self.onmessage = (event: MessageEvent<ToChecker>) => loop.receive(event.data);

import type { Packet } from '../../shared/rubric/packet';

/** How many entries of the packet's lists whoever reads it looks at: work that is the same on every machine. */
export class Looks {
  count = 0;
  private readonly packets = new WeakMap<Packet, Packet>();
  private readonly lists = new WeakMap<object, object>();

  /** The packet with lists that count; the same one for the same packet. */
  over(packet: Packet): Packet {
    const known = this.packets.get(packet);
    if (known) return known;
    const derived = new Map<unknown, unknown>();
    const counted: Packet = new Proxy(packet, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (key === 'derived')
          return <T>(make: (packet: Packet) => T): T => {
            if (!derived.has(make)) derived.set(make, make(counted));
            return derived.get(make) as T;
          };
        if (typeof value !== 'function') return this.list(value);
        return (...args: unknown[]) => this.list(value.apply(target, args));
      },
    });
    this.packets.set(packet, counted);
    return counted;
  }

  private list(value: unknown): unknown {
    if (value instanceof Set) {
      // Whoever goes through all files looks at each.
      return new Proxy(value, {
        get: (target, key) => {
          const own: unknown = Reflect.get(target, key, target);
          if (key === Symbol.iterator || key === 'values' || key === 'forEach') this.count += target.size;
          return typeof own === 'function' ? own.bind(target) : own;
        },
      });
    }
    if (!Array.isArray(value)) return value;
    const known = this.lists.get(value);
    if (known) return known;
    const counted = new Proxy(value, {
      get: (target, key) => {
        if (typeof key === 'string' && key !== 'length' && key.charCodeAt(0) < 58) this.count++;
        return Reflect.get(target, key) as unknown;
      },
    });
    this.lists.set(value, counted);
    return counted;
  }
}

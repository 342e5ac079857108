import { type ContrastView, contrastOf } from '../../shared/packet/contrast/contrast';
import { type PacketView, packetView } from '../../shared/packet/packet-view';
import { Guard } from '../../shared/rubric/guard';
import { parseSource } from '../../shared/rubric/parse-source';
import type { ConsistencyRule } from '../../shared/rubric/rule';
import type { CheckSession } from '../../shared/rubric/session';
import { headingKey } from '../../shared/text/markdown';
import type { Contrasted } from './check-protocol';

/** The packet as one thing, as far as the kit was checked; null when that breaks. */
export function lookOver(session: CheckSession, rules: readonly ConsistencyRule[]): PacketView | null {
  const view = () =>
    packetView({
      report: session.report(),
      packet: session.facts,
      registry: session.registry,
      rules,
      text: (path) => session.text(path),
    });
  return new Guard().run('looking over the packet', view, null);
}

/** Files of a kind beside one of the kit, or beside nothing; null when that breaks. */
export function layBeside(session: CheckSession, own: string | null, files: Contrasted): ContrastView | null {
  const text = own === null ? null : session.text(own);
  const beside = own === null || text === null ? null : { path: own, text };
  const lay = () => {
    const { path, text: worked } = files.staff;
    const { kind } = session.registry.recognise(path, parseSource(path, worked));
    const outline = (kind?.skeleton ?? []).map(({ aliases }) => aliases.map(headingKey));
    return contrastOf({ ...files, own: beside, outline });
  };
  return new Guard().run('laying files beside each other', lay, null);
}

import { incidentChannel, type MessageRow } from './chat-incident-channel';
import { ADS_REVENUE_CHANNEL, dataHelpChannel, STREAMING_ON_CALL_CHANNEL } from './chat-side-channels';
import { at } from './clock';
import { gmvOfHour } from './queries';
import { droppedInTotal } from './rate-model';
import type { ChatMessage } from './scenario-shape';

const inChannel = (channel: string, rows: readonly MessageRow[]): readonly Omit<ChatMessage, 'ref'>[] =>
  rows.map(([clockText, role, text]) => ({ t: at(clockText), channel, role, text }));

/** 46 messages of four channels in time order; no two share a second, so the order needs no tie-break. */
export function buildChat(): readonly ChatMessage[] {
  const messages = [
    ...inChannel('#data-help', dataHelpChannel(gmvOfHour('13:00'))),
    ...inChannel('#inc-2024-0312', incidentChannel(droppedInTotal())),
    ...inChannel('#streaming-oncall', STREAMING_ON_CALL_CHANNEL),
    ...inChannel('#ads-revenue', ADS_REVENUE_CHANNEL),
  ];
  return messages
    .sort((a, b) => (a.t > b.t ? 1 : -1))
    .map((message, index) => ({ ref: `CHAT-${String(index + 1).padStart(2, '0')}`, ...message }));
}

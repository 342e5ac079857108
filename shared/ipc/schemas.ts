import type { TSchema } from '@sinclair/typebox';
import { type Channel, contract } from './contract';

/**
 * Every payload schema by the name of its validator: `<channel>.request`, `.response`, `.progress` or `.payload`. Each is a copy of its own:
 * ajv takes one object under two names for one function and then writes that function out twice, which does not load.
 */
export const ipcSchemas: Record<string, TSchema> = Object.fromEntries(
  (Object.keys(contract) as Channel[]).flatMap((channel) => {
    const entry = contract[channel];
    if (entry.type === 'event') return [[`${channel}.payload`, { ...entry.payload }]];
    const both: [string, TSchema][] = [
      [`${channel}.request`, { ...entry.request }],
      [`${channel}.response`, { ...entry.response }],
    ];
    if (entry.type === 'task') both.push([`${channel}.progress`, { ...entry.progress }]);
    return both;
  }),
);

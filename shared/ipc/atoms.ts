import { type TSchema, Type } from '@sinclair/typebox';

export const exact = { additionalProperties: false } as const;
export const object = <T extends Record<string, TSchema>>(properties: T) => Type.Object(properties, exact);
export const maybe = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** Upper bound of a text that crosses the boundary, in UTF-16 units (requirement: 64 MB for text). */
export const MAX_TEXT = 64 * 1024 * 1024;
/** A text beyond this is only looked at, in parts: the window could not hold it. Bytes on the disk. */
export const MAX_TEXT_BYTES = 50 * 1024 * 1024;

export const Text = Type.String({ maxLength: MAX_TEXT });
export const Short = Type.String({ maxLength: 4096 });
export const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
/** One name in a path: neither `.` nor `..`, without a NUL. */
const NAME = '(?:[^./\\0][^/\\0]*|\\.[^./\\0][^/\\0]*|\\.\\.[^/\\0]+)';
/** A relative path that does not step out. Only the shape is checked here; containment is the file layer's, after links are resolved. */
export const PathText = Type.String({ minLength: 1, maxLength: 1024, pattern: `^${NAME}(?:/${NAME})*$` });
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const Offset = Type.Integer({ minimum: 0 });

import type { JsonSchema } from '../rubric/kind';

const text = (description: string): JsonSchema => ({ type: 'string', description });
const list = (items: JsonSchema, description = ''): JsonSchema => ({ type: 'array', items, description });
const map = (
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
  description = '',
): JsonSchema => ({ type: 'object', properties, required, description });

/** What `kit.yaml` may say, for suggestions; what it says is judged by those who read it. */
export const MANIFEST_SCHEMA: JsonSchema = map(
  {
    version: { const: 1, description: 'Of the format: 1' },
    name: text('What the kit is called'),
    author: text('Whose packet it is'),
    folders: list(text('A folder of the kit'), 'The folders that are looked at; without it, all of them'),
    scenario: text('The raw data of the incident, as a path'),
    kinds: {
      type: 'object',
      additionalProperties: text('The id of a kind, or none'),
      description: 'Which file is what, by path pattern; the first that fits counts',
    },
    criteria: {
      type: 'object',
      description: 'What changes in the rubric, by id of a criterion',
      additionalProperties: map(
        {
          severity: { enum: ['must', 'should', 'could', 'off'], description: 'Off: it does not count' },
          reason: text('Why; needed where a must loses weight'),
          kinds: list(text('The id of a kind'), 'Only in these kinds'),
        },
        ['severity'],
      ),
    },
    people: list(
      map(
        {
          key: text('Short, for tables'),
          name: text('In full'),
          role: text('What they do'),
          team: text('Where'),
          level: { enum: [1, 2, 3, 4, 5], description: 'From 1, an engineer, to 5, the CTO' },
        },
        ['key', 'name', 'role', 'team', 'level'],
      ),
      'People who count beside those of a RACI matrix',
    ),
    glossary: list(
      map(
        {
          term: text('A word of this kit'),
          meaning: text('What it means here'),
          also: list(text('Another word for it')),
          service: {
            type: 'boolean',
            description: 'A name of the system, which may fail without anybody to blame',
          },
        },
        ['term', 'meaning'],
      ),
      'Terms of the kit',
    ),
    own_kinds: list(
      map(
        {
          id: text('Lower case with hyphens: acme-design'),
          title: text('What a file of it is called'),
          purpose: text('What it is for'),
          files: list(text('A path pattern: design/*.acme.md')),
          format: { enum: ['md', 'yaml', 'json', 'mmd'] },
          part: { enum: [1, 2, 3, 4, 'X'] },
          schema: text('A JSON Schema, as a path'),
          rubric: text('A rubric file, as a path'),
          defines: list(text('Letters of ids: RQ for RQ-01')),
        },
        ['id', 'title', 'files', 'format'],
      ),
      'Kinds of files that this kit brings',
    ),
  },
  ['version', 'name'],
);

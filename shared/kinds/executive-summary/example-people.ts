/** A kit with one person, for the examples. */
export const PEOPLE = {
  'kit/raci-matrix.yaml':
    'people:\n  - {key: AE, name: Ada Example, role: Keeper of Keys, team: Vaults, level: 3}\nactivities: []\n',
} as const;

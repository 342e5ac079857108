import type { Settings } from '../../shared/ipc/payloads';

type Choices<K extends keyof Settings> = readonly { readonly value: Settings[K]; readonly label: string }[];

/** One setting as the dialog shows it; which control it gets follows from what it holds. */
export type Setting = {
  readonly [K in keyof Settings]: {
    readonly key: K;
    readonly label: string;
    readonly text: string;
    /** More words that people may look for. */
    readonly words?: string;
  } & (Settings[K] extends boolean
    ? { readonly control: 'switch' }
    : Settings[K] extends number
      ? {
          readonly control: 'number';
          readonly least: number;
          readonly most: number;
          readonly step: number;
          readonly unit: string;
        }
      : { readonly control: 'choice'; readonly choices: Choices<K> });
}[Exclude<keyof Settings, 'words' | 'shortcuts'>];

export interface SettingSection {
  readonly title: string;
  readonly settings: readonly Setting[];
}

/** All settings in the order of the dialog. Shortcuts have a dialog of their own. */
export const SETTING_SECTIONS: readonly SettingSection[] = [
  {
    title: 'Look',
    settings: [
      {
        key: 'theme',
        label: 'Theme',
        text: 'Light, dark, or as the system has it now.',
        words: 'appearance colour color night',
        control: 'choice',
        choices: [
          { value: 'system', label: 'System' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ],
      },
      {
        key: 'font',
        label: 'Face of prose',
        text: 'What prose is written in. Code, tables and data stay in mono.',
        words: 'font family typeface editor',
        control: 'choice',
        choices: [
          { value: 'mono', label: 'Mono' },
          { value: 'serif', label: 'Serif' },
          { value: 'sans', label: 'Sans' },
        ],
      },
      {
        key: 'fontSize',
        label: 'Size of text',
        text: 'Of writing and reading alike, in pixels.',
        words: 'font zoom larger smaller',
        control: 'number',
        least: 10,
        most: 32,
        step: 1,
        unit: 'px',
      },
      {
        key: 'lineHeight',
        label: 'Line height',
        text: 'From one line to the next, as a multiple of the size.',
        words: 'leading spacing',
        control: 'number',
        least: 1.2,
        most: 2.4,
        step: 0.05,
        unit: '×',
      },
      {
        key: 'lineWidth',
        label: 'Line width',
        text: 'The most characters in a line of prose.',
        words: 'measure column',
        control: 'number',
        least: 40,
        most: 200,
        step: 4,
        unit: 'characters',
      },
    ],
  },
  {
    title: 'Writing',
    settings: [
      {
        key: 'autosave',
        label: 'Save by itself',
        text: 'Saves a file when typing pauses, and when you go to another window. Unsaved text is kept safe either way.',
        words: 'autosave automatic',
        control: 'switch',
      },
      {
        key: 'historySize',
        label: 'Size of the history',
        text: 'What older versions of the files of all kits may take on this machine. The oldest go first; milestones and the newest of each file stay.',
        words: 'versions snapshots backup milestones disk space',
        control: 'number',
        least: 50,
        most: 20000,
        step: 50,
        unit: 'MB',
      },
      {
        key: 'wrap',
        label: 'Wrap long lines of data',
        text: 'In YAML, JSON and diagrams. Prose always wraps.',
        words: 'soft wrap word',
        control: 'switch',
      },
      {
        key: 'tabWidth',
        label: 'Tab width',
        text: 'Columns a tab takes, and blanks that the Tab key indents by.',
        words: 'indent spaces',
        control: 'number',
        least: 1,
        most: 8,
        step: 1,
        unit: 'columns',
      },
      {
        key: 'syncScroll',
        label: 'Scroll the preview with the editor',
        text: 'Each follows the other, by line.',
        words: 'synchronise follow',
        control: 'switch',
      },
      {
        key: 'math',
        label: 'Formulas',
        text: 'Sets TeX between dollars: $a^2$ in a line, $$ around a block. Amounts such as $5 stay as they are. Exports do the same where the kit does not say otherwise.',
        words: 'math mathematics latex tex equation dollar',
        control: 'switch',
      },
    ],
  },
  {
    title: 'Language',
    settings: [
      {
        key: 'spelling',
        label: 'Spelling',
        text: 'The English that words are judged by, on this machine alone.',
        words: 'dictionary dialect american british check',
        control: 'choice',
        choices: [
          { value: 'en-US', label: 'American' },
          { value: 'en-GB', label: 'British' },
          { value: 'off', label: 'Off' },
        ],
      },
      {
        key: 'remarks',
        label: 'Remarks on prose',
        text: 'Repeated words, hedges, passives, long sentences. They weigh nothing; a kit can switch them off for everybody in kit.yaml.',
        words: 'style grammar',
        control: 'switch',
      },
    ],
  },
  {
    title: 'Export',
    settings: [
      {
        key: 'paper',
        label: 'Paper',
        text: 'What a portfolio is laid out for.',
        words: 'pdf page size',
        control: 'choice',
        choices: [
          { value: 'A4', label: 'A4' },
          { value: 'Letter', label: 'Letter' },
        ],
      },
    ],
  },
];

/** The sections with the settings that have all words of a query; empty ones are left out. */
export function settingsWith(query: string): readonly SettingSection[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return SETTING_SECTIONS.map(({ title, settings }) => ({
    title,
    settings: settings.filter((setting) => {
      const choices = setting.control === 'choice' ? setting.choices.map(({ label }) => label) : [];
      const hay = [title, setting.label, setting.text, setting.words ?? '', ...choices]
        .join(' ')
        .toLowerCase();
      return wanted.every((word) => hay.includes(word));
    }),
  })).filter(({ settings }) => settings.length > 0);
}

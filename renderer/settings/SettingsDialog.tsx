import { RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import type { Settings } from '../../shared/ipc/payloads';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { changeSettings } from '../commands/settings';
import { useRun, useStudio, useStudioState } from '../commands/studio-context';
import { Button, IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ScrollArea } from '../ui/ScrollArea';
import { SearchHead } from '../ui/SearchHead';
import { MyWords } from './MyWords';
import { Sample } from './Sample';
import { SettingControl } from './SettingControl';
import styles from './Settings.module.css';
import { type Setting, settingsWith } from './setting-list';

/** How the studio looks and behaves for this user. Every change shows at once and is kept at once. */
export function SettingsDialog() {
  const { store } = useStudio();
  const run = useRun();
  const [query, setQuery] = useState('');
  const sections = settingsWith(query);
  const found = sections.reduce((count, { settings }) => count + settings.length, 0);
  return (
    <Dialog title="Settings" look="wide" onClose={() => store.setState({ overlay: null })}>
      <SearchHead label="Search settings" placeholder="Search settings" value={query} onChange={setQuery}>
        <Button look="quiet" onPress={() => run('help.shortcuts')}>
          Keyboard Shortcuts…
        </Button>
      </SearchHead>
      <Sample />
      <ScrollArea label="All settings" className={styles.list}>
        {sections.map(({ title, settings }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            {settings.map((setting) => (
              <SettingRow key={setting.key} setting={setting} />
            ))}
            {title === 'Language' && <MyWords />}
          </section>
        ))}
        {found === 0 && <p className={styles.none}>No setting has these words.</p>}
      </ScrollArea>
      <p role="status" className="visually-hidden">
        {query === '' ? '' : `${found} ${found === 1 ? 'setting' : 'settings'}`}
      </p>
    </Dialog>
  );
}

function SettingRow({ setting }: { readonly setting: Setting }) {
  const studio = useStudio();
  const value = useStudioState((state) => state.app.settings[setting.key]);
  const description = useId();
  const change = (next: Settings[Setting['key']]) => void changeSettings(studio, { [setting.key]: next });
  const changed = value !== DEFAULT_SETTINGS[setting.key];
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <span className={styles.label}>{setting.label}</span>
        <span id={description} className={styles.text}>
          {setting.text}
        </span>
      </div>
      <SettingControl setting={setting} value={value} describedBy={description} onChange={change} />
      <span className={styles.reset}>
        {changed && (
          <IconButton label={`Reset: ${setting.label}`} onPress={() => change(DEFAULT_SETTINGS[setting.key])}>
            <RotateCcw size={14} aria-hidden="true" />
          </IconButton>
        )}
      </span>
    </div>
  );
}

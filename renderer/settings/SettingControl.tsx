import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, NumberField, Radio, RadioGroup, Switch } from 'react-aria-components';
import type { Settings } from '../../shared/ipc/payloads';
import styles from './Settings.module.css';
import type { Setting } from './setting-list';

interface ControlProps {
  readonly setting: Setting;
  readonly value: Settings[Setting['key']];
  /** Id of what describes the setting. */
  readonly describedBy: string;
  readonly onChange: (value: Settings[Setting['key']]) => void;
}

/** The control of a setting: a switch, a few choices side by side, or a number with its bounds. */
export function SettingControl({ setting, value, describedBy, onChange }: ControlProps) {
  const named = { 'aria-label': setting.label, 'aria-describedby': describedBy };
  switch (setting.control) {
    case 'switch':
      return (
        <Switch {...named} className={styles.switch ?? ''} isSelected={value === true} onChange={onChange}>
          <span className={styles.knob} />
        </Switch>
      );
    case 'choice':
      return (
        <RadioGroup
          {...named}
          orientation="horizontal"
          className={styles.choices ?? ''}
          value={String(value)}
          onChange={(chosen) => {
            const choice = setting.choices.find((one) => one.value === chosen);
            if (choice) onChange(choice.value);
          }}
        >
          {setting.choices.map((choice) => (
            <Radio key={choice.value} value={choice.value} className={styles.choice ?? ''}>
              {choice.label}
            </Radio>
          ))}
        </RadioGroup>
      );
    case 'number':
      return (
        <NumberField
          {...named}
          className={styles.numberField ?? ''}
          value={Number(value)}
          minValue={setting.least}
          maxValue={setting.most}
          step={setting.step}
          // 1.65 shows as it is, 15 without a fraction.
          formatOptions={{ maximumFractionDigits: 2 }}
          onChange={(number) => {
            if (!Number.isNaN(number)) onChange(number);
          }}
        >
          <Group className={styles.number ?? ''}>
            <Button slot="decrement" aria-label={`Less: ${setting.label}`}>
              <Minus size={13} aria-hidden="true" />
            </Button>
            <Input />
            <Button slot="increment" aria-label={`More: ${setting.label}`}>
              <Plus size={13} aria-hidden="true" />
            </Button>
          </Group>
          <span className={styles.unit} aria-hidden="true">
            {setting.unit}
          </span>
        </NumberField>
      );
  }
}

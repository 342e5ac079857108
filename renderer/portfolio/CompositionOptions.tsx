import { Input, Label, TextField } from 'react-aria-components';
import {
  AUDIENCES,
  type Candidate,
  type Composition,
  type Paper,
  presetOf,
  showsGrades,
} from '../../shared/portfolio/composition';
import type { PortfolioOutline } from '../../shared/portfolio/outline';
import { useStudioState } from '../commands/studio-context';
import styles from './composition.module.css';
import type { ComposedPortfolio } from './use-composition';

interface OptionsProps {
  readonly outline: PortfolioOutline;
  readonly change: ComposedPortfolio['change'];
}

const FIELDS: readonly { readonly key: keyof Candidate; readonly label: string }[] = [
  { key: 'name', label: 'Candidate' },
  { key: 'level', label: 'Level sought' },
  { key: 'period', label: 'Period' },
  { key: 'manager', label: 'Manager' },
];

/** Who the portfolio is for, and what its cover says. */
export function CoverOptions({ outline, change }: OptionsProps) {
  const { composition, otherwise } = outline;
  const preset = presetOf(composition);
  return (
    <>
      <fieldset className={styles.group}>
        <legend>For</legend>
        {AUDIENCES.map(({ id, title }) => (
          <label key={id} className={styles.choice}>
            <input
              type="radio"
              name="audience"
              checked={composition.audience === id}
              onChange={() => change({ audience: id })}
            />
            {title}
          </label>
        ))}
        <p className={styles.note}>{preset.summary}</p>
      </fieldset>
      <Field
        label="Title on the cover"
        value={composition.title}
        otherwise={otherwise.title}
        onChange={(title) => change({ title })}
      />
      <Field
        label="Subtitle"
        value={composition.subtitle}
        otherwise={otherwise.subtitle}
        onChange={(subtitle) => change({ subtitle })}
      />
      {FIELDS.map(({ key, label }) => (
        <Field
          key={key}
          label={label}
          value={composition.candidate[key]}
          otherwise={otherwise.candidate[key]}
          note={preset.facts.includes(key) ? '' : 'Not on the cover for these readers'}
          onChange={(value) => change({ candidate: { [key]: value } })}
        />
      ))}
    </>
  );
}

/** Paper, and what else is printed. */
export function BookOptions({ outline, change }: OptionsProps) {
  const usual = useStudioState((state) => state.app.settings);
  const { composition } = outline;
  const paper = composition.paper ?? usual.paper;
  return (
    <>
      <fieldset className={styles.group}>
        <legend>Paper</legend>
        {(['A4', 'Letter'] as const).map((size: Paper) => (
          <label key={size} className={styles.choice}>
            <input
              type="radio"
              name="paper"
              checked={paper === size}
              onChange={() => change({ paper: size })}
            />
            {size}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Also</legend>
        <Switch
          label="Grades and what the rubric counted"
          on={showsGrades(composition)}
          // The audience's own choice need not be written.
          onChange={(on) => change({ grades: on === presetOf(composition).grades ? null : on })}
        />
        <Switch
          label="Formulas between dollars, set"
          on={composition.formulas ?? usual.math}
          onChange={(formulas) => change({ formulas })}
        />
        <Switch
          label="Sources of structured files in the appendix"
          on={composition.sources}
          onChange={(sources) => change({ sources })}
        />
      </fieldset>
    </>
  );
}

export function Switch(props: {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={props.on} onChange={(event) => props.onChange(event.target.checked)} />
      {props.label}
    </label>
  );
}

function Field(props: {
  readonly label: string;
  readonly value: Composition['title'];
  readonly otherwise: string;
  readonly note?: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextField className={styles.field ?? ''} value={props.value} maxLength={300} onChange={props.onChange}>
      <Label>{props.label}</Label>
      <Input placeholder={props.otherwise || 'Not said'} />
      {props.note && <span className={styles.note}>{props.note}</span>}
    </TextField>
  );
}

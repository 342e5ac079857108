import { FILE_PURPOSES, OUTPUTS, type Output } from '../../shared/portfolio/outputs';
import styles from './portfolio.module.css';

const WORDS: Readonly<Record<Output, string>> = {
  pdf: 'Portfolio as PDF',
  briefing: 'Briefing as slides, with a handout of the notes',
  html: 'Portfolio as one web page',
  zip: 'Zip of all these with the sources',
};

/** Which files an export makes; at least one. */
export function OutputChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly Output[];
  readonly onChange: (outputs: readonly Output[]) => void;
}) {
  const change = (output: Output, on: boolean) =>
    onChange(OUTPUTS.filter((each) => (each === output ? on : chosen.includes(each))));
  return (
    <fieldset className={styles.outputs}>
      <legend>Files</legend>
      {OUTPUTS.map((output) => (
        <label key={output} title={FILE_PURPOSES[output]}>
          <input
            type="checkbox"
            checked={chosen.includes(output)}
            onChange={(event) => change(output, event.target.checked)}
          />
          {WORDS[output]}
        </label>
      ))}
      {chosen.length === 0 && <p className={styles.none}>Choose at least one file.</p>}
    </fieldset>
  );
}

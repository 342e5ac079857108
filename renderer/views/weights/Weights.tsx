import { isolateHistory } from '@codemirror/commands';
import { useMemo, useRef, useState } from 'react';
import type {
  TriedCriterion,
  WeightsAnswer,
  WeightsQuestion,
} from '../../../shared/kinds/tradeoff-matrix/try-weights';
import type { BarsChart } from '../../../shared/preview/chart/spec';
import { notify } from '../../commands/notify';
import { useStudio } from '../../commands/studio-context';
import { DrawnChart } from '../../preview/chart/DrawnChart';
import { Button } from '../../ui/Button';
import type { ToolProps } from '../KindTools';
import { useTried } from '../use-tried';
import styles from '../views.module.css';

const AS_STATED: WeightsQuestion = { weights: null, turn: null };

/** Weights to turn: the others give way, and the totals say who wins. The file stays as it is until it is told to take them. */
export function Weights({ path }: ToolProps) {
  const studio = useStudio();
  const [question, setQuestion] = useState<WeightsQuestion>(AS_STATED);
  const tried = useTried<WeightsAnswer>(path, question);
  // One turn starts from the weights it found, so that going back and forth leaves nothing behind.
  const base = useRef<{ readonly index: number; readonly weights: readonly number[] } | null>(null);
  if (!tried) return <p className={styles.waiting}>Computing…</p>;
  const { answer, version } = tried;
  if (answer.problem !== null) return <p className={styles.waiting}>Nothing to try yet. {answer.problem}</p>;

  const turn = (index: number, value: number) => {
    if (base.current?.index !== index) base.current = { index, weights: answer.weights };
    setQuestion({ weights: base.current.weights, turn: { index, value } });
  };
  const reset = () => {
    base.current = null;
    setQuestion(AS_STATED);
  };
  const write = () => {
    const state = studio.buffers.state(path);
    if (!state || state.readOnly || studio.buffers.version(path) !== version) {
      notify(
        studio,
        'info',
        state?.readOnly
          ? 'This file is read-only.'
          : 'The text is still being checked. Try again in a moment.',
      );
      return;
    }
    studio.buffers.dispatch(path, {
      changes: answer.edits.map(({ from, to, insert }) => ({ from, to, insert })),
      annotations: isolateHistory.of('full'),
      userEvent: 'input.weights',
    });
    reset();
  };
  const changed = answer.edits.length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key of the fields within
    <div
      className={styles.body}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || changed === 0) return;
        event.stopPropagation();
        reset();
      }}
    >
      <p className={styles.result} role="status">
        {verdict(answer)}
      </p>
      <p className={styles.hint}>{nearest(answer)}</p>
      <Totals answer={answer} />
      <ul className={styles.sliders}>
        {answer.criteria.map((criterion, index) => (
          <WeightRow
            key={criterion.id}
            criterion={criterion}
            // What is turned shows its value at once, whenever the answer comes.
            value={question.turn?.index === index ? question.turn.value : criterion.weight}
            onTurn={(value) => turn(index, value)}
            onDone={() => {
              base.current = null;
            }}
          />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button look="primary" isDisabled={changed === 0} onPress={write}>
          Write into the File
        </Button>
        <Button isDisabled={changed === 0} onPress={reset}>
          As in the File
        </Button>
        <span className={styles.hint}>
          {changed === 0
            ? 'Nothing differs from the file.'
            : `Writes ${changed} numbers: weights and the totals that follow. Esc takes the weights back.`}
        </span>
      </div>
    </div>
  );
}

function verdict({ options, margin }: WeightsAnswer): string {
  const winner = options.find((option) => option.wins);
  const before = [...options].sort((a, b) => b.stated - a.stated)[0];
  if (!winner || !before) return '';
  const ahead = Number.isFinite(margin) ? `, ${margin.toFixed(2)} ahead` : '';
  const flipped = winner === before ? '' : ` With the weights of the file it was ${before.name}.`;
  return `${winner.name} wins with ${winner.total.toFixed(2)}${ahead}.${flipped}`;
}

/** The weight that has to move least for another option to win. */
function nearest({ criteria }: WeightsAnswer): string {
  let found: { readonly text: string; readonly way: number } | null = null;
  for (const { id, name, weight, critical } of criteria) {
    if (!critical) continue;
    const way = Math.abs(critical.weight - weight);
    if (found && found.way <= way) continue;
    const more = critical.weight > weight ? 'more' : 'less';
    const text = `Nearest to a change: ${id} ${name} at ${critical.weight.toFixed(2)}, ${way.toFixed(2)} ${more} than now; then ${critical.flipsTo} wins.`;
    found = { text, way };
  }
  return found?.text ?? 'No single weight changes the winner, the others scaled along.';
}

interface RowProps {
  readonly criterion: TriedCriterion;
  readonly value: number;
  readonly onTurn: (value: number) => void;
  readonly onDone: () => void;
}

function WeightRow({ criterion, value, onTurn, onDone }: RowProps) {
  const { id, name, weight, stated, critical } = criterion;
  const label = `Weight of ${id} ${name}`;
  return (
    <li>
      <span className={styles.name}>
        {id} {name}
      </span>
      <span className={styles.track}>
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={value}
          aria-label={label}
          aria-valuetext={`${value}`}
          onChange={(event) => onTurn(Number(event.target.value))}
          onPointerUp={onDone}
          onBlur={onDone}
        />
        {critical && (
          <span
            className={styles.flip}
            style={{ insetInlineStart: `${critical.weight}%` }}
            aria-hidden="true"
          />
        )}
      </span>
      <input
        type="number"
        min={0}
        max={100}
        step={0.1}
        value={value}
        aria-label={`${label}, in numbers`}
        onChange={(event) => event.target.value !== '' && onTurn(Number(event.target.value))}
        onBlur={onDone}
      />
      <span className={styles.note}>
        {[
          weight === stated ? '' : `in the file ${stated}`,
          critical
            ? `${critical.flipsTo} wins ${critical.weight > weight ? 'from' : 'below'} ${critical.weight.toFixed(2)}`
            : 'no weight changes the winner',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

function Totals({ answer }: { readonly answer: WeightsAnswer }) {
  const chart = useMemo((): BarsChart => {
    return {
      form: 'bars',
      direction: 'rows',
      axis: { label: '', look: 'plain', to: answer.max },
      series: [
        { label: 'wins', paint: 'accent' },
        { label: 'others', paint: 'rest' },
      ],
      quietLegend: true,
      panels: [
        {
          title: '',
          span: null,
          bars: answer.options.map((option) => ({
            label: option.name,
            span: null,
            strong: option.wins,
            total: `${option.total.toFixed(2)}${differs(option) ? ` (file ${option.stated.toFixed(2)})` : ''}`,
            parts: [{ series: option.wins ? 0 : 1, value: option.total, name: option.name, span: null }],
          })),
        },
      ],
    };
  }, [answer]);
  const alt = `Totals: ${answer.options.map((option) => `${option.name} ${option.total.toFixed(2)}`).join(', ')}.`;
  return <DrawnChart chart={chart} alt={alt} />;
}

function differs({ total, stated }: { readonly total: number; readonly stated: number }): boolean {
  return total.toFixed(2) !== stated.toFixed(2);
}

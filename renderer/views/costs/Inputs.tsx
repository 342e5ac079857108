import { useMemo, useState } from 'react';
import { withUnit } from '../../../shared/kinds/tco-model/preview/with-unit';
import type { InputKnob, InputsAnswer } from '../../../shared/kinds/tco-model/try-inputs';
import type { CostQuestion } from '../../../shared/kinds/tco-model/try-out';
import type { BarsChart } from '../../../shared/preview/chart/spec';
import { capitalised } from '../../../shared/preview/labels';
import { grouped } from '../../../shared/preview/number-text';
import { DrawnChart } from '../../preview/chart/DrawnChart';
import { Button } from '../../ui/Button';
import type { ToolProps } from '../KindTools';
import { useTried } from '../use-tried';
import styles from '../views.module.css';

/** Inputs that the file itself varies, to turn: the whole model is computed again. The file stays as it is. */
export function Inputs({ path, onJump }: ToolProps) {
  const [set, setSet] = useState<Readonly<Record<string, number>>>({});
  const question: CostQuestion = { ask: 'inputs', set };
  const tried = useTried<InputsAnswer>(path, question);
  if (!tried) return <p className={styles.waiting}>Computing…</p>;
  const { answer } = tried;
  if (answer.problem !== null) return <p className={styles.waiting}>Nothing to try yet. {answer.problem}</p>;
  const moved = answer.knobs.filter(({ id, base }) => set[id] !== undefined && set[id] !== base);
  return (
    <div className={styles.body}>
      <p className={styles.result} role="status">
        {verdict(answer, moved.length > 0)}
      </p>
      <Values answer={answer} />
      <ul className={styles.sliders}>
        {answer.knobs.map((knob) => (
          <KnobRow
            key={knob.id}
            knob={knob}
            value={set[knob.id] ?? knob.base}
            onTurn={(value) => setSet({ ...set, [knob.id]: value })}
            onJump={() => onJump(knob.span)}
            nameOf={(id) => answer.options.find((option) => option.id === id)?.name ?? id}
          />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button isDisabled={moved.length === 0} onPress={() => setSet({})}>
          As in the File
        </Button>
        <span className={styles.hint}>
          {moved.length === 0
            ? 'Nothing differs from the file.'
            : `${moved.length === 1 ? 'One input differs' : `${moved.length} inputs differ`} from the file, which stays as it is.`}
        </span>
      </div>
    </div>
  );
}

function verdict({ options, cheapest, baseCheapest, currency }: InputsAnswer, moved: boolean): string {
  const best = options.find((option) => option.id === cheapest);
  if (!best || best.npv === null) return 'With these inputs no option can be computed.';
  const others = options.flatMap((option) => (option === best || option.npv === null ? [] : [option.npv]));
  const ahead = others.length === 0 ? '' : `, ${grouped(Math.min(...others) - best.npv)} below the next`;
  const before = options.find((option) => option.id === baseCheapest);
  const turned =
    moved && before && before !== best ? ` With the inputs of the file it is ${before.name}.` : '';
  return `${best.name} is cheapest: NPV ${grouped(best.npv)} ${currency}${ahead}.${turned}`;
}

interface KnobRowProps {
  readonly knob: InputKnob;
  readonly value: number;
  readonly onTurn: (value: number) => void;
  readonly onJump: () => void;
  readonly nameOf: (id: string) => string;
}

function KnobRow({ knob, value, onTurn, onJump, nameOf }: KnobRowProps) {
  const { name, unit, base, min, max, step, meets } = knob;
  const words = withUnit(Number(value.toPrecision(6)), unit);
  return (
    <li>
      <button type="button" className={styles.name} title="Go to this input" onClick={onJump}>
        {capitalised(name)}
      </button>
      <span className={styles.track}>
        <input
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-label={capitalised(name)}
          aria-valuetext={words}
          onChange={(event) => onTurn(snapped(Number(event.target.value), base, step))}
        />
        {meets.map(({ value: at }) => (
          <span
            key={at}
            className={styles.flip}
            style={{ insetInlineStart: `${((at - min) / (max - min)) * 100}%` }}
            aria-hidden="true"
          />
        ))}
      </span>
      <span className={styles.value}>{words}</span>
      <span className={styles.note}>
        {[
          value === base ? '' : `in the file ${withUnit(base, unit)}`,
          ...meets.map(
            ({ value: at, between }) => `${between.map(nameOf).join(' and ')} meet at ${withUnit(at, unit)}`,
          ),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

/** Steps are counted from the least value: the file's own value is met where the slider is nearest to it. */
function snapped(value: number, base: number, step: number): number {
  return Math.abs(value - base) < step / 2 ? base : Number(value.toPrecision(10));
}

function Values({ answer }: { readonly answer: InputsAnswer }) {
  const chart = useMemo((): BarsChart => {
    const known = answer.options.filter((option) => option.npv !== null);
    return {
      form: 'bars',
      direction: 'rows',
      axis: { label: '', look: 'compact', to: Math.max(0, ...known.map((option) => option.baseNpv ?? 0)) },
      series: [
        { label: 'cheapest', paint: 'accent' },
        { label: 'others', paint: 'rest' },
      ],
      quietLegend: true,
      panels: [
        {
          title: '',
          span: null,
          bars: known.map((option) => ({
            label: option.name,
            span: null,
            strong: option.id === answer.cheapest,
            total: `${grouped(option.npv ?? 0)}${option.npv === option.baseNpv ? '' : ` (${signed((option.npv ?? 0) - (option.baseNpv ?? 0))})`}`,
            parts: [
              {
                series: option.id === answer.cheapest ? 0 : 1,
                value: option.npv ?? 0,
                name: option.name,
                span: null,
              },
            ],
          })),
        },
      ],
    };
  }, [answer]);
  const alt = `Net present values: ${answer.options.map((option) => `${option.name} ${option.npv === null ? 'not computed' : grouped(option.npv)}`).join(', ')}.`;
  return <DrawnChart chart={chart} alt={alt} />;
}

function signed(value: number): string {
  return value > 0 ? `+${grouped(value)}` : grouped(value);
}

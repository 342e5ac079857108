import type { Progress, Standing } from '../../shared/ipc/payloads';
import { GRADE_WORD } from '../look/finding-look';
import { ScrollArea } from '../ui/ScrollArea';
import styles from './progress.module.css';
import { Section } from './Section';

const WIDTH = 560;
const HEIGHT = 110;

/** How the packet stood day by day: points as a line, open musts and shoulds as bars; all of it in a table too. */
export function ProgressSection({ progress }: { readonly progress: Progress }) {
  const last = progress.at(-1);
  if (!last)
    return (
      <Section
        id="progress"
        title="Progress"
        text="A packet of your own keeps a record of its days on this machine, in numbers only."
      >
        {null}
      </Section>
    );
  return (
    <Section id="progress" title="Progress" text={textOf(progress)}>
      {progress.length > 1 && <Chart progress={progress} />}
      <details className={styles.details}>
        <summary>Day by day</summary>
        <ScrollArea label="Progress day by day" className={styles.scroll} whenNeeded>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Points</th>
                <th scope="col">Must</th>
                <th scope="col">Should</th>
                <th scope="col">Could</th>
                <th scope="col">RFC</th>
                <th scope="col">ADR catalog</th>
                <th scope="col">Review packet</th>
                <th scope="col">Postmortem</th>
              </tr>
            </thead>
            <tbody>
              {[...progress].reverse().map((day) => (
                <tr key={day.day}>
                  <th scope="row">{day.day}</th>
                  <td>{percentOf(day)}</td>
                  <td>{day.must}</td>
                  <td>{day.should}</td>
                  <td>{day.could}</td>
                  {DELIVERABLES.map((name, index) => {
                    const grade = day.grades[index] ?? null;
                    return <td key={name}>{grade === null ? '–' : GRADE_WORD[grade]}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      </details>
    </Section>
  );
}

const DELIVERABLES = ['rfc', 'adrs', 'review', 'postmortem'] as const;

function textOf(progress: Progress): string {
  const [first, last] = [progress[0] as Standing, progress.at(-1) as Standing];
  if (progress.length === 1)
    return `The record begins today: ${percentOf(last)} of the points, ${last.must} must and ${last.should} should open.`;
  return `From ${percentOf(first)} of the points on ${first.day} to ${percentOf(last)} on ${last.day}; open musts went from ${first.must} to ${last.must}.`;
}

function percentOf({ points }: Standing): string {
  return points === null ? '–' : `${Math.floor(points * 1000) / 10} %`;
}

/** Days stand where they are in the calendar: a week without work is a gap. */
function Chart({ progress }: { readonly progress: Progress }) {
  const days = progress.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  const [from, to] = [days[0] ?? 0, days.at(-1) ?? 1];
  const x = (index: number) => 34 + ((WIDTH - 44) * ((days[index] ?? from) - from)) / Math.max(1, to - from);
  const y = (share: number) => 8 + (HEIGHT - 28) * (1 - share);
  const most = Math.max(1, ...progress.map(({ must, should }) => must + should));
  const line = progress
    .map(({ points }, index) => (points === null ? null : `${x(index).toFixed(1)},${y(points).toFixed(1)}`))
    .filter((point) => point !== null);
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={textOf(progress)}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line className={styles.rule} x1="34" x2={WIDTH - 6} y1={y(share)} y2={y(share)} />
            <text className={styles.tick} x="28" y={y(share) + 3.5} textAnchor="end">
              {share * 100}
            </text>
          </g>
        ))}
        {progress.map(({ day, must, should }, index) => (
          <g key={day}>
            <rect
              className={styles.must}
              x={x(index) - 2.5}
              width="5"
              y={y(must / most)}
              height={y(0) - y(must / most)}
            />
            <rect
              className={styles.should}
              x={x(index) - 2.5}
              width="5"
              y={y((must + should) / most)}
              height={y(must / most) - y((must + should) / most)}
            />
          </g>
        ))}
        <polyline className={styles.line} points={line.join(' ')} />
        <text className={styles.tick} x="34" y={HEIGHT - 4}>
          {progress[0]?.day}
        </text>
        <text className={styles.tick} x={WIDTH - 6} y={HEIGHT - 4} textAnchor="end">
          {progress.at(-1)?.day}
        </text>
      </svg>
      <figcaption className={styles.legend}>
        <span>
          <i data-of="line" /> points, %
        </span>
        <span>
          <i data-of="must" /> open musts
        </span>
        <span>
          <i data-of="should" /> open shoulds
        </span>
        <span>bars: {most} at full height</span>
      </figcaption>
    </figure>
  );
}

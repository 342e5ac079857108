import { useMemo, useRef } from 'react';
import type { Progress } from '../../shared/ipc/payloads';
import { GRADE_WORD } from '../look/finding-look';
import { ChartSvg } from '../preview/chart/ChartSvg';
import { useRoom } from '../preview/chart/use-room';
import { ScrollArea } from '../ui/ScrollArea';
import styles from './progress.module.css';
import { progressScene } from './progress-scene';
import { percentOf, progressWords } from './progress-words';
import { Section } from './Section';

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
    <Section id="progress" title="Progress" text={progressWords(progress)}>
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

/** Drawn for the room that there is, so that its words are as large as those around it. */
function Chart({ progress }: { readonly progress: Progress }) {
  const holder = useRef<HTMLElement>(null);
  const width = useRoom(holder);
  const scene = useMemo(() => progressScene(progress, width), [progress, width]);
  return (
    <figure ref={holder} className={styles.chart}>
      <ChartSvg scene={scene} alt={progressWords(progress)} />
      <figcaption className={styles.legend}>
        <span>
          <i data-of="must" /> must, at the foot of a bar
        </span>
        <span>
          <i data-of="should" /> should, on top of it
        </span>
      </figcaption>
    </figure>
  );
}

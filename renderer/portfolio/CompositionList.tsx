import { useState } from 'react';
import { partsOf } from '../../shared/portfolio/composition';
import type { OutlineEntry, PortfolioOutline } from '../../shared/portfolio/outline';
import { EmptyState } from '../ui/EmptyState';
import styles from './composition.module.css';
import { moved, withOrderOf } from './order';
import { PartList } from './PartList';
import type { ComposedPortfolio } from './use-composition';

/** What the portfolio holds, part by part. */
export function CompositionList({
  outline,
  change,
}: {
  readonly outline: PortfolioOutline;
  readonly change: ComposedPortfolio['change'];
}) {
  const [said, setSaid] = useState('');
  const { composition, parts } = outline;
  if (parts.length === 0)
    return (
      <EmptyState
        title="Nothing to print yet"
        text="A portfolio holds the artifacts of the four parts. Write one, or copy a template into this kit."
      />
    );
  const printed = parts.filter((part) => part.printed);
  const numbers = partsOf(composition);
  const place = (path: string, where: OutlineEntry['place']) =>
    change({
      leaveOut: listed(composition.leaveOut, path, where === 'nowhere'),
      // What is left out keeps its place in the appendix, for when it comes back.
      ...(where === 'nowhere' ? {} : { appendix: listed(composition.appendix, path, where === 'appendix') }),
    });
  return (
    <div className={styles.composition}>
      <p className={styles.hint} id="composition-hint">
        Enter or the box leaves a file out and takes it in. Alt+Up and Alt+Down move it; so does the mouse.
      </p>
      {parts.map((part) => (
        <PartList
          key={part.part}
          part={part}
          isFirst={part === printed[0]}
          isLast={part === printed.at(-1)}
          onPrint={(on) =>
            change({ parts: on ? [...numbers, part.part] : numbers.filter((n) => n !== part.part) })
          }
          onMove={(by) => {
            const order = moved(
              printed.map((one) => one.part),
              part.part,
              by,
            );
            // Parts that are empty so far are printed as soon as they hold something.
            if (order) change({ parts: [...order, ...numbers.filter((n) => !order.includes(n))] });
          }}
          onOrder={(paths) => change({ order: withOrderOf(composition.order, paths) })}
          onPlace={place}
          onSay={setSaid}
        />
      ))}
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

function listed(list: readonly string[], path: string, on: boolean): readonly string[] {
  const rest = list.filter((one) => one !== path);
  return on ? (list.includes(path) ? list : [...rest, path]) : rest;
}

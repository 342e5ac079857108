import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { shortMinutes, spellMinutes } from '../../shared/packet/estimates';
import type { Action } from '../../shared/packet/next-action';
import type { PacketView } from '../../shared/packet/packet-view';
import { goToPlace } from '../commands/packet';
import type { Studio } from '../commands/studio';
import { useRun, useStudio } from '../commands/studio-context';
import { GRADE_WORD, SEVERITY_LOOK } from '../look/finding-look';
import { Button } from '../ui/Button';
import { Mark } from '../ui/Mark';
import { Words } from '../ui/Words';
import styles from './next.module.css';
import { Section } from './Section';

/** Actions that are listed before somebody asks for more. */
const SHORT = 6;

/** The one thing to do next, and what follows it. */
export function NextSection({ view }: { readonly view: PacketView }) {
  const [all, setAll] = useState(false);
  const [first, ...others] = view.actions;
  if (!first)
    return (
      <Section id="next" title="Next">
        <p className={styles.sentence}>Nothing is open. Export the packet, or let somebody read it.</p>
      </Section>
    );
  const shown = all ? others : others.slice(0, SHORT);
  const hidden = others.length - shown.length;
  return (
    <Section id="next" title="Next">
      <div className={styles.best}>
        <p className={styles.sentence}>
          <strong>{first.label}:</strong> <Words text={first.text} />,{' '}
          <span className={styles.time}>{spellMinutes(first.minutes)}</span>
        </p>
        <Go action={first} />
        {first.lifts && (
          <p className={styles.lifts}>This alone makes the file {GRADE_WORD[first.lifts].toLowerCase()}.</p>
        )}
      </div>
      {others.length > 0 && (
        <ol className={styles.list} start={2} aria-label="What comes after that">
          {shown.map((action) => (
            <ActionRow key={action.key} action={action} />
          ))}
        </ol>
      )}
      {(hidden > 0 || (all && others.length > SHORT)) && (
        <Button look="quiet" onPress={() => setAll(!all)}>
          {all ? 'Show Fewer' : `Show ${hidden} More`}
        </Button>
      )}
      {all && view.more > 0 && <p className={styles.lifts}>{view.more} more follow when these are done.</p>}
    </Section>
  );
}

function ActionRow({ action }: { readonly action: Action }) {
  const studio = useStudio();
  const run = useRun();
  const { severity, label, text, id, minutes, lifts } = action;
  const { word, shape } = SEVERITY_LOOK[severity];
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => go(studio, action, () => run('file.new'))}>
        <span className={styles.severity}>
          <Mark shape={shape} tone={severity} />
          <span className="visually-hidden">{word}. </span>
        </span>
        <span className={styles.what}>
          <strong>{label}:</strong> <Words text={text} />
          {lifts && <span className={styles.lift}> makes it {GRADE_WORD[lifts].toLowerCase()}</span>}
        </span>
        <span className={styles.id}>{action.does === 'begin' ? '' : id}</span>
        <span className={styles.minutes}>{shortMinutes(minutes)}</span>
      </button>
    </li>
  );
}

function Go({ action }: { readonly action: Action }) {
  const studio = useStudio();
  const run = useRun();
  return (
    <Button look="primary" onPress={() => go(studio, action, () => run('file.new'))}>
      {action.does === 'begin' ? 'New File…' : 'Go There'}
      <ArrowRight size={14} aria-hidden="true" />
    </Button>
  );
}

function go(studio: Studio, { path, span, does }: Action, begin: () => void): void {
  if (path === null) begin();
  else goToPlace(studio, path, span, does === 'answer' || span === null);
}

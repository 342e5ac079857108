import type { StandardOffer } from '../../shared/rubric/custom/standard';
import { useStudio, useStudioState } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { visibleName } from '../ui/visible-name';
import styles from './dialogs.module.css';

/** Asks whether the kit's own standard is to apply, and shows what it changes. Until then the studio's applies. */
export function Standard() {
  const studio = useStudio();
  const { offer, choice } = useStudioState((state) => state.standard);
  const close = () => studio.store.setState({ overlay: null });
  const choose = (chosen: 'own' | 'studio') => {
    close();
    studio.standard.choose(chosen);
  };
  if (!offer)
    return (
      <Dialog title="The kit’s own standard" onClose={close}>
        <p className={styles.body}>
          This kit is judged by the studio’s standard: its kit.yaml changes nothing in it.
        </p>
        <DialogActions>
          <Button look="primary" onPress={close}>
            Close
          </Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog title="This kit brings its own standard" onClose={close}>
      <div className={styles.standard}>
        <p>
          {choice === 'own' && 'It applies. '}
          {choice === 'studio' && 'It is left out, as you chose. '}
          It changes what is found in the kit’s files. Nothing in it is code. Your choice is kept for this
          folder until the standard says something else.
        </p>
        <Changes offer={offer} />
        <p className={styles.soft}>
          It stands in {offer.files.map(([path]) => visibleName(path)).join(', ')}.
        </p>
      </div>
      <DialogActions>
        <Button look="quiet" onPress={() => choose('studio')}>
          Keep the Studio’s Standard
        </Button>
        <Button look="primary" onPress={() => choose('own')}>
          Use the Kit’s Standard
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Changes({ offer }: { readonly offer: StandardOffer }) {
  const { changes, ownKinds, assignments, people, terms } = offer;
  return (
    <ul className={styles.standardList} aria-label="What it changes">
      {changes.map(({ id, title, from, to, reason, kinds }) => (
        <li key={`${id} ${kinds.join(' ')}`}>
          <strong>{id}</strong> {title}: {to === 'off' ? 'switched off' : `${from} becomes ${to}`}
          {kinds.length > 0 && ` in ${kinds.map(visibleName).join(', ')}`}
          {reason !== null && <span className={styles.soft}> ({visibleName(reason)})</span>}
        </li>
      ))}
      {ownKinds.map(({ id, title, criteria }) => (
        <li key={`kind ${id}`}>
          <strong>{visibleName(title)}</strong>: a kind of its own with{' '}
          {counted(criteria, 'criterion', 'criteria')}
        </li>
      ))}
      {assignments.map(({ glob, kind }) => (
        <li key={`glob ${glob}`}>
          <code>{visibleName(glob)}</code>:{' '}
          {kind === null ? 'is no artifact' : `is judged as ${visibleName(kind)}`}
        </li>
      ))}
      {people > 0 && <li>{counted(people, 'person', 'people')} whom criteria know by name</li>}
      {terms > 0 && <li>{counted(terms, 'term', 'terms')} of its glossary</li>}
    </ul>
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

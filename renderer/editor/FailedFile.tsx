import type { HostError } from '../../shared/ipc/contract';
import { closeFile } from '../commands/files';
import { useStudio } from '../commands/studio-context';
import type { Tab } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';

/** Stands in the place of a file that has nothing to show, and says why. */
export function FailedFile({ tab, error }: { readonly tab: Tab; readonly error: HostError | null }) {
  const studio = useStudio();
  const line = error?.line;
  return (
    <EmptyState
      title={`${tab.name} cannot be shown`}
      text={`${line === undefined ? '' : `Line ${line}: `}${error?.message ?? ''}`}
    >
      <Button onPress={() => closeFile(studio, tab.path)}>Close Tab</Button>
    </EmptyState>
  );
}

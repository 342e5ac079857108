import { requestClose } from '../commands/files';
import { discardRecovered, recoveredTabs } from '../commands/recovering';
import { saveFile } from '../commands/saving';
import { useStudio, useStudioState } from '../commands/studio-context';
import { momentWords } from '../commands/time-words';
import { update } from '../state/studio-state';
import { changedTab, type Tab } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { Banner } from './Banner';
import { ConflictBanner } from './ConflictBanner';

/** What the user has to know, or decide, about the file that is shown. */
export function Banners({ tab }: { readonly tab: Tab }) {
  const studio = useStudio();
  const { path, name, conflict } = tab;
  const others = useStudioState((state) => recoveredTabs(state.tabs.order).length);
  const compare = () =>
    studio.store.setState({ overlay: { kind: 'comparison', path, other: { kind: 'disk' } } });
  const set = (change: Parameters<typeof changedTab>[2]) =>
    update(studio.store, 'tabs', (tabs) => changedTab(tabs, path, change));
  return (
    <>
      {conflict && <ConflictBanner tab={{ ...tab, conflict }} />}
      {tab.recoveredAt !== null && (
        <Banner tone="info" text={`Recovered unsaved changes from ${whenText(tab.recoveredAt)}.`}>
          {conflict === null && <Button onPress={compare}>Compare with Disk</Button>}
          {others > 1 && (
            <Button look="quiet" onPress={() => studio.store.setState({ overlay: { kind: 'recovered' } })}>
              All {others} Recovered…
            </Button>
          )}
          <Button onPress={() => void discardRecovered(studio, tab)}>Discard</Button>
          <Button look="quiet" onPress={() => set({ recoveredAt: null })}>
            Keep
          </Button>
        </Banner>
      )}
      {tab.saveError && (
        <Banner tone="problem" text={`${name} was not saved. ${tab.saveError.message}`}>
          <Button onPress={() => void saveFile(studio, path)}>Try Again</Button>
          <Button look="quiet" onPress={() => set({ saveError: null })}>
            Dismiss
          </Button>
        </Banner>
      )}
      {tab.plain && (
        <Banner
          tone="info"
          text={`${name} is longer than five million characters: it can be edited as plain text, without highlighting, preview and checks.`}
        >
          <Button look="quiet" onPress={() => requestClose(studio, path)}>
            Close Tab
          </Button>
        </Banner>
      )}
    </>
  );
}

function whenText(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? 'an earlier run' : momentWords(at, Date.now());
}

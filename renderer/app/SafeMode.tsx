import { type ReactNode, useState } from 'react';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';

/** True when the window was opened without its preview, because it had stopped several times within a minute. */
export const inSafeMode = (): boolean => new URLSearchParams(location.search).has('safe');

/** Stays on until the window is loaded again, whichever file is shown. */
let switchedOn = false;

/** Leaves out what draws a text, in a window that kept stopping, until the user wants it back. */
export function UnlessSafe({ children }: { readonly children: ReactNode }) {
  const [on, setOn] = useState(switchedOn || !inSafeMode());
  if (on) return children;
  const switchOn = () => {
    switchedOn = true;
    setOn(true);
  };
  return (
    <EmptyState
      title="Safe mode: the preview is off"
      text="The window stopped three times within a minute, and what a preview draws is the likeliest cause. Your text is here and can be edited and saved. The Help menu shows the log, and saves a report."
    >
      <Button look="primary" onPress={switchOn}>
        Switch the Preview On
      </Button>
    </EmptyState>
  );
}

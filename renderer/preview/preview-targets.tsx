import { createContext, useContext } from 'react';

/** What links and pictures of a preview lead to. */
export interface PreviewTargetsValue {
  /** Kit path of the file that is shown. */
  readonly path: string;
  /** Address of a picture of the kit; null when the kit has no such file. */
  readonly imageUrl: (path: string) => string | null;
  /** Follows a link as it is written in the file. */
  readonly follow: (href: string) => void;
}

export const PreviewTargets = createContext<PreviewTargetsValue>({
  path: '',
  imageUrl: () => null,
  follow: () => undefined,
});

export function usePreviewTargets(): PreviewTargetsValue {
  return useContext(PreviewTargets);
}

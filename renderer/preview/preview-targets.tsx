import { createContext, useContext } from 'react';

/** What links and pictures of a preview lead to. */
export interface PreviewTargetsValue {
  /** Kit path of the file that is shown. */
  readonly path: string;
  /** Address of a picture of the kit; null when the kit has no such file. */
  readonly imageUrl: (path: string) => string | null;
  /** Follows a link as it is written in the file. */
  readonly follow: (href: string) => void;
  /** Shows a picture as large as the window. */
  readonly enlarge?: (picture: EnlargedPicture) => void;
  /** Goes to a place of the source. */
  readonly jump?: (offset: number) => void;
  /** Ticks or unticks the task whose item starts at an offset; left out where the text is only shown. */
  readonly toggleTask?: (offset: number) => void;
  /** Copies a link to the heading at an offset. */
  readonly copyLink?: (offset: number) => void;
}

export interface EnlargedPicture {
  readonly title: string;
  readonly src: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export const PreviewTargets = createContext<PreviewTargetsValue>({
  path: '',
  imageUrl: () => null,
  follow: () => undefined,
});

export function usePreviewTargets(): PreviewTargetsValue {
  return useContext(PreviewTargets);
}

import { type ReactNode, useMemo } from 'react';
import { useStudio, useStudioState } from '../commands/studio-context';
import { themeOf } from '../state/app-slice';
import { DiagramContext } from './Diagram';
import { previewServices } from './preview-services';

/** Gives the diagrams inside it the window's store of drawings, its theme and its zoom. */
export function PreviewDiagrams({ children }: { readonly children: ReactNode }) {
  const studio = useStudio();
  const theme = useStudioState((state) => themeOf(state.app));
  const context = useMemo(
    () => ({
      store: previewServices(studio).diagrams,
      theme,
      zoom: ({ url, width, height }: { url: string; width: number; height: number }, title: string) =>
        studio.store.setState({ overlay: { kind: 'picture', title, src: url, width, height } }),
    }),
    [theme, studio],
  );
  return <DiagramContext value={context}>{children}</DiagramContext>;
}

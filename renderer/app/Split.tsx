import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useStudio, useStudioState } from '../commands/studio-context';
import { withSizes } from '../state/layout-slice';
import { update } from '../state/studio-state';
import { layoutOf, sizesOf } from './panel-sizes';
import styles from './Split.module.css';

export interface SplitPart {
  readonly id: string;
  /** Share of the space until the user changes it, in percent. */
  readonly share: number;
  /** Pixels, or percent with `%`. */
  readonly least: number | string;
  /** Of the line before this part; the first has none. */
  readonly resize?: string;
  readonly content: ReactNode;
}

export interface SplitProps {
  /** Under which the sizes are remembered, per kit. */
  readonly name: string;
  readonly stacked?: boolean;
  readonly parts: readonly SplitPart[];
}

/** Parts side by side or one above the other, with lines between them that pointer and arrow keys move. */
export function Split({ name, stacked = false, parts }: SplitProps) {
  const studio = useStudio();
  const generation = useStudioState((state) => state.layout.generation);
  const sizes = useStudioState((state) => state.layout.sizes[name]);
  const ids = parts.map(({ id }) => id);
  const remembered = layoutOf(ids, sizes);
  return (
    <Group
      key={`${generation} ${stacked}`}
      className={styles.group}
      orientation={stacked ? 'vertical' : 'horizontal'}
      defaultLayout={remembered}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (ids.length > 1 && isUserInteraction)
          update(studio.store, 'layout', (now) => withSizes(now, name, sizesOf(ids, layout)));
      }}
    >
      {parts.map(({ id, share, least, resize, content }, index) => (
        <Fragment key={id}>
          {index > 0 && <Separator className={styles.separator} aria-label={resize ?? 'Resize'} />}
          <Panel
            id={id}
            defaultSize={`${remembered?.[id] ?? share}%`}
            minSize={least}
            className={styles.panel}
          >
            {content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

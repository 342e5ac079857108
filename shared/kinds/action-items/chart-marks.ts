import type { Mark, Paint } from '../../preview/chart/spec';
import { type ActionItem, PRIORITIES } from './model';

const PRIORITY_PAINTS: Readonly<Record<string, Paint>> = { P0: 'bad', P1: 'accent', P2: 'rest' };

export function paintOf({ priority }: ActionItem): Paint {
  return PRIORITY_PAINTS[priority] ?? 'soft';
}

export function markOf(item: ActionItem, more: string): Mark {
  const title = item.at.at('title').text;
  const extent = item.at.node?.span;
  return {
    name: `${item.name}${title === null ? '' : `, ${title}`}: ${more}`,
    span: item.at.at('id').span,
    ...(extent ? { extent } : {}),
  };
}

export function priorities(items: readonly ActionItem[]) {
  return PRIORITIES.filter((priority) => items.some((item) => item.priority === priority)).map((label) => ({
    label,
    paint: PRIORITY_PAINTS[label] ?? 'soft',
    shape: 'box' as const,
  }));
}

export function typeOf({ at }: ActionItem): string | null {
  return at.at('type').text;
}

import { EDITING_COMMANDS, type EditingCommandId } from '../../shared/editing-commands';
import { notify } from './notify';
import type { Studio } from './studio';

/** Has the editor carry out one of its commands, and says why nothing happened when nothing did. */
function edit(studio: Studio, id: EditingCommandId): void {
  const { kit } = studio.store.getState();
  const told = studio.editor?.run(id) ?? '';
  if (told === '') return;
  const readOnly = kit?.readOnly && told.includes('read-only');
  notify(
    studio,
    'info',
    readOnly ? `${kit.name} is read-only. Copy the file into a packet of your own to edit it.` : told,
  );
}

/** What the commands that the editor carries out do: all of them the same. */
export const EDITING_BEHAVIOURS = Object.fromEntries(
  EDITING_COMMANDS.map(({ id }) => [id, (studio: Studio) => edit(studio, id)]),
) as Readonly<Record<EditingCommandId, (studio: Studio) => void>>;

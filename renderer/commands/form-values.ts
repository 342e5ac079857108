/** True where a value of a form is focused, and not the field that it opens: keys and commands are about the value then. */
export function onFormValue(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement && target.parentElement?.hasAttribute('data-cell') === true;
}

const DAY = 24 * 60 * 60 * 1000;

/** The day of a moment, as a heading: today, yesterday, or its date. Milliseconds since 1970, in the user's time zone. */
export function dayWords(at: number, now: number): string {
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const date = new Date(at);
  const year = date.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const };
  // Some versions of the language data put a comma, in some of the forms.
  return date
    .toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', ...year })
    .replace(',', '');
}

export function clockWords(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** A moment within a sentence: `today at 14:05`, `on 3 May at 09:10`. */
export function momentWords(at: number, now: number): string {
  const day = dayWords(at, now);
  const on = day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : `on ${dateWords(at, now)}`;
  return `${on} at ${clockWords(at)}`;
}

/** A date as short as it can be told. */
export function dateWords(at: number, now: number): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const };
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...year });
}

function midnight(at: number): number {
  const date = new Date(at);
  // Noon, so that an hour more or less in spring and autumn does not matter.
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12).getTime();
}

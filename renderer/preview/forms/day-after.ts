const DAY = 86_400_000;

/** The day so many days later, as files spell it; the same text where it is no day. */
export function dayAfter(day: string, days: number): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day.trim()) ? Date.parse(`${day.trim()}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(time) ? new Date(time + days * DAY).toISOString().slice(0, 10) : day;
}

const MINUTES_PER_DAY = 1440;

/** A UTC time stamp of a minute since 1970: `2024-03-12T09:05Z`. */
export function stampOf(minute: number): string {
  return `${new Date(Math.floor(minute) * 60_000).toISOString().slice(0, 16)}Z`;
}

/** The time of day of a minute, spelled as another one is: `09:05`, `09:05Z`, `09:05 UTC`. */
export function clockOf(minute: number, like: string): string {
  const day = ((Math.floor(minute) % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(day / 60))}:${two(day % 60)}${/\s?(?:Z|UTC)$/.exec(like)?.[0] ?? ''}`;
}

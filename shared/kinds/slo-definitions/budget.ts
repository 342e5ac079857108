import type { Alert, Slo } from './model';

/** Per cent of the budget that is gone when an alert fires at its burn rate; null while a figure for it is missing. */
export function spentWhenFired({ window }: Slo, { long, burnRate }: Alert): number | null {
  if (!window || !long || burnRate === null || window.minutes === 0) return null;
  return (100 * burnRate * long.minutes) / window.minutes;
}

/** The target of the first objective when it is a share below one. */
export function targetOf({ spec }: Slo): number | null {
  const target = spec.at('objectives', 0, 'target').number;
  return target !== null && target >= 0 && target < 1 ? target : null;
}

/** Minutes of complete failure that the window allows; null without a target or a window of fixed length. */
export function allowedMinutes(slo: Slo): number | null {
  const target = targetOf(slo);
  // Shares are written in decimals: 1 - 0.9995 is 0.0005 and nothing more.
  return target === null || !slo.window ? null : Math.round((1 - target) * slo.window.minutes * 1e6) / 1e6;
}

/** Hours until all of the budget is gone at a burn rate. */
export function hoursToEmpty({ window }: Slo, { burnRate }: Alert): number | null {
  return !window || burnRate === null || burnRate <= 0 ? null : window.minutes / burnRate / 60;
}

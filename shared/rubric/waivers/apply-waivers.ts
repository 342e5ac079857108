import type { Finding } from '../finding';
import type { CriterionResult } from '../report';
import { anchorOf, closeness } from './anchor';
import type { WaivedBy, Waiver } from './waiver';

/** The findings of one file with the waived ones marked, and what became of each waiver for it. */
export interface WaivedFindings {
  readonly findings: readonly Finding[];
  /** Waivers that silence a finding. */
  readonly inForce: readonly Waiver[];
  /** Waivers whose finding does not stand at the quoted text any more. */
  readonly idle: readonly Waiver[];
}

/**
 * Marks the findings of a file that its waivers silence. A waiver holds for one place: the one whose text it quotes, and of several the one
 * that stands between the same words. All findings of its id at that place are one gap in several sentences.
 */
export function applyWaivers(
  findings: readonly Finding[],
  text: string,
  waivers: readonly Waiver[],
): WaivedFindings {
  const silenced = new Map<string, WaivedBy>();
  const inForce: Waiver[] = [];
  const idle: Waiver[] = [];
  for (const waiver of waivers) {
    let best: Finding | null = null;
    let fits = 0;
    for (const finding of findings) {
      if (finding.id !== waiver.finding || silenced.has(placeKey(finding))) continue;
      const found = closeness(waiver, anchorOf(text, finding.span));
      if (found > fits) {
        best = finding;
        fits = found;
      }
    }
    if (!best) idle.push(waiver);
    else {
      silenced.set(placeKey(best), { reason: waiver.reason, by: waiver.by, date: waiver.date });
      inForce.push(waiver);
    }
  }
  if (silenced.size === 0) return { findings, inForce, idle };
  const marked = findings.map((finding) => {
    const waived = silenced.get(placeKey(finding));
    return waived ? { ...finding, waived } : finding;
  });
  return { findings: marked, inForce, idle };
}

function placeKey(finding: Finding): string {
  return `${finding.id} ${finding.span.from} ${finding.span.to}`;
}

/**
 * Marks the failing criteria whose every finding is waived, and those that failed only because of one of them. They stay failed: a waiver says
 * that a gap is accepted, not that it is closed. A person's no is such a gap too.
 */
export function waiveCriteria(
  criteria: readonly CriterionResult[],
  findings: readonly Finding[],
): readonly CriterionResult[] {
  const open = new Set(findings.filter((f) => !f.waived).map((f) => f.id));
  const reasons = new Map<string, WaivedBy>();
  for (const finding of findings)
    if (finding.waived && !open.has(finding.id)) reasons.set(finding.id, finding.waived);
  if (reasons.size === 0) return criteria;
  return criteria.map((result) => {
    if (result.verdict !== 'fail' && result.assessed?.answer !== 'no') return result;
    const own = reasons.get(result.id);
    const cause = result.because !== undefined && !open.has(result.id) ? reasons.get(result.because) : null;
    const waived = own ?? cause;
    return waived ? { ...result, waived } : result;
  });
}

/** What to say of a waiver that silences nothing: that the text it accepted has changed, or that there is nothing left to accept. */
export function idleReason(waiver: Waiver, text: string): string {
  const stands = text.replace(/\s+/g, ' ').includes(waiver.quote);
  return stands
    ? `Waiver without use: ${waiver.finding} finds nothing at the quoted text of ${waiver.path} any more`
    : `Waiver expired, the text changed: ${waiver.path} no longer holds the quoted words`;
}

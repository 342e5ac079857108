import { fileName } from '../../domain/kit-path';
import type { OutlineStep } from '../../text/sections';

/** A section by its name in messages; a heading that starts with the name or with one of the aliases stands for it. */
const section = (name: string, ...aliases: readonly string[]): OutlineStep => ({
  name,
  aliases: [name, ...aliases],
});

/** Papers that are known by their file's name; `RFC-007-one-pager.md` is a one-pager. */
const BY_NAME: Readonly<Record<string, readonly OutlineStep[]>> = {
  'one-pager': [
    section('Ask', 'The ask', 'Request', 'Decision needed'),
    section('Why now'),
    section('Options and scores', 'Options', 'Alternatives'),
    section('Cost', 'Costs', 'Price'),
    section('What we need'),
  ],
  'problem-brief': [
    section('Method', 'How we counted'),
    section('Findings', 'Baseline', 'Results'),
    section('Annual cost', 'Cost'),
    section('Limits', 'Limitations'),
  ],
  'rollback-runbook': [
    section('When'),
    section('Preconditions', 'Before you start', 'Prerequisites'),
    section('Steps', 'Procedure'),
    section('Verification', 'Verify'),
    section('Stop conditions', 'When to stop', 'Stop'),
    section('Comms', 'Communication', 'Who to tell'),
  ],
  'replay-runbook': [
    section('When'),
    section('Cut-off maths', 'Cut-off', 'Cutoff'),
    section('Steps', 'Procedure'),
    section('Verification query', 'Verification', 'Verify'),
    section('Stop conditions', 'When to stop', 'Stop'),
    section('Game-day schedule', 'Game day', 'Game-day', 'Exercises'),
  ],
  'tco-summary': [
    section('Answer first', 'Answer', 'The answer'),
    section('Totals table', 'Totals'),
    section('What decides it', 'What decides'),
    section('Where we lose'),
    section('Sources and dates', 'Sources'),
  ],
  'pre-read': [
    section('Decision needed', 'Decision'),
    section('Facts agreed', 'Facts', 'What we agree on'),
    section('Options', 'Alternatives'),
    section('Where we disagree', 'Disagreements'),
    section('Questions for you', 'Questions'),
  ],
  'review-minutes': [
    section('Attendance', 'Present', 'Participants'),
    section('Slot log', 'Slots', 'Log'),
    section('Arguments in order', 'Arguments', 'Discussion'),
    section('Decisions', 'Decision'),
    section('Actions', 'Action items'),
  ],
  'facilitation-guide': [
    section('Before'),
    section('Opening words', 'Opening'),
    section('Handling heat', 'When it gets heated', 'Heat'),
    section('Dissent round script', 'Dissent round', 'Dissent'),
    section('Closing'),
    section('Checklist'),
  ],
  'review-retrospective': [
    section('What the format did well', 'What went well', 'What worked', 'What held'),
    section('What it missed', 'What went wrong', 'What we missed', 'What did not work'),
    section('Changes', 'What changes', 'What we change', 'Actions'),
  ],
  'error-budget-policy': [
    section('Scope'),
    section('Budgets', 'Budget'),
    section('Thresholds', 'Threshold'),
    section('Freeze and exceptions', 'Freeze', 'Exceptions'),
    section('This incident', 'Incidents', 'Incident'),
    section('Review'),
  ],
  'detection-gap-analysis': [
    section('Signals that were green', 'Green signals'),
    section('Signals that existed unseen', 'Unseen signals', 'Signals unseen'),
    section('Effect of a completeness alert', 'Effect of', 'Counterfactual'),
    section('Residual blind spots', 'Blind spots', 'What stays unseen'),
  ],
  'customer-communication': [
    section('Audience'),
    section('Grocer notice', 'Customer notice', 'Notice'),
    section('Ads partner notice', 'Partner notice'),
    section('Support macro', 'Macro', 'Support reply'),
    section('What we do not say', "What we don't say"),
  ],
};

/** What every paper of a subtype holds, whatever it is about. Subtypes that say too little for that (`guide`, `analysis`) are not listed. */
const BY_SUBTYPE: Readonly<Record<string, readonly OutlineStep[]>> = {
  'one-pager': BY_NAME['one-pager'] ?? [],
  'pre-read': BY_NAME['pre-read'] ?? [],
  brief: without('problem-brief', 'Annual cost'),
  runbook: without('rollback-runbook', 'Preconditions', 'Comms'),
  minutes: without('review-minutes', 'Slot log', 'Arguments in order'),
  retrospective: BY_NAME['review-retrospective'] ?? [],
  policy: without('error-budget-policy', 'Budgets', 'Thresholds', 'This incident'),
  communication: without('customer-communication', 'Grocer notice', 'Ads partner notice', 'Support macro'),
};

/** The sections that a paper must hold, by its file's name, else by its subtype; null when nothing prescribes any. */
export function outlineOf(path: string, subtype: string | null): readonly OutlineStep[] | null {
  const name = fileName(path)
    .replace(/\.(?:md|markdown)$/i, '')
    .toLowerCase();
  for (const [known, outline] of Object.entries(BY_NAME))
    if (name === known || name.endsWith(`-${known}`)) return outline;
  return subtype !== null && Object.hasOwn(BY_SUBTYPE, subtype) ? (BY_SUBTYPE[subtype] ?? null) : null;
}

function without(name: string, ...left: readonly string[]): readonly OutlineStep[] {
  return (BY_NAME[name] ?? []).filter((step) => !left.includes(step.name));
}

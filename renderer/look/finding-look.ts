import type { Answer, Grade } from '../../shared/domain/grade';
import type { FindingSeverity, Verdict } from '../../shared/domain/verdict';
import type { Finding } from '../../shared/rubric/finding';
import type { MarkShape, MarkTone } from '../ui/Mark';

interface Look {
  readonly word: string;
  readonly shape: MarkShape;
  readonly tone: MarkTone;
}

/** How severities look everywhere: one word, one shape, one tone. */
export const SEVERITY_LOOK: Readonly<Record<FindingSeverity, Look>> = {
  must: { word: 'Must', shape: 'disc', tone: 'must' },
  should: { word: 'Should', shape: 'triangle', tone: 'should' },
  could: { word: 'Could', shape: 'diamond', tone: 'could' },
  info: { word: 'Note', shape: 'ring', tone: 'quiet' },
};

export const VERDICT_LOOK: Readonly<Record<Exclude<Verdict, 'fail'>, Look>> & {
  readonly fail: Omit<Look, 'tone'>;
} = {
  pass: { word: 'Met', shape: 'check', tone: 'good' },
  fail: { word: 'Not met', shape: 'cross' },
  'not-applicable': { word: 'Not applicable', shape: 'dash', tone: 'quiet' },
  'not-evaluated': { word: 'Not evaluated', shape: 'ring', tone: 'quiet' },
  manual: { word: 'For you to judge', shape: 'question', tone: 'quiet' },
  error: { word: 'Check broke', shape: 'question', tone: 'should' },
};

/** How a person's answer looks: never as what a check found. */
export const ANSWER_LOOK: Readonly<Record<Answer, Omit<Look, 'tone'>>> = {
  yes: { word: 'Yes, by you', shape: 'check' },
  partly: { word: 'Partly, by you', shape: 'dash' },
  no: { word: 'No, by you', shape: 'cross' },
};

export const ANSWER_WORD: Readonly<Record<Answer, string>> = { yes: 'Yes', partly: 'Partly', no: 'No' };

export const GRADE_WORD: Readonly<Record<Grade, string>> = {
  draft: 'Draft',
  'senior-grade': 'Senior-grade',
  'staff-ready': 'Staff-ready',
};

/** The grade in words; one that waivers helped to says so. */
export function gradeWord(grade: Grade, waivers = 0): string {
  if (waivers === 0) return GRADE_WORD[grade];
  return `${GRADE_WORD[grade]} with ${waivers} ${waivers === 1 ? 'waiver' : 'waivers'}`;
}

/** A finding as lists and editors show it: one that is waived is a note that says why. */
export function shownFinding(finding: Finding): Finding {
  if (!finding.waived) return finding;
  return { ...finding, severity: 'info', message: `${finding.message} (waived: ${finding.waived.reason})` };
}

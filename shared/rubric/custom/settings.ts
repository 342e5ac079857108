import type { FindingSeverity, Severity } from '../../domain/verdict';
import type { DataNode } from '../../text/data-tree';
import type { Finding } from '../finding';
import { Form } from './form';
import type { CriterionSetting } from './standard';

/** A criterion or rule that a kit may change. */
export interface Changeable {
  readonly title: string;
  readonly severity: FindingSeverity;
}

/** What settings may refer to. */
export interface SettingsContext {
  readonly known: ReadonlyMap<string, Changeable>;
  /** True for ids of a rubric that could not be read: its own finding says so. */
  mayName(id: string): boolean;
  readonly kinds: ReadonlySet<string>;
}

const CHANGES = ['off', 'must', 'should', 'could'] as const;
const RANK: Readonly<Record<Severity | 'off', number>> = { must: 3, should: 2, could: 1, off: 0 };

/**
 * Reads `criteria:`, a mapping from ids to what changes. Taking weight from a must asks for a reason: whoever reads the report has to be able to
 * judge whether the packet meets the standard or the standard was bent to meet the packet.
 */
export function readSettings(
  path: string,
  text: string,
  node: DataNode,
  { known, mayName, kinds }: SettingsContext,
  findings: Finding[],
): readonly CriterionSetting[] {
  const whole = new Form(path, text, node, findings, '"criteria"');
  if (node.kind !== 'map') {
    whole.complain(
      whole.span,
      '"criteria" is a mapping from ids to what changes, such as `RFC-12: {severity: could}`',
    );
    return [];
  }
  const settings: CriterionSetting[] = [];
  for (const [id, child] of node.members) {
    const form = new Form(path, text, child, findings, `The setting of ${id}`);
    const criterion = known.get(id);
    if (!criterion) {
      if (!mayName(id)) form.complain(form.span, `"${id}" is no criterion or rule of this studio or kit`);
      continue;
    }
    if (!form.hasOnly(['severity', 'reason', 'kinds'])) continue;
    const change = form.oneOf('severity', CHANGES);
    if (!form.member('severity'))
      form.complain(form.span, `The setting of ${id} needs "severity": off, must, should or could`);
    const reason = form.line('reason');
    const limits = form.lines('kinds');
    for (const kind of limits)
      if (!kinds.has(kind)) form.complain(form.place('kinds'), `"${kind}" is no kind of this studio or kit`);
    if (change !== null && reason === null && criterion.severity === 'must' && RANK[change] < RANK.must) {
      const what = change === 'off' ? 'Switching off' : 'Lowering';
      form.complain(
        form.span,
        `${what} a must needs a reason; ${id} stays as it is until there is one`,
        'Write `reason:` with what makes this must not hold for your packet; reports show it.',
      );
    }
    if (form.sound && change !== null) settings.push({ id, change, reason, kinds: limits });
  }
  return settings;
}

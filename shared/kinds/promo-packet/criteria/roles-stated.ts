import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { packet } from '../example-packet';
import { MY_ROLES, type MyRole, type PromoPacket } from '../model';

const LEAST: readonly (readonly [MyRole, number])[] = [
  ['author', 2],
  ['facilitator', 1],
];

/** PP-02. */
export const rolesStated: AutoCriterion<PromoPacket> = {
  id: 'PP-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Your role in each document is stated, with two authored and one facilitated',
  failTitle: 'Your roles are not stated, or show one side only',
  why: '"Helped with" hides as much as it claims. A level above asks for writing of your own and for a group you brought to a decision.',
  hint: 'State your role in each document honestly: author, co-author, facilitator or reviewer.',
  sources: ['SENG'],
  check: ({ model }) => {
    const { manifest, header } = model;
    if (manifest.length === 0) return failBecause('PP-01');
    const problems: Problem[] = manifest
      .filter(({ role }) => role === null)
      .map(({ at, path }) => {
        const stated = at.at('my_role');
        return {
          span: stated.text === null ? at.at('path').span : stated.span,
          message:
            stated.text === null
              ? `${path} has no \`my_role\``
              : `"${stated.text}" is no role; it is one of ${MY_ROLES.join(', ')}`,
        };
      });
    if (problems.length === 0) {
      for (const [role, least] of LEAST) {
        const count = manifest.filter((entry) => entry.role === role).length;
        if (count < least)
          problems.push({
            span: header.at('manifest').keySpan,
            message: `You are the ${role} of ${count} documents; at least ${least} ${least === 1 ? 'is' : 'are'} wanted`,
          });
      }
    }
    return judge(
      problems,
      manifest.map(({ at }) => at.at('my_role').span),
    );
  },
  examples: {
    pass: [{ source: packet({}), evidence: ['facilitator'] }],
    fail: [
      { source: packet({}).replace('my_role: facilitator', 'my_role: helper'), at: ['helper'] },
      { source: packet({}).replace(', my_role: facilitator', ''), at: ['part3/consensus-doc.md'] },
      { source: packet({}).replace('my_role: facilitator', 'my_role: reviewer'), at: ['manifest'] },
      { source: packet({}).replace('my_role: author', 'my_role: reviewer'), at: ['manifest'] },
      { source: packet({ manifest: '' }), at: [] },
    ],
  },
};

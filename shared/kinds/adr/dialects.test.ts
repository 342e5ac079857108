import { describe, expect, it } from 'vitest';
import { newCheckSession } from '../../studio';
import { parseMarkdown } from '../../text/markdown';
import { dialectOf } from './dialect';
import { MADR_2, MADR_3, MADR_4, NYGARD } from './dialect-samples.test-support';

const PEOPLE =
  'id: RM-1\ntitle: Who\nowner: ada\ndate: "2024-01-01"\npeople:\n  - {key: ada, name: Ada Example, role: Lead, team: Core, level: 2}\n';

function check(text: string, path = 'doc/adr/0007-a-decision.md') {
  const session = newCheckSession('Kit');
  session.setFile(path, text);
  session.setFile('raci-matrix.yaml', PEOPLE);
  session.settle();
  const report = session.artifact(path);
  if (!report) throw new Error('No report');
  const verdict = (id: string) => report.criteria.find((c) => c.id === id)?.verdict;
  const evidence = (id: string) =>
    (report.criteria.find((c) => c.id === id)?.evidence ?? []).map((s) => text.slice(s.from, s.to));
  const because = report.criteria.flatMap((c) => (c.because?.startsWith('AD-') ? [[c.id, c.because]] : []));
  const findings = report.findings
    .filter((f) => /^(?:AD|GEN-06)/.test(f.id))
    .map((f) => ({ id: f.id, at: text.slice(f.span.from, f.span.to), message: f.message }));
  return { session, report, verdict, evidence, because, findings };
}

describe('recognition', () => {
  it.each([
    ['nygard', NYGARD],
    ['madr-2', MADR_2],
    ['madr-3', MADR_3],
    ['madr-4', MADR_4],
  ] as const)('%s is told by headings and header, whatever the file is called', (dialect, text) => {
    expect(dialectOf(parseMarkdown(text))).toBe(dialect);
    expect(check(text).report.kind).toBe('adr');
  });

  it('is ours as soon as one of our keys or sections is there', () => {
    expect(dialectOf(parseMarkdown(MADR_4.replace('status:', 'confidence: low\nstatus:')))).toBe('own');
    expect(dialectOf(parseMarkdown(`${NYGARD}\n## Revisit triggers\n\nTW-01.\n`))).toBe('own');
  });

  it('takes no other document for an ADR', () => {
    for (const heading of ['## Status', '## Context', '## Decision', '## Consequences'])
      expect(check(NYGARD.replace(heading, '## Else')).report.kind).toBeNull();
    expect(check('# Notes\n\n## Context\n\nx\n\n## Decision\n\nx\n').report.kind).toBeNull();
  });
});

describe("Nygard's form", () => {
  it('is read where it stands', () => {
    const { session } = check(NYGARD);
    const known = check(NYGARD);
    expect(known.verdict('AD-02')).toBe('pass');
    expect(known.evidence('AD-02')).toEqual(['We will']);
    expect(known.verdict('AD-08')).toBe('pass');
    expect(known.verdict('AD-04')).toBe('pass');
    expect(known.evidence('AD-04')).toEqual([
      'Moving a region to its own database becomes harder.',
      'Locks on the table make night loads slower.',
    ]);
    session.setFile(
      'adr-003-old.md',
      '---\nid: ADR-003\nstatus: superseded\nsuperseded-by: [ADR-007]\n---\n\n# Old\n',
    );
    session.settle();
    const result = session.artifact('doc/adr/0007-a-decision.md')?.criteria.find((c) => c.id === 'AD-07');
    expect(result?.verdict).toBe('pass');
    expect(new Set(result?.evidence.map((s) => NYGARD.slice(s.from, s.to)))).toEqual(new Set(['3']));
  });

  it('lacks what it lacks in one finding of ours, and an owner in another', () => {
    const { findings, because } = check(NYGARD);
    expect(findings.filter((f) => f.id === 'AD-01')).toEqual([
      {
        id: 'AD-01',
        at: '# 7. Keep invoices in one ledger table',
        message:
          "This ADR has Nygard's form, and what it holds was read there; what it lacks is `decision-makers`, `reversibility`, `confidence`, `consulted`, `informed`, `superseded-by`, `related`, `revisit` in the header, and the sections Considered options, Reversibility and exit cost, Confirmation, Revisit triggers",
      },
    ]);
    expect(findings.filter((f) => f.id === 'GEN-06')).toEqual([
      { id: 'GEN-06', at: '# 7. Keep invoices in one ledger table', message: 'The header lacks `owner`' },
    ]);
    expect(findings.map((f) => f.id).filter((id) => id !== 'AD-12' && id !== 'AD-13')).toEqual([
      'AD-01',
      'GEN-06',
    ]);
    expect(because).toEqual([
      ['AD-03', 'AD-01'],
      ['AD-05', 'AD-01'],
      ['AD-09', 'AD-01'],
      ['AD-10', 'AD-01'],
    ]);
  });

  it('with a gap of its own has that gap too', () => {
    const { findings } = check(
      NYGARD.replace('We will keep', 'Invoices are kept').replace('becomes harder', 'changes'),
    );
    expect(findings.map((f) => [f.id, f.at])).toEqual(
      expect.arrayContaining([
        ['AD-02', '## Decision'],
        ['AD-04', '## Consequences'],
      ]),
    );
  });

  it('says an unknown status at its place', () => {
    const { findings } = check(NYGARD.replace('Accepted', 'On hold'));
    expect(findings.find((f) => f.message.startsWith('`status`'))).toMatchObject({ id: 'AD-01', at: 'On' });
  });
});

describe('MADR', () => {
  it('2 is read from its bullets and its positive and negative consequences', () => {
    const { verdict, evidence, findings, session } = check(MADR_2, 'docs/adr/0004-use-a-queue.md');
    expect(verdict('AD-02')).toBe('pass');
    expect(verdict('AD-04')).toBe('pass');
    expect(evidence('AD-04')).toEqual(
      ['* One more service to pay for.', '* Orders arrive later than before.'].map((t) =>
        expect.stringContaining(t.slice(2)),
      ),
    );
    expect(verdict('AD-03')).toBe('not-evaluated');
    expect(verdict('GEN-06')).toBe('pass');
    expect(evidence('GEN-06')).toEqual(
      expect.arrayContaining(['superseded', 'Ada Example, Bob Sample and Cy Third', '2023-05-04']),
    );
    session.setFile(
      'adr-012-use-a-log.md',
      '---\nid: ADR-012\nstatus: accepted\nsupersedes: [ADR-004]\n---\n\n# Log\n',
    );
    session.settle();
    const ids = session.artifact('docs/adr/0004-use-a-queue.md')?.criteria.find((c) => c.id === 'AD-07');
    expect(ids?.verdict).toBe('pass');
    const [gap] = findings.filter((f) => f.id === 'AD-01');
    expect(gap?.message).toContain('the form of MADR 2');
    expect(gap?.message).toContain('Reversibility and exit cost, Confirmation, Revisit triggers');
    expect(gap?.message).not.toContain('Consequences');
  });

  it.each([
    ['3', MADR_3],
    ['4', MADR_4],
  ])('%s is read from its front matter, its nested sections and its pros and cons', (version, text) => {
    const { verdict, evidence, findings, because } = check(text, 'docs/adr/0009-prices.md');
    for (const id of ['AD-02', 'AD-03', 'AD-04', 'AD-08', 'GEN-06'])
      expect([id, verdict(id)]).toEqual([id, 'pass']);
    expect(evidence('AD-03')).toEqual(['### Events', '### Polling', '### Nightly file']);
    expect(findings.filter((f) => f.id === 'AD-01').map((f) => f.message)).toEqual([
      `This ADR has the form of MADR ${version}, and what it holds was read there; what it lacks is \`reversibility\`, \`confidence\`, \`supersedes\`, \`superseded-by\`, \`related\`, \`revisit\` in the header, and the sections Reversibility and exit cost, Revisit triggers`,
    ]);
    expect(findings.filter((f) => f.id === 'AD-10').map((f) => f.message)).toEqual([
      'The section names no person who owns the check',
    ]);
    expect(because).toEqual([
      ['AD-05', 'AD-01'],
      ['AD-09', 'AD-01'],
    ]);
  });

  it('without pros of an option has that gap at the option', () => {
    const { findings } = check(MADR_4.replace('* Good, because they are quick\n', ''));
    expect(findings.filter((f) => f.id === 'AD-03')).toEqual([
      { id: 'AD-03', at: '### Events', message: '"Events" has no "Good, because"' },
    ]);
  });

  it('with options that are only listed says so', () => {
    const listed = MADR_4.slice(0, MADR_4.indexOf('## Pros and Cons'));
    expect(check(listed).findings.filter((f) => f.id === 'AD-03')).toEqual([
      {
        id: 'AD-03',
        at: '## Considered Options',
        message: '3 options are listed, and none is argued below a heading of its own',
      },
    ]);
  });

  it('grows into our form by adding what is asked for', () => {
    const grown = MADR_4.replace(
      'status: accepted',
      'id: ADR-009\ntitle: Publish prices as events\nowner: Ada Example\nreversibility: type-2\nconfidence: high\nsupersedes: []\nsuperseded-by: []\nrelated: []\nrevisit: []\nstatus: accepted',
    ).replace(
      '## Pros and Cons',
      `## Reversibility and exit cost\n\nGoing back takes 3 weeks.${' word'.repeat(30)}\n\n## Revisit triggers\n\n2025-01-10: reopen if more than 5 % of events are late.\n\n## Pros and Cons`,
    );
    const { findings, verdict } = check(grown, 'docs/adr-009-prices.md');
    expect(findings.map((f) => f.id).filter((id) => id !== 'AD-12' && id !== 'AD-13')).toEqual(['AD-10']);
    expect(verdict('AD-03')).toBe('pass');
    expect(verdict('AD-04')).toBe('pass');
  });
});

describe('half-written foreign ADRs', () => {
  it('break nothing at any length', () => {
    for (const text of [NYGARD, MADR_2, MADR_3])
      for (let length = 0; length < text.length; length += 37) {
        const { report } = check(text.slice(0, length), 'adr-007-x.md');
        expect(report.criteria.filter((c) => c.verdict === 'error')).toEqual([]);
        for (const f of report.findings) expect(f.span.to).toBeLessThanOrEqual(length);
      }
  });
});

import { describe, expect, it } from 'vitest';
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { KINDS } from '../../shared/kinds';
import { RubricCatalogue } from '../../shared/rubric/catalogue';
import type { ReportJson } from '../../shared/rubric/report-json';
import { newCheckSession } from '../../shared/studio';
import { explain } from './explain';
import { reportAsAnnotations } from './github-annotations';
import { reportAsText } from './report-text';
import { reportToSarif } from './sarif';

const catalogue = new RubricCatalogue(KINDS, CONSISTENCY_RULES);

const at = (line: number, column: number, offset: number) => ({ line, column, offset });

const report: ReportJson = {
  version: 1,
  kit: { root: '/home/me/my kit', name: 'My kit' },
  artifacts: [],
  findings: [
    {
      id: 'GEN-02',
      severity: 'must',
      path: 'part 1/RFC-001.md',
      range: { start: at(3, 5, 20), end: at(3, 9, 24) },
      message: 'A blank, 50 % of it: left\nin',
      hint: 'Fill it.',
      related: [],
    },
    {
      id: 'schema',
      severity: 'could',
      path: 'a,b.yaml',
      range: { start: at(1, 1, 0), end: at(2, 4, 9) },
      message: 'Over two lines',
      hint: null,
      related: [{ path: 'c.md', range: { start: at(1, 1, 0), end: at(1, 2, 1) }, message: 'the other side' }],
    },
    {
      id: 'GEN-02',
      severity: 'must',
      path: 'part 1/RFC-001.md',
      range: { start: at(9, 1, 90), end: at(9, 2, 91) },
      message: 'Accepted',
      hint: null,
      related: [],
      waived: { reason: 'Our template asks for it', by: 'Ana Ruiz', date: '2026-01-02' },
    },
  ],
  summary: { must: 1, should: 0, could: 1, info: 0, error: 0 },
};

describe('the text', () => {
  const line = `${'before '.repeat(20)}[one](a.md) and ${'between '.repeat(2)}[two](b.md) ${'after '.repeat(30)}`;
  const session = newCheckSession('Text');
  session.setFile('RFC-001-x.md', `# RFC-001: X\n\n${line}\n`);
  session.settle();
  const text = reportAsText(session.report(), (path) => session.text(path), { colour: false, least: 'must' });
  const lines = text.split('\n');

  it('shows the place in a long line, with a sign where the line is cut', () => {
    const found = lines.findIndex((one) => one.includes('"b.md" is not in the packet'));
    const [excerpt = '', caret = ''] = lines.slice(found + 1);
    expect(excerpt.trim()).toMatch(/^….*\[two\]\(b\.md\).*…$/);
    expect(excerpt.slice(caret.indexOf('^'), caret.length)).toBe('b.md');
  });

  it('says once what to do about several findings of one cause', () => {
    expect(text.split('Point the link at a file of the packet').length).toBe(2);
    expect(lines.at(-2)).toMatch(/^1 file: \d+ must/);
  });
});

describe('GitHub annotations', () => {
  it('escapes what the command syntax uses, and leaves out columns over several lines', () => {
    expect(reportAsAnnotations(report, (path) => `docs/${path}`).split('\n')).toEqual([
      '::error file=docs/part 1/RFC-001.md,line=3,endLine=3,col=5,endColumn=9,title=GEN-02::A blank, 50 %25 of it: left%0Ain. Fill it.',
      '::notice file=docs/a%2Cb.yaml,line=1,endLine=2,title=schema::Over two lines',
      '',
    ]);
  });
});

describe('SARIF', () => {
  const log = reportToSarif({ report, catalogue, version: '1.2.3', base: 'file:///home/me/my%20kit/' });
  const { runs } = JSON.parse(JSON.stringify(log));
  const [run] = runs;

  it('is one run that names its rules, its base and how columns count', () => {
    expect(run.tool.driver).toMatchObject({ name: 'Staffwright', semanticVersion: '1.2.3' });
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['GEN-02', 'schema']);
    expect(run.tool.driver.rules[0].defaultConfiguration.level).toBe('error');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds.KIT.uri).toBe('file:///home/me/my%20kit/');
  });

  it('gives each finding its level, its encoded address, its region and the other places', () => {
    const [first, second] = run.results;
    expect(first).toMatchObject({ ruleId: 'GEN-02', ruleIndex: 0, level: 'error' });
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'part%201/RFC-001.md', uriBaseId: 'KIT' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9, charOffset: 20, charLength: 4 },
    });
    expect(second.level).toBe('note');
    expect(second.relatedLocations[0].message.text).toBe('the other side');
    expect(second.suppressions).toBeUndefined();
  });

  it('hands a waiver on as a suppression with its reason', () => {
    expect(run.results[2].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Our template asks for it' },
    ]);
  });
});

describe('explain', () => {
  const run = (...args: string[]) => {
    let out = '';
    let complaints = '';
    const code = explain(
      args,
      catalogue,
      (text) => {
        out += text;
      },
      (text) => {
        complaints += text;
      },
    );
    return { code, out, complaints };
  };

  it.each(catalogue.ids.map((id) => [id]))('tells about %s', (id) => {
    const { code, out } = run(id);
    expect(code).toBe(0);
    expect(out.startsWith(`${id} (`)).toBe(true);
    expect(out).toContain('Why committees look for it:');
  });

  it('takes lower case, and offers what is near', () => {
    expect(run('rfc-04').out).toContain('RFC-04 (must)');
    expect(run('rfc-4').out).toContain('RFC-04 (must)');
    expect(run('RFC-99').complaints).toContain('RFC-0');
    expect(run('RFC-99').code).toBe(2);
    expect(run('NOPE-1').complaints).toContain('There is no criterion or rule NOPE-1');
    expect(run().complaints).toContain('Usage');
  });
});

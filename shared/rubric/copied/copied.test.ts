import { describe, expect, it } from 'vitest';
import { kitReport, kitText, mutate, swap } from '../../kinds/kit-fixture.test-support';
import { applyEdits } from '../../text/edits/edit';
import { parseMarkdown } from '../../text/markdown';
import type { Source } from '../artifact';
import { parseSource } from '../parse-source';
import { copiedParts, isStillCopied } from './copied-parts';
import { copyEntry } from './copy-entry';
import { copySection } from './copy-section';
import { markerLine, markersIn } from './marker';

const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';
const EXAMPLE = `---
id: RFC-1
---
# RFC-1: Example

## 1. Summary and ask

We propose to move all orders by 2024-06-28.

## 2. Problem, quantified

Orders arrive late by 94 min at the median.
Nobody saw it for 315 min on 2024-03-12.

### Who feels it

The three grocers of the north feel it first.

## 3. Goals

Fresh within 5 min.
`;
const AT = EXAMPLE.indexOf('Orders arrive');

const copy = (text: string, offset = AT) => {
  const done = copySection(text, EXAMPLE, offset);
  return done.ok ? applyEdits(text, done.edits) : done.reason;
};
const parts = (path: string, text: string) => copiedParts(parseSource(path, text) as Source);
const mark = markerLine('md', '2. Problem, quantified', EXAMPLE.slice(AT, EXAMPLE.indexOf('\n## 3.'))) ?? '';

describe('the marker of a copy', () => {
  it('is one line that is read back', () => {
    expect(mark).toMatch(/^<!-- From the worked example: 2\. Problem, quantified\. .* \[[0-9a-z ]+\] -->$/);
    const [read] = markersIn(`# A\n\n${mark}\n\nText.\n`);
    expect(read).toMatchObject({ title: '2. Problem, quantified', from: 5, to: 5 + mark.length });
    expect(read?.signs).toHaveLength(3);
  });

  it('holds nothing that would end it, and not more than one line of signs', () => {
    const long = Array.from({ length: 400 }, (_, i) => `Sentence number ${i} of a long text.`).join('\n');
    const line = markerLine('md', 'A --> [b]\nc', long) ?? '';
    expect(line.match(/-->/g)).toHaveLength(1);
    expect(markersIn(line)[0]?.signs).toHaveLength(12);
    expect(markerLine('md', 'A', '# Head\n\n---\n')).toBeNull();
  });

  it('is nothing that only looks like it', () => {
    for (const text of [
      'From the worked example: x. Not yours until rewritten. [abcd]',
      '<!-- From the worked example: x. Not yours until rewritten. [] -->',
      '<!-- From the worked example: x. [abcd] -->',
      'He wrote # From the worked example: x. Not yours until rewritten. [abcd]',
    ])
      expect(markersIn(text)).toEqual([]);
  });
});

describe('a copied part', () => {
  const own = copy('# RFC-9\n\n## Summary\n\nOurs.\n');

  it('reaches to the end of its section, sub-sections included', () => {
    const [part] = parts('rfc.md', own);
    expect(own.slice(part?.span.from, part?.span.to)).toContain('The three grocers');
    expect(own.slice(part?.span.from, part?.span.to)).not.toContain('Ours');
    expect(part && isStillCopied(part)).toBe(true);
  });

  it('is its author’s once most of it is rewritten', () => {
    const half = own.replace('Orders arrive late by 94 min at the median.', 'Invoices are paid twice.');
    expect(parts('rfc.md', half).map(isStillCopied)).toEqual([true]);
    const most = half.replace('Nobody saw it for 315 min on 2024-03-12.', 'Two a week, since 2023-01-09.');
    expect(parts('rfc.md', most).map(isStillCopied)).toEqual([false]);
  });

  it('stays a copy when it is only wrapped, capitalised or moved about', () => {
    const moved = own
      .replace('Orders arrive late by 94 min at the median.\n', '')
      .replace('### Who', 'ORDERS  ARRIVE late by 94 min at the median.\n\n### Who');
    expect(parts('rfc.md', moved).map(isStillCopied)).toEqual([true]);
  });

  it('is an entry in a data file', () => {
    const line = markerLine('yaml', 'criteria', 'criteria:\n  - name: Cost of a year\n    weight: 30\n');
    const text = `id: A\n${line}\ncriteria:\n  - name: Cost of a year\n    weight: 30\nowner: Ana of the north\n`;
    const [part] = parts('a.yaml', text);
    expect(text.slice(part?.span.from, part?.span.to)).toBe(text.slice(6, text.indexOf('owner')));
  });
});

describe('copying a section', () => {
  it('puts a missing one among its neighbours, numbered like them', () => {
    expect(copy('# R\n\n## 1. Summary and ask\n\nOurs.\n\n## 2. Goals\n\nTheirs.\n')).toBe(
      `# R\n\n## 1. Summary and ask\n\nOurs.\n\n## Problem, quantified\n\n${mark}\n\n${EXAMPLE.slice(
        AT,
        EXAMPLE.indexOf('\n## 3.'),
      )}\n## 2. Goals\n\nTheirs.\n`,
    );
    expect(copy('# R\n\n## 1. Summary\n\nOurs.\n')).toContain(
      'Ours.\n\n## 2. Problem, quantified\n\n<!-- From',
    );
  });

  it('fills one that is blank, under the heading it has', () => {
    const text = '# R\n\n## 4. Problem\n\n<Say who feels it.>\n\n## 5. Goals\n\nOurs.\n';
    const done = copy(text);
    expect(done).toContain(`## 4. Problem\n\n${mark}\n\nOrders arrive`);
    expect(done).not.toContain('<Say');
    expect(done).toContain('feel it first.\n\n## 5. Goals');
  });

  it('leaves what is written, and follows below', () => {
    const done = copy('# R\n\n## Problem, quantified\n\nInvoices are paid twice.\n\n## Goals\n\nOurs.\n');
    expect(done).toContain(`Invoices are paid twice.\n\n${mark}\n\nOrders arrive`);
    expect(done).toContain('feel it first.\n\n## Goals');
    // What stands above the marker is the author's own.
    const [part] = parts('r.md', done);
    expect(done.slice(part?.span.from, part?.span.to)).not.toContain('Invoices');
  });

  it('keeps the line ends of the file, and works in an empty one', () => {
    expect(copy('# R\r\n\r\n## Problem\r\n\r\n')).not.toMatch(/[^\r]\n/);
    expect(parseMarkdown(copy('')).headings.map(({ text }) => text)).toEqual([
      'Problem, quantified',
      'Who feels it',
    ]);
  });

  it('is refused where there is nothing to copy', () => {
    expect(copy('# R\n', 0)).toBe('The example has no section here.');
  });
});

describe('copying an entry of data', () => {
  const example =
    'id: A\nscale: [0, 10]\ncriteria:\n  - name: Cost of a year\n    weight: 30\noptions:\n  - name: Stay\n';
  const entry = (text: string, at: string | number = 0) => {
    const done = copyEntry(text, example, typeof at === 'number' ? at : text.indexOf(at));
    return done.ok ? applyEdits(text, done.edits) : done.reason;
  };
  const line = markerLine('yaml', 'criteria', 'criteria:\n  - name: Cost of a year\n    weight: 30');

  it('fills the one the cursor is in', () => {
    expect(entry('id: B\nscale: [1, 5]\ncriteria: []\noptions: []\n', 'criteria')).toBe(
      `id: B\nscale: [1, 5]\n${line}\ncriteria:\n  - name: Cost of a year\n    weight: 30\noptions: []\n`,
    );
  });

  it('adds the first that is missing, where the example has it', () => {
    expect(entry('id: B\nscale: [1, 5]\noptions:\n  - name: Go\n')).toBe(
      `id: B\nscale: [1, 5]\n${line}\ncriteria:\n  - name: Cost of a year\n    weight: 30\noptions:\n  - name: Go\n`,
    );
    expect(entry('')).toMatch(/^# From the worked example: scale\. .*\nscale: \[0, 10\]\n$/);
  });

  it('touches nothing that is written', () => {
    expect(entry('scale: [1]\ncriteria: [a]\noptions: [b]\n')).toMatch(/has every part/);
    expect(entry('{scale: [1]}\n')).toMatch(/share a line/);
    expect(entry('scale: [1\n')).toMatch(/does not parse/);
  });
});

describe('the rubric', () => {
  const text = kitText(RFC);
  const from = text.indexOf('\n', text.indexOf('## 3. Problem, quantified')) + 1;
  const section = text.slice(from, text.indexOf('\n## 4.'));
  const marked = `${text.slice(0, from)}\n${markerLine('md', '3. Problem, quantified', section)}\n${text.slice(from)}`;

  it('does not count what rests on copied text', () => {
    const before = kitReport(RFC).criteria.find(({ id }) => id === 'RFC-04');
    expect(before?.verdict).toBe('pass');
    const { report } = mutate(RFC, () => marked);
    expect(report.criteria.find(({ id }) => id === 'RFC-04')).toMatchObject({
      verdict: 'fail',
      because: 'GEN-08',
      evidence: [],
    });
    expect(report.grade).not.toBe('staff-ready');
  });

  it('counts it again once the section is the author’s, and offers to take the marker away', () => {
    const rewritten = marked.replace(section, section.replace(/\b(the|a|is|of|in|to)\b/g, '$1 own'));
    const { report } = mutate(RFC, () => rewritten);
    expect(report.criteria.find(({ id }) => id === 'GEN-08')?.verdict).toBe('pass');
    expect(report.criteria.find(({ id }) => id === 'RFC-04')?.because).not.toBe('GEN-08');
    const remark = report.findings.find(({ id }) => id === 'PROSE-05');
    expect(applyEdits(rewritten, remark?.fix?.edits ?? [])).not.toContain('From the worked example');
  });

  it('says nothing of a file without a marker', () => {
    const { report } = mutate(RFC, swap('# RFC-042', '# RFC-042 '));
    expect(report.criteria.find(({ id }) => id === 'GEN-08')?.verdict).toBe('not-applicable');
  });
});

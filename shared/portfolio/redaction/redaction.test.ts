import { describe, expect, it } from 'vitest';
import { readRedaction } from './read-redaction';
import { redactKit } from './redact-kit';
import type { Redaction } from './redaction';
import { Redactor, type Writing } from './redactor';

const LIST = `version: 1
terms:
  - original: Meridian Retail
    pseudonym: Company A
  - original: Meridian
    pseudonym: Company A
  - original: harborfs
    pseudonym: storage-x
  - original: 海港科技
    pseudonym: Company B
people:
  - name: Inês Carvalho
    pseudonym: Alex Morgan
    aliases: [icx9, ines.c@meridian.io]
    initials: IC
  - name: Bo Mark
    pseudonym: Person-2
hosts:
  - original: db01.meridian.internal
    pseudonym: host-1.example
  - original: 10.20.30.40
    pseudonym: 192.0.2.1
patterns:
  - pattern: 'ACME-\\d+'
    pseudonym: Ticket {n}
`;

function redaction(text = LIST): Redaction {
  const read = readRedaction(text);
  expect(read.problems).toEqual([]);
  return read.redaction as Redaction;
}

describe('what is hidden is replaced in every form it takes', () => {
  it.each<[string, string, Writing?]>([
    ['Meridian Retail grew.', 'Company A grew.'],
    ["Meridian Retail's and Meridian’s", "Company A's and Company A’s"],
    ['MERIDIAN RETAIL, meridian-retail, meridian_retail', 'COMPANY A, company-a, company_a'],
    ['MeridianRetail and meridianRetail', 'CompanyA and companyA'],
    ['the meridianBilling class, MeridianBilling', 'the companyaBilling class, CompanyABilling'],
    ['Meridian\nRetail grew', 'Company\nA grew'],
    ['> Meridian\n> Retail grew', '> Company\n> A grew'],
    ['**Meridian** Retail', '**Company** A'],
    ['Meridian%20Retail.md', 'Company%20A.md'],
    ['Meridianism', 'Meridianism'],
    ['premeridian', 'premeridian'],
    ['the Meridians', 'the Company As'],
    ['HarborFS and harborfs01', 'Storage-x and storage-x01'],
    ['我们在海港科技工作', '我们在Company B工作'],
    ['Inês Carvalho and Ines Carvalho', 'Alex Morgan and Alex Morgan'],
    ['Ine\u0302s Carvalho', 'Alex Morgan'],
    ['ines.carvalho@x.io, icarvalho, CARVALHO, Inês', 'alex.morgan@x.io, amorgan, MORGAN, Alex'],
    ['I. Carvalho; I.C.; IC; Carvalho, Inês', 'A. Morgan; A.M.; AM; Morgan, Alex'],
    ['ic is not IC', 'ic is not AM'],
    ['write to ines.c@meridian.io or icx9', 'write to alex.morgan@company-a.io or Alex Morgan'],
    ['Bo Mark said: mark it. bmark; Mark; bo.mark', 'Person-2 said: mark it. person-2; Mark; person-2'],
    ['"In\\u00eas Carvalho"', '"Alex Morgan"', 'data'],
    ['"a\\nInês"', '"a\\nAlex"', 'data'],
    ['In&#234;s', 'Alex'],
    ['db01.meridian.internal:5432', 'host-1.example:5432'],
    ['10.20.30.40 110.20.30.40 10.20.30.401', '192.0.2.1 110.20.30.40 10.20.30.401'],
    ['ACME-7, ACME-12, ACME-7', 'Ticket 1, Ticket 2, Ticket 1'],
    ['meridian --> db[Meridian DB]', 'company_a --> db[Company A DB]', 'diagram'],
    ['meridian: note', 'company-a: note'],
    ['Ines\u00adCarvalho und Mer\u00ad\u00adidian', 'Alex\u00adMorgan und Company A'],
    ['- Ines\n- Carvalho', '- Alex\n- Morgan'],
  ])('%j', (text, expected, writing = 'prose') => {
    const redactor = new Redactor(redaction());
    const redacted = redactor.redact(text, writing);
    expect(redacted).toBe(expected);
    expect(redacted.split('\n')).toHaveLength(text.split('\n').length);
    expect(redactor.hits(redacted, writing)).toEqual([]);
  });

  it('Arabic and Hebrew words with letters in front', () => {
    const list = redaction('version: 1\nterms:\n  - original: المرفأ\n    pseudonym: Firm\n');
    expect(new Redactor(list).redact('في والمرفأ', 'prose')).toBe('في والFirm'.replace('ال', ''));
  });

  it('stays linear on long runs', () => {
    const redactor = new Redactor(redaction());
    const text = `${' '.repeat(200_000)}${'a'.repeat(200_000)}${'\\'.repeat(100_000)}${'meridian '.repeat(5000)}`;
    const before = performance.now();
    expect(redactor.hits(text, 'prose').length).toBeGreaterThan(4000);
    expect(performance.now() - before).toBeLessThan(4000);
  });
});

describe('a copy of a kit', () => {
  const kit = {
    texts: new Map([
      [
        'part2-adr-catalog/adr-001-meridian.md',
        '---\nowner: Inês Carvalho # asked by Meridian\n---\n# ADR-001: Meridian Retail\n\nSee [x](../part1/Meridian%20Retail%20plan.yaml) and [y](#meridian-retail).\n\n```mermaid\nflowchart LR\n  meridian --> b["Inês at Meridian"]\n```\n\n## Meridian Retail\n',
      ],
      ['part1/Meridian Retail plan.yaml', '# Meridian\nowner: Inês Carvalho\nhost: db01.meridian.internal\n'],
      ['.staffwright/redaction.yaml', LIST],
    ]),
    pictures: ['assets/ines-carvalho.png'],
  };

  it('is renamed, linked and readable, and says what changed', () => {
    const copy = redactKit(kit, redaction());
    expect([...copy.paths]).toEqual([
      ['assets/ines-carvalho.png', 'assets/alex-morgan.png'],
      ['part1/Meridian Retail plan.yaml', 'part1/Company A plan.yaml'],
      ['part2-adr-catalog/adr-001-meridian.md', 'part2-adr-catalog/adr-001-company-a.md'],
    ]);
    expect(copy.problems).toEqual([]);
    expect(copy.texts.get('part2-adr-catalog/adr-001-company-a.md')).toBe(
      '---\nowner: Alex Morgan # asked by Company A\n---\n# ADR-001: Company A\n\nSee [x](../part1/Company%20A%20plan.yaml) and [y](#company-a).\n\n```mermaid\nflowchart LR\n  company_a --> b["Alex at Company A"]\n```\n\n## Company A\n',
    );
    expect(copy.texts.get('part1/Company A plan.yaml')).toBe(
      '# Company A\nowner: Alex Morgan\nhost: host-1.example\n',
    );
    const people = copy.changes.find((change) => change.original === 'Inês Carvalho');
    expect(people?.count).toBe(4);
    expect(people?.places).toContainEqual({
      path: 'part2-adr-catalog/adr-001-meridian.md',
      line: 2,
      text: 'Inês Carvalho',
    });
    expect([...copy.texts.keys()]).not.toContain('.staffwright/redaction.yaml');
  });

  it('refuses two files of one name, and a text that no longer parses', () => {
    const list = redaction(
      'version: 1\nterms:\n  - {original: red, pseudonym: same}\n  - {original: blue, pseudonym: same}\n',
    );
    const same = redactKit(
      {
        texts: new Map([
          ['red.md', '# A\n'],
          ['blue.md', '# B\n'],
          ['c.yaml', 'red: 1\nblue: 2\n'],
        ]),
        pictures: [],
      },
      list,
    );
    expect(same.problems.map(({ path, line }) => [path, line])).toEqual([
      ['red.md', 1],
      ['c.yaml', 2],
    ]);
  });
});

describe('the list', () => {
  it.each([
    ['version: 2\n', 1, 'version: 1'],
    ['version: 1\nterm: []\n', 2, '"term" is not known'],
    ['version: 1\nterms:\n  - original: Acme\n', 3, 'no "pseudonym"'],
    ['version: 1\nterms:\n  - {original: Acme, pseudonym: "a: b"}\n', 3, "can't stand everywhere"],
    ['version: 1\nterms:\n  - {original: Acme, pseudonym: "7"}\n', 3, "can't stand everywhere"],
    ['version: 1\nterms:\n  - {original: Acme, pseudonym: "Null"}\n', 3, "can't stand everywhere"],
    ['version: 1\npatterns:\n  - {pattern: "(", pseudonym: X}\n', 3, 'no pattern'],
    ['version: 1\npatterns:\n  - {pattern: "[A-Z]", pseudonym: X}\n', 3, 'what is hidden'],
    ['version: 1\nterms:\n  - {original: Acme, pseudonym: Acme Two}\n', 3, 'what is hidden'],
    ['- a\n', 1, 'mapping'],
    ['version: 1\nterms: Acme\n', 2, 'list'],
  ])('%j is told at its line', (text, line, message) => {
    const { redaction: none, problems } = readRedaction(text);
    expect(none).toBeNull();
    expect(problems[0]).toMatchObject({ line });
    expect(problems[0]?.message).toContain(message);
  });

  it('may be empty', () => {
    expect(readRedaction('').redaction).toMatchObject({ terms: [], people: [], money: false });
  });
});

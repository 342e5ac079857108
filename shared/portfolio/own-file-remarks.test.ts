import { expect, test } from 'vitest';
import { PORTFOLIO_FILE, REDACTION_FILE } from '../rubric/own-files';
import { newCheckSession } from '../studio';

const ADR = 'part2-adr-catalog/adr-001-kafka.md';

function found(session: ReturnType<typeof newCheckSession>, path: string) {
  session.settle();
  const text = session.text(path) ?? '';
  return (session.artifact(path)?.findings ?? []).map(({ id, severity, message, span }) => ({
    id,
    severity,
    message,
    line: text.slice(0, span.from).split('\n').length,
  }));
}

test('what does not hold in the files of exports is among the findings, and follows edits and files', () => {
  const session = newCheckSession('A kit');
  session.setFile(PORTFOLIO_FILE, `version: 1\npaper: A5\nleave_out:\n  - ${ADR}\n`);
  session.setFile(REDACTION_FILE, 'version: 1\nterms:\n  - original: Acme\n');
  expect(found(session, PORTFOLIO_FILE)).toEqual([
    { id: 'portfolio', severity: 'should', line: 2, message: '"paper" is one of A4, Letter' },
    { id: 'portfolio', severity: 'should', line: 4, message: `There is no file "${ADR}" in this kit` },
  ]);
  expect(found(session, REDACTION_FILE)).toMatchObject([{ id: 'redaction', line: 3 }]);

  session.setFile(ADR, '# ADR-001: Kafka\n');
  session.setFile(REDACTION_FILE, 'version: 1\nterms:\n  - original: Acme\n    pseudonym: Firm\n');
  expect(found(session, PORTFOLIO_FILE).map(({ line }) => line)).toEqual([2]);
  expect(found(session, REDACTION_FILE)).toEqual([]);

  session.removeFile(ADR);
  session.setFile(PORTFOLIO_FILE, 'version: 1\nleave_out: [');
  expect(found(session, PORTFOLIO_FILE).length).toBeGreaterThan(0);
  session.setFile(PORTFOLIO_FILE, 'version: 1\n');
  expect(found(session, PORTFOLIO_FILE)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './count.mjs';

function vitestFile(name: string, statuses: readonly string[], message?: string) {
  const failed = statuses.includes('failed') || message !== undefined;
  return {
    name: `/repo/${name}`,
    status: failed ? 'failed' : 'passed',
    message,
    assertionResults: statuses.map((status, index) => ({
      status,
      fullName: `t${index}`,
      failureMessages: ['why'],
    })),
  };
}

function countUnit(files: readonly ReturnType<typeof vitestFile>[], code: number) {
  const printed: string[] = [];
  const all = files.flatMap((file) => file.assertionResults);
  const count = (status: string) => all.filter((test) => test.status === status).length;
  const report = { numPassedTests: count('passed'), numFailedTests: count('failed'), testResults: files };
  const options = { code, lines: ['tail'], root: '/repo', print: (line: string) => printed.push(line) };
  return { ...countVitest(report, options), printed };
}

describe('vitest reports', () => {
  test('counts tests and names the failed ones', () => {
    const result = countUnit(
      [vitestFile('a.test.ts', ['passed', 'failed']), vitestFile('b.test.ts', ['passed'])],
      1,
    );
    expect(result).toMatchObject({ passed: 2, failed: 1 });
    expect(result.printed[0]).toBe('✗ a.test.ts › t1');
  });

  test('a file that cannot be loaded is a failure', () => {
    expect(countUnit([vitestFile('a.test.ts', [], 'Cannot find module')], 1)).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  test('a bad exit without a failed test is a failure', () => {
    expect(countUnit([vitestFile('a.test.ts', ['passed'])], 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  test('no report at all is a failure', () => {
    const options = { code: 0, lines: [], root: '/repo', print: () => undefined };
    expect(countVitest(undefined, options)).toEqual({ passed: 0, failed: 1 });
  });

  test('skipped tests count as neither', () => {
    expect(countUnit([vitestFile('a.test.ts', ['passed', 'skipped'])], 0)).toMatchObject({
      passed: 1,
      failed: 0,
    });
  });
});

describe('Playwright reports', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 1 };
  const options = { code: 0, lines: ['tail'], print: () => undefined };

  test('counts expected results', () => {
    expect(countPlaywright({ stats, suites: [], errors: [] }, options)).toEqual({ passed: 3, failed: 0 });
  });

  test('a test that needed a second try failed', () => {
    const report = { stats: { ...stats, flaky: 1 }, suites: [], errors: [] };
    expect(countPlaywright(report, options)).toEqual({ passed: 3, failed: 1 });
  });

  test('an error outside of any test is a failure, with its text', () => {
    const printed: string[] = [];
    const report = { stats, suites: [], errors: [{ message: 'config broken' }] };
    const result = countPlaywright(report, {
      ...options,
      code: 1,
      print: (line: string) => printed.push(line),
    });
    expect(result).toEqual({ passed: 3, failed: 1 });
    expect(printed.join()).toContain('config broken');
  });

  test('a failed test is named with its groups', () => {
    const printed: string[] = [];
    const results = [{ errors: [{ message: 'Expected a button' }] }];
    const spec = { title: 'saves', ok: false, tests: [{ results }] };
    const suites = [{ title: 'save.spec.ts', specs: [], suites: [{ title: 'conflict', specs: [spec] }] }];
    const report = { stats: { ...stats, unexpected: 1 }, suites, errors: [] };
    countPlaywright(report, { ...options, code: 1, print: (line: string) => printed.push(line) });
    expect(printed[0]).toBe('✗ save.spec.ts › conflict › saves');
    expect(printed[1]).toContain('Expected a button');
  });
});

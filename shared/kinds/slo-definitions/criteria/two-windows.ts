import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { slos } from '../example-slos';
import { type Alert, type Slos, TRIO } from '../model';

const RATIO = 12;

/** SLD-04. Critical objectives are those of freshness, completeness and correctness; every page is held to the two windows. */
export const twoWindows: AutoCriterion<Slos> = {
  id: 'SLD-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Critical objectives page on burn rate over two windows',
  failTitle: 'A critical objective does not page, or pages on one window',
  why: 'One window pages too late or never stops; the long one says that it matters, the short one that it is still going on.',
  hint: 'Page at 14.4 times the budget rate over 1h and 5m, and at 6 times over 6h and 30m: the short window is a twelfth of the long one.',
  sources: ['SREW5'],
  check: ({ model }) => {
    if (model.slos.length === 0) return failBecause('SLD-03');
    const problems: Problem[] = [];
    for (const { name, at, dimension, alerts } of model.slos) {
      const pages = alerts.filter((alert) => alert.page);
      if (pages.length === 0 && TRIO.includes(dimension ?? '')) {
        const list = at.at('alerts');
        problems.push({
          span: list.exists ? list.keySpan : at.at('id').span,
          message: `${name} promises ${dimension} and has no alert that pages`,
        });
      }
      for (const page of pages) problems.push(...problemsOf(page));
    }
    return judge(
      problems,
      model.slos.flatMap(({ alerts }) =>
        alerts.filter((alert) => alert.page).map((alert) => alert.at.at('id').span),
      ),
    );
  },
  examples: {
    pass: [
      {
        source: slos(
          'dimension: completeness, alerts: [{id: ALR-c, severity: page, burn_rate: 14.4, long_window: 1h, short_window: 5m}]',
          'dimension: coverage, alerts: [{id: ALR-d, severity: ticket, burn_rate: 1, long_window: 72h}]',
        ),
        evidence: ['ALR-c'],
      },
    ],
    fail: [
      {
        source: slos(
          'dimension: completeness, alerts: [{id: ALR-c, severity: ticket, burn_rate: 1, long_window: 72h, short_window: 6h}]',
          'dimension: availability, alerts: [{id: ALR-d, severity: page, burn_rate: 1, long_window: 1h, short_window: 30m}]',
          'dimension: correctness, alerts: [{id: ALR-e, severity: page, burn_rate: 6, long_window: 5m, short_window: 1h}]',
          'dimension: freshness, alerts: [{id: ALR-f, severity: page, burn_rate: 6, long_window: 6h}]',
        ),
        at: ['alerts', '1', '30m', '1h', 'ALR-f'],
      },
      { source: 'slos: []\n' },
    ],
  },
};

function problemsOf(page: Alert): Problem[] {
  const { name, at, burnRate, long, short } = page;
  const problems: Problem[] = [];
  if (burnRate === null || burnRate <= 1)
    problems.push({
      span: fieldSpan(at, 'burn_rate'),
      message: `${name} pages at ${burnRate === null ? 'no burn rate' : `a burn rate of ${burnRate}`}; above 1 is wanted`,
    });
  if (!long)
    problems.push({ span: fieldSpan(at, 'long_window'), message: `${name} has no long window such as 1h` });
  if (!short)
    problems.push({ span: fieldSpan(at, 'short_window'), message: `${name} has no short window such as 5m` });
  if (!long || !short) return problems;
  const twelfth = long.minutes / RATIO;
  if (short.minutes >= long.minutes)
    problems.push({
      span: at.at('short_window').span,
      message: `${name}: the short window (${short.text}) is not shorter than the long one (${long.text})`,
    });
  else if (Math.abs(short.minutes - twelfth) > short.unit / 2)
    problems.push({
      span: at.at('short_window').span,
      message: `${name}: the short window is ${short.text}; a twelfth of ${long.text} is ${Number(twelfth.toFixed(1))}m`,
    });
  return problems;
}

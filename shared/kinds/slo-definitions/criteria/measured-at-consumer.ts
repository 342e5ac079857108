import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { matches } from '../../../text/quantities';
import { slos } from '../example-slos';
import type { Slos } from '../model';

const DASHBOARD = '(?<![\\p{L}\\p{N}])(?<![\\p{L}\\p{N}]-)(?:[\\p{L}\\p{N}]+-)*dashboards?(?!\\p{L})';
const QUALIFIED = '(?<![\\w.-])[a-z_]\\w*\\.[a-z_]\\w*(?![\\w-])';
const NAME = '(?<![\\w.-])[a-z_]\\w*(?:\\.[a-z_]\\w*)?(?![\\w-])';

/** SLD-08. A warehouse is known by the tables of the queries; a topic of the packet is none of its tables. */
export const measuredAtConsumer: AutoCriterion<Slos> = {
  id: 'SLD-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Good is measured where people read',
  failTitle: 'Good is not measured where people read',
  why: 'A broker is content with every record it stored. Between it and the reader lie the filter, the join and the load that lose them.',
  hint: 'Move the probe to the warehouse table or the dashboard, and name it in the definition of good.',
  sources: ['SREW13'],
  check: ({ model, packet }) => {
    if (model.slos.length === 0) return failBecause('SLD-03');
    const topics = new Set(packet.facts('topic').map((topic) => topic.name.toLowerCase()));
    const places = (text: string) => [
      ...matches(text, DASHBOARD, undefined, 'i'),
      ...matches(text, QUALIFIED, undefined, 'i').filter((hit) => !topics.has(hit.text.toLowerCase())),
      ...matches(text, NAME, undefined, 'i').filter((hit) => model.tables.has(hit.text.toLowerCase())),
    ];
    return judge(
      model.slos.flatMap(({ name, at }) =>
        places(at.at('good_definition').text ?? '').length > 0
          ? []
          : [
              {
                span: fieldSpan(at, 'good_definition'),
                message: `${name}: the definition of good names no warehouse table and no dashboard`,
              },
            ],
      ),
      model.slos.map(({ at }) => at.at('good_definition').span),
    );
  },
  examples: {
    pass: [
      {
        source: slos(
          'good_definition: "Events present in ledgerline.order_line_facts"',
          'good_definition: "Windows shown in gmv-dashboard in time"',
          'good_definition: "Requests whose rows have landed in Ledgerline", openslo: {spec: {indicator: {query: "SELECT 1 FROM ledgerline.requests"}}}',
        ),
        evidence: ['gmv-dashboard'],
      },
    ],
    fail: [
      {
        source: slos(
          'good_definition: "Records acknowledged by the broker of commerce.order-line"',
          'title: bare',
        ),
        at: ['Records acknowledged by the broker of commerce.order-line', 'SLO-02'],
      },
      { source: 'slos: []\n' },
    ],
  },
};

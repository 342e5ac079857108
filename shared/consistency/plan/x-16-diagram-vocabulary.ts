import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { phaseTitle } from '../../text/phase-name';
import { editDistance } from '../../util/edit-distance';
import { type RecordOf, textOf } from '../record-fields';
import { inFile, pathsOf } from './partners';

const LEAST_SHARE = 0.8;

/**
 * Architecture diagrams are the flowcharts and sequence diagrams that an RFC links to. A label counts when it holds a known name, however it
 * is spelled ("Order Enricher v2" holds `order-enricher`); a topic may go by its last part.
 */
export const diagramVocabulary: ConsistencyRule = {
  id: 'X-16',
  severity: 'should',
  title: 'Diagrams speak of known services, topics, teams and phases',
  failTitle: 'A diagram uses names that nothing else knows',
  why: 'A box whose name occurs nowhere else cannot be looked up, owned or paged; readers guess what it stands for and guess differently.',
  hint: 'Label nodes with the names that the scenario, the RACI matrix and the RFC use, spelled as there.',
  kinds: ['diagram', 'rfc', 'incident-scenario', 'raci-matrix'],
  check: (packet) => {
    const [home] = [...packet.facts('service'), ...packet.facts('topic')];
    if (!home) return { verdict: 'not-evaluated', reason: 'No file of the packet lists services or topics' };
    const nodes = packet.records('diagram-node');
    const diagrams = pathsOf(nodes).filter(
      (path) => fromRfc(packet, path) && inFile(packet.records('ladder-rung'), path).length === 0,
    );
    if (diagrams.length === 0)
      return { verdict: 'not-evaluated', reason: 'No RFC links to a flowchart or a sequence diagram' };
    const known = vocabulary(packet);
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const path of diagrams) {
      const own = inFile(nodes, path);
      const strange = own.filter((node) => !isKnown(textOf(node, 'label') ?? '', known));
      const [first] = strange;
      const matched = own.filter((node) => !strange.includes(node));
      if (!first || matched.length >= LEAST_SHARE * own.length) {
        evidence.push(...matched.slice(0, 1).map(({ path, span }) => ({ path, span })));
        continue;
      }
      const share = Math.round((100 * matched.length) / own.length);
      const names = strange.map((node) => `"${textOf(node, 'label')}"`).join(', ');
      const near = nearest(strange, known);
      problems.push({
        path,
        span: first.span,
        message: `${matched.length} of ${own.length} labels (${share} %) are names of services, topics, teams or phases; these are not: ${names}`,
        ...(near === '' ? {} : { hint: near }),
        related: [{ path: home.path, span: home.span, message: 'the names in use are listed here' }],
      });
    }
    return problems.length > 0 ? { verdict: 'fail', problems } : { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      {
        files: files('order-enricher', 'Ledger Sink v2', 'order-line topic', 'Platform team', 'the outside'),
      },
      { files: files('order-enricher', 'order-enricher', 'P1 Shadow', 'commerce.order-line') },
    ],
    fail: [
      {
        files: files('order-enricher', 'ledger-sink', 'Big box', 'order-line'),
        at: [['kit/diagrams/flow.mmd', 'n2["Big box"]']],
      },
      {
        files: files('order-enricher', 'ledgr-sink', 'Other box', 'order-line'),
        at: [['kit/diagrams/flow.mmd', 'n1["ledgr-sink"]']],
      },
    ],
  },
};

function files(...labels: readonly string[]): Readonly<Record<string, string>> {
  const lines = labels.map((label, i) => `  n${i}["${label}"]\n`).join('');
  return {
    'kit/RFC-001-x.md':
      '## Design\n\nSee [the flow](diagrams/flow.mmd).\n\n## Rollout\n\n| Phase | Start |\n|---|---|\n| P1 Shadow | 2024-01-01 |\n',
    'kit/diagrams/flow.mmd': `flowchart LR\n${lines}`,
    'kit/raci-matrix.yaml':
      'people:\n  - {key: AB, name: "Ann Bell", role: Lead, team: Platform, level: 2}\n',
    'kit/incident_scenario.json':
      '{"metadata": {}, "services": [{"name": "order-enricher"}, {"name": "ledger-sink"}], "topics": [{"name": "commerce.order-line"}]}',
  };
}

function fromRfc(packet: Packet, path: string): boolean {
  return packet.incoming(path).some(({ from }) => packet.pathsOf('rfc').includes(from));
}

/** Names in one spelling, with a blank at both ends, by how their owner spells them. */
function vocabulary(packet: Packet): ReadonlyMap<string, string> {
  const names = [
    ...packet.services,
    ...packet.facts('topic').flatMap(({ name }) => [name, name.slice(name.lastIndexOf('.') + 1)]),
    ...packet.people.map((person) => person.team),
    ...packet.records('rfc-phase').flatMap((phase) => [phase.id, phaseTitle(textOf(phase, 'name') ?? '')]),
  ];
  const known = new Map<string, string>();
  for (const name of names) if (spelled(name) !== '  ') known.set(spelled(name), name);
  return known;
}

function spelled(name: string): string {
  return ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

function isKnown(label: string, known: ReadonlyMap<string, string>): boolean {
  const text = spelled(label);
  for (const name of known.keys()) if (text.includes(name)) return true;
  return false;
}

/** What a misspelt label may mean. */
function nearest(strange: readonly RecordOf[], known: ReadonlyMap<string, string>): string {
  const hints = strange.flatMap((node) => {
    const label = textOf(node, 'label') ?? '';
    const hit = [...known].find(([name]) => name.length > 6 && editDistance(name, spelled(label), 2) <= 2);
    return hit ? [`"${label}" may mean \`${hit[1]}\``] : [];
  });
  return hints.length === 0 ? '' : `${hints.join('; ')}.`;
}

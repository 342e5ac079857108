import { describe } from 'vitest';
import { swap } from '../../kinds/kit-fixture.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { namesKnown } from './x-22-names-known';

const ADR_001 = 'examples/part2-adr-catalog/adr-001-kafka.md';
const ADR_003 = 'examples/part2-adr-catalog/adr-003-flink-stream-processing.md';
const LOG = 'examples/part2-adr-catalog/decision-log.md';
const AGENDA = 'examples/part3-architecture-review/review-agenda.md';
const RACI = 'examples/part3-architecture-review/raci-matrix.yaml';
const TIMELINE = 'examples/part4-postmortem/timeline.yaml';

describe('the people of the packet', () => {
  describeRule(namesKnown, [
    {
      name: 'an owner has one letter too few',
      change: { [ADR_001]: swap('owner: Ines Okonkwo-Vale', 'owner: Ines Okonkwo-Val') },
      at: [[ADR_001, 'Ines Okonkwo-Val']],
      related: [[RACI, 'Ines Okonkwo-Vale']],
    },
    {
      name: 'someone consulted is misspelt',
      change: { [ADR_003]: swap('Farid Lindqvist', 'Farid Lindquist') },
      at: [[ADR_003, 'Farid Lindquist']],
      related: [[RACI, 'Farid Lindqvist']],
    },
    {
      name: 'a participant of the review is misspelt',
      change: { [AGENDA]: swap('name: Imani Rusk', 'name: Imani Rusck') },
      at: [[AGENDA, 'Imani Rusck']],
      also: ['X-23', 'X-25', 'examples/part3-architecture-review/consensus-doc.md CON-02'],
    },
    {
      name: 'the lead of a slot is misspelt in a table',
      change: { [AGENDA]: swap('| Baptiste Nwosu |', '| Batiste Nwosu |') },
      at: [[AGENDA, 'Batiste Nwosu']],
    },
    {
      name: 'a decision-maker is in no list of people',
      change: {
        [ADR_003]: swap(
          'decision-makers: [Dmitri Castellane]',
          'decision-makers: [Dmitri Castellane, Olga Brandt]',
        ),
      },
      at: [[ADR_003, 'Olga Brandt']],
    },
    {
      name: 'a responder is spelled otherwise than in the RACI matrix',
      change: { [TIMELINE]: swap('Tomasz Adeyinka', 'Tomas Adeyinka') },
      at: [[TIMELINE, 'Tomas Adeyinka']],
      related: [[RACI, 'Tomasz Adeyinka']],
    },
    {
      name: 'the decider of the log is misspelt, which DL-03 reports',
      change: { [LOG]: swap('| Dmitri Castellane |', '| Dmitri Castelane |') },
      at: [],
      also: ['examples/part2-adr-catalog/decision-log.md DL-03'],
    },
  ]);
});

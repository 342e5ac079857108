/** One small ADR in each of the conventions that people bring along, written for these tests. */
export const NYGARD = `# 7. Keep invoices in one ledger table

Date: 2024-02-19

## Status

Accepted

Supersedes [3. Keep invoices per region](0003-keep-invoices-per-region.md)

## Context

Four regions keep invoices in four tables. Month-end takes 3 days, because totals are joined by hand.

## Decision

We will keep all invoices in one ledger table, with the region as a column.

## Consequences

Month-end becomes a single query. Moving a region to its own database becomes harder. Locks on the table make night loads slower.
`;

export const MADR_2 = `# Use a queue between shop and ledger

* Status: superseded by [ADR-0012](0012-use-a-log.md)
* Deciders: Ada Example, Bob Sample and Cy Third
* Date: 2023-05-04

Technical Story: orders were lost when the ledger was down.

## Context and Problem Statement

The shop writes to the ledger directly. How can orders survive an outage of the ledger?

## Decision Drivers

* No order may be lost
* The team runs no cluster today

## Considered Options

* Managed queue
* Retry in the shop

## Decision Outcome

Chosen option: "Managed queue", because it survives an outage of either side.

### Positive Consequences

* Orders survive an outage.

### Negative Consequences

* One more service to pay for.
* Orders arrive later than before.

## Pros and Cons of the Options

### Managed queue

* Good, because nothing is lost
* Bad, because it costs money

### Retry in the shop

* Good, because nothing new is needed
* Bad, because a crash of the shop loses the retry

## Links

* Refined by [ADR-0012](0012-use-a-log.md)
`;

export const MADR_3 = `---
status: accepted
date: 2023-09-11
deciders: Ada Example, Bob Sample
consulted: []
informed: [Cy Third]
---

# Publish prices as events

## Context and Problem Statement

Partners poll prices 40,000 times a day. How do they learn of a change within 5 min?

## Considered Options

* Events
* Polling
* Nightly file

## Decision Outcome

Chosen option: "Events", because partners learn of a change within seconds.

### Consequences

* Good, because polling ends.
* Bad, because partners have to change their clients.
* Bad, because events need a registry.

## Validation

A contract test runs in every build, and the review of the release checks it.

## Pros and Cons of the Options

### Events

* Good, because they are quick
* Bad, because clients change

### Polling

* Good, because it is there
* Bad, because it is slow

### Nightly file

* Good, because it is simple
* Bad, because prices are a day old
`;

export const MADR_4 = MADR_3.replace(
  'deciders: Ada Example, Bob Sample',
  'decision-makers: [Ada Example, Bob Sample]',
)
  .replace('## Validation', '### Confirmation')
  .replace(
    '### Confirmation\n\nA contract test runs in every build, and the review of the release checks it.\n\n',
    '',
  )
  .replace(
    '* Bad, because events need a registry.\n',
    '* Bad, because events need a registry.\n\n### Confirmation\n\nA contract test runs in every build.\n',
  );

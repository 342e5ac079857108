/** Small texts that the examples of the rules about decisions share: two options, Blue and Red, of which Blue wins. */
export const RFC = 'kit/RFC-007-blue.md';
export const MATRIX = 'kit/tradeoff-matrix.yaml';
export const ADR = 'kit/adr-001-blue.md';
export const CARD = 'kit/scorecards/adr-001-scorecard.yaml';
export const CONSENSUS = 'kit/consensus-doc.md';
export const MODEL = 'kit/tco-5yr-model.yaml';

export function rfcText(): string {
  return `---
id: RFC-007
title: Blue
---

# Blue

## Alternatives considered

| Option | C1 speed (60) | C2 price (40) | Total |
| --- | --- | --- | --- |
| Blue (\`blue\`) | 5 | 4 | 4.60 |
| Red (\`red\`) | 2 | 5 | 3.20 |

### Blue (\`blue\`)

Fast.

### Red (\`red\`)

Cheap.

## Proposed design

One queue.

## Decision

We take Blue (\`blue\`).
`;
}

export function matrixText(decision = 'RFC-007', id = 'TM-007'): string {
  return `id: ${id}
decision: ${decision}
criteria:
  - {id: C1, name: Speed, weight: 60}
  - {id: C2, name: Five-year TCO, weight: 40, anchor_note: "npv/min(npv) − 1: ≤ 2 % → 5, ≤ 7.5 % → 4, ≤ 15 % → 3, ≤ 30 % → 2, else 1"}
options:
  - id: blue
    name: Blue queue
    weighted_total: 4.60
    scores:
      C1: {score: 5, evidence: measured at 5 ms}
      C2: {score: 4, evidence: five percent over red}
  - id: red
    name: Red queue
    weighted_total: 3.20
    scores:
      C1: {score: 2, evidence: measured at 50 ms}
      C2: {score: 5, evidence: the cheapest of the two}
recommendation: blue
`;
}

export function adrText(): string {
  return `---
id: ADR-001
title: Use blue
related: [RFC-007]
---

# Use blue

## Considered options

### Blue (\`blue\`)

### Red (\`red\`)

## Decision outcome

Chosen option: Blue (\`blue\`), because it is fast.
`;
}

export function consensusText(): string {
  return `---
id: CON-007
rfc: RFC-007
adrs: [ADR-001]
---

# Consensus

## Decision

We adopt \`blue\` from 2031-01-02.
`;
}

/** Blue has an NPV of 1,050,000 and Red one of 1,000,000, all of it staffing of the first year. */
export function modelText(): string {
  return `id: TCO-1
meta:
  currency: USD
  years: [2031, 2032, 2033, 2034, 2035]
  discount_rate: 0
  discounting: end-of-year
assumptions:
  - {id: a_blue, name: bill of blue, value: 1050000, unit: a bill, confidence: low}
  - {id: a_red, name: bill of red, value: 1000000, unit: a bill, confidence: low}
prices: []
derived: {}
options:
  - id: blue
    name: Blue queue
    lines:
      - {id: b_staff, category: staffing, formula: "max(0, 2 - y) * a_blue", values: [1050000, 0, 0, 0, 0]}
    totals: [1050000, 0, 0, 0, 0]
    total_5yr: 1050000
    npv: 1050000
  - id: red
    name: Red queue
    lines:
      - {id: r_staff, category: staffing, formula: "max(0, 2 - y) * a_red", values: [1000000, 0, 0, 0, 0]}
    totals: [1000000, 0, 0, 0, 0]
    total_5yr: 1000000
    npv: 1000000
sensitivity:
  - {driver: bill of blue (a_blue), low: 900000, base: 1050000, high: 1200000, npv_low: {blue: 900000, red: 1000000}, npv_high: {blue: 1200000, red: 1000000}, winner_low: blue, winner_high: red}
break_evens:
  - {driver: bill of blue (a_blue), value: 1000000, unit: USD, between: [blue, red], x-note: the number behind TW-02}
`;
}

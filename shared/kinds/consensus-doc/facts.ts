import { definitionData, valueFact } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import { modelQuotes } from '../../rubric/model-quotes';
import { conditionFacts } from './condition-facts';
import { conditions } from './conditions';
import { dissentFacts } from './dissent-facts';
import type { Consensus } from './model';
import { decidedOption } from './option';
import { tripwireRows } from './tripwires';

/**
 * What the record states for others: dissents (`D`, titled by their statement), tripwires (`TW`, titled by their metric), conditions (`C`), who
 * decided and when, and as records each dissent (`dissent`), each position (`position`) and the decision itself (`consensus`).
 */
export function facts(consensus: Consensus): Fact[] {
  const { header } = consensus;
  return [
    ...valueFact('captain', header.at('captain')),
    ...valueFact('decision-date', header.at('decision_date')),
    ...valueFact('outcome', header.at('outcome')),
    ...dissent(consensus),
    ...tripwireRows(consensus).map((row) => ({
      type: 'definition' as const,
      family: 'TW',
      id: row.id,
      title: row.metric || row.id,
      data: definitionData({
        metric: row.metric || null,
        threshold: row.threshold || null,
        window: row.window || null,
        owner: row.owner || null,
        action: row.action || null,
        deadline_days: /^\d+$/.test(row.deadline) ? Number(row.deadline) : null,
      }),
      span: row.at,
    })),
    ...(conditions(consensus) ?? []).map((row) => ({
      type: 'definition' as const,
      family: 'C',
      id: row.id,
      title: row.text('text') || row.id,
      data: definitionData({
        owner: row.text('owner') || null,
        due: row.text('due') || null,
        gates: row.text('gates') || null,
        evidence: row.text('evidence') || null,
        state: row.text('state').toLowerCase() || null,
      }),
      span: row.at,
    })),
    ...dissentFacts(consensus),
    ...conditionFacts(consensus),
    ...positions(consensus),
    ...decision(consensus),
    ...modelQuotes(consensus.doc),
  ];
}

function dissent(consensus: Consensus): Fact[] {
  return consensus.dissent.map((block) => {
    const person = consensus.positions?.rows.find((row) => block.text.includes(row.name));
    const data = definitionData({
      person: person?.name ?? null,
      position: person?.position ?? null,
      statement: block.quote?.text ?? null,
      tripwire: block.tripwires[0]?.text ?? null,
    });
    return {
      type: 'definition' as const,
      family: 'D',
      id: block.id,
      title: block.quote?.text ?? block.id,
      data,
      span: block.heading,
    };
  });
}

function positions(consensus: Consensus): Fact[] {
  return (consensus.positions?.rows ?? []).map((row) => ({
    type: 'record' as const,
    set: 'position',
    id: row.name,
    fields: {
      person: row.name,
      role: row.role,
      position: row.position,
      ...(row.score === null ? {} : { score: row.score }),
      reason: row.reason,
    },
    places: { position: row.at.position, score: row.at.score },
    span: row.at.name,
  }));
}

function decision(consensus: Consensus): Fact[] {
  const { header } = consensus;
  const id = header.at('id');
  if (id.text === null) return [];
  const option = decidedOption(consensus, null);
  const fields = definitionData({
    option: option?.slug ?? null,
    rfc: header.at('rfc').text,
    adrs: header.at('adrs').texts,
    date: header.at('decision_date').text,
    captain: header.at('captain').text,
    outcome: header.at('outcome').text,
    rule: header.at('decision_rule').text,
  });
  const places = {
    ...(option ? { option: option.span } : {}),
    captain: header.at('captain').span,
    rfc: header.at('rfc').span,
    date: header.at('decision_date').span,
    adrs: header.at('adrs').span,
  };
  return [{ type: 'record', set: 'consensus', id: id.text, fields, places, span: id.span }];
}

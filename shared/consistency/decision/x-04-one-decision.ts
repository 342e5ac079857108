import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { ADR, adrText, CONSENSUS, consensusText, MATRIX, matrixText, RFC, rfcText } from './example-files';
import { matrixOf, type Named, namedIn, sameOption } from './options';
import { rename } from './rename';

/** What one file says was decided. */
interface Voice extends Named {
  readonly who: string;
  readonly place: Place;
}

/**
 * X-04. The ADR that records an RFC's decision is the first one that the consensus lists (else the first related to the RFC) and that weighs the
 * RFC's options. The one voice against two is the one to mend; an RFC that strays from its matrix too is X-01's finding.
 */
export const oneDecision: ConsistencyRule = {
  id: 'X-04',
  severity: 'must',
  title: 'RFC, ADR and consensus decide for the same option',
  failTitle: 'The records of one decision name different options',
  why: 'The RFC is what was approved, the ADR is what engineers follow, the consensus is what people signed; they cannot be three decisions.',
  hint: 'Name the option with the same slug in the decision of all three.',
  kinds: ['rfc', 'adr', 'consensus-doc'],
  check: (packet) => {
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    let because: string | undefined;
    const decisions = packet.records('rfc-decision');
    for (const decision of decisions) {
      const voices = voicesOf(packet, decision);
      if (voices.length < 2) continue;
      evidence.push(...voices.map((v) => v.place));
      const [rfc, ...others] = voices as [Voice, ...Voice[]];
      const against = others.filter((v) => !agree(packet, decision, rfc, v));
      const [first, second] = against;
      if (!first) continue;
      if (second && agree(packet, decision, first, second)) {
        if (straysFromMatrix(packet, decision, first)) because = 'X-01';
        else problems.push(stray(rfc, first));
      } else problems.push(...against.map((v) => stray(v, rfc)));
    }
    if (problems.length > 0 || because !== undefined)
      return { verdict: 'fail', problems, ...(because === undefined ? {} : { because }) };
    if (evidence.length > 0) return { verdict: 'pass', evidence };
    const reason =
      decisions.length === 0
        ? 'No RFC of the packet names the option it decides for'
        : 'Neither an ADR nor a consensus document records the decision of the RFC';
    return { verdict: 'not-evaluated', reason };
  },
  examples: {
    pass: [{ files: { [RFC]: rfcText(), [ADR]: adrText(), [CONSENSUS]: consensusText() } }],
    fail: [
      {
        files: {
          [RFC]: rfcText(),
          [ADR]: adrText().replace('Chosen option: Blue (`blue`)', 'Chosen option: Red (`red`)'),
          [CONSENSUS]: consensusText(),
        },
        at: [[ADR, 'Red (`red`)']],
      },
      {
        files: {
          [RFC]: rfcText(),
          [ADR]: adrText(),
          [CONSENSUS]: consensusText().replace('`blue`', '`red`'),
        },
        at: [[CONSENSUS, '`red`']],
      },
      {
        files: {
          [RFC]: rfcText().replace('We take Blue (`blue`)', 'We take Red (`red`)'),
          [MATRIX]: matrixText().replace('recommendation: blue', 'recommendation: red'),
          [ADR]: adrText(),
          [CONSENSUS]: consensusText(),
        },
        at: [[RFC, '`red`']],
      },
    ],
  },
};

/** The RFC first, then the ADR and the consensus where they record its decision. */
function voicesOf(packet: Packet, decision: RecordOf): readonly Voice[] {
  const consensus = packet.records('consensus').find((r) => textOf(r, 'rfc') === decision.id);
  const voices: Voice[] = [{ ...namedIn(decision), who: decision.id, place: placeOf(decision, 'option') }];
  const adr = recordingAdr(packet, decision, consensus ?? null);
  if (adr) voices.push({ ...namedIn(adr), who: adr.id, place: { path: adr.path, span: adr.span } });
  if (consensus && textOf(consensus, 'option') !== null)
    voices.push({ ...namedIn(consensus), who: 'the consensus', place: placeOf(consensus, 'option') });
  return voices;
}

function recordingAdr(packet: Packet, decision: RecordOf, consensus: RecordOf | null): RecordOf | null {
  const listed = consensus ? [...listOf(consensus, 'adrs')].sort() : [];
  const related = packet
    .definitions('ADR')
    .filter((adr) => {
      const ids = adr.data['related'];
      return Array.isArray(ids) && ids.includes(decision.id);
    })
    .map((adr) => adr.id)
    .sort();
  const known = optionsOf(packet, decision);
  for (const id of listed.length > 0 ? listed : related) {
    const choice = packet.records('adr-choice').find((r) => r.id === id);
    if (!choice) continue;
    const weighed = packet.records('adr-option').filter((r) => textOf(r, 'adr') === id);
    const shared = weighed.filter((r) => sameOption(namedIn(r), known)).length;
    if (sameOption(namedIn(choice), known) || shared >= 2) return choice;
  }
  return null;
}

function optionsOf(packet: Packet, decision: RecordOf): readonly Named[] {
  return packet.facts('option').filter((o) => o.path === decision.path);
}

/** Two names mean one option when both mean the same one of the RFC's, or each other. */
function agree(packet: Packet, decision: RecordOf, a: Named, b: Named): boolean {
  const known = optionsOf(packet, decision);
  const [x, y] = [sameOption(a, known), sameOption(b, known)];
  return x && y ? x.slug === y.slug : sameOption(a, [b]) !== null;
}

function straysFromMatrix(packet: Packet, decision: RecordOf, others: Named): boolean {
  const matrix = matrixOf(packet, decision.id);
  const recommended = matrix ? textOf(matrix.head, 'recommendation') : null;
  return recommended !== null && sameOption(others, matrix?.options ?? [])?.slug === recommended;
}

function stray(voice: Voice, other: Voice): RuleProblem {
  const message = `${capital(voice.who)} decides for ${voice.slug}, ${other.who} for ${other.slug}`;
  const related = [{ ...other.place, message: `${other.who} decides for ${other.slug}` }];
  return { ...voice.place, message, related, ...rename(voice.slug, voice.place, other.slug) };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

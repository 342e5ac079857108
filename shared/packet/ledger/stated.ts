import { grouped } from '../../preview/number-text';
import { modelMoney, valuesNear } from '../../rubric/model-money';
import { describe, moneyVerdict } from '../../rubric/money-verdict';
import type { Packet } from '../../rubric/packet';
import { QUOTED_MONEY } from '../../rubric/quoted-money';
import type { PacketInputs } from '../inputs';
import { isOwnArtifact } from '../work';
import { type Figure, numberOf, type RecordOf, type Source } from './figure';

/** Smaller amounts are equal by chance too often to say where one comes from. */
const LEAST = 1000;

/**
 * Money that is no claim about the cost model: what the problem costs, credits, prices. No rule says what it should be; it comes from the paper of
 * the packet that counts the very amount, else from the figure of the model that is the same to the last digit.
 */
export function statedFigures(inputs: PacketInputs): readonly Figure[] {
  const { packet, text } = inputs;
  const verdict = moneyVerdict(packet);
  const claimed = new Set(
    typeof verdict === 'string'
      ? []
      : verdict.claims.map(({ record }) => `${record.span.from} ${record.path}`),
  );
  const papers = countingPapers(inputs);
  const known = new Map<string, Source | null>();
  const sourceOf = (record: RecordOf): Source | null => {
    const found = known.get(record.id);
    if (found !== undefined) return found;
    const places = papers.flatMap((path) => placeIn(path, text(path) ?? '', record.id) ?? []);
    const source = places[0] ?? sameInModel(packet, numberOf(record, 'value') ?? 0);
    known.set(record.id, source);
    return source;
  };
  return packet
    .records(QUOTED_MONEY)
    .filter((record) => !claimed.has(`${record.span.from} ${record.path}`) && isAmount(record))
    .map((record): Figure => {
      const source = sourceOf(record);
      const how = source ? '' : 'Stated here, without a source in the packet';
      return { path: record.path, span: record.span, text: record.id, source, how };
    });
}

/** Bounds and aims claim nothing. */
function isAmount(record: RecordOf): boolean {
  return record.fields['limit'] !== true && (numberOf(record, 'value') ?? 0) >= LEAST;
}

/**
 * Briefs, baselines and assessments, which count something for others to argue with: papers that quote no money themselves, prose before data.
 * Comments repeat what they comment on.
 */
function countingPapers({ report, packet }: PacketInputs): readonly string[] {
  const quoting = new Set(
    [...packet.records(QUOTED_MONEY), ...packet.records('review-comment')].map(({ path }) => path),
  );
  const own = report.artifacts.filter((one) => isOwnArtifact(one) && !quoting.has(one.path));
  return ['support-doc', 'support-data'].flatMap((kind) =>
    own.filter((one) => one.kind === kind).map(({ path }) => path),
  );
}

/** Where an amount stands as a whole number: not as the beginning or the end of a longer one. */
function placeIn(path: string, text: string, amount: string): Source | null {
  for (let from = text.indexOf(amount); from >= 0; from = text.indexOf(amount, from + 1)) {
    const to = from + amount.length;
    const [before, after] = [text.charAt(from - 1), text.slice(to, to + 2)];
    if (!/[\d.,]/.test(before) && !/^(?:\d|[.,]\d|\s?[kM](?![A-Za-z]))/.test(after))
      return { path, span: { from, to }, name: 'The same amount', value: amount };
  }
  return null;
}

/** Half a unit of the model's currency: equal to the last digit. */
const EXACT = 0.5;

function sameInModel(packet: Packet, value: number): Source | null {
  const money = modelMoney(packet);
  const found = money && valuesNear(money, value, EXACT).find(({ kind }) => kind === 'figure');
  if (!found) return null;
  const shown = `${found.value < 0 ? '−' : ''}${money.sign ?? ''}${grouped(Math.abs(found.value))}`;
  return { path: found.path, span: found.span, name: describe(found), value: shown };
}

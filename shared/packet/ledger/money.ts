import { grouped } from '../../preview/number-text';
import { modelMoney } from '../../rubric/model-money';
import { describe, moneyVerdict, quotedValue } from '../../rubric/money-verdict';
import type { Figure, FigureSource } from './figure';

/** Money of the cost model: the figure of the model that each amount quotes, as the rule reads it. */
export const moneyFigures: FigureSource = {
  rules: ['X-09'],
  figures: (packet) => {
    const verdict = moneyVerdict(packet);
    const money = modelMoney(packet);
    if (!money || typeof verdict === 'string') return [];
    const gaps = new Map(verdict.gaps.map((gap) => [gap.claim, gap.nearest]));
    return verdict.claims.map((claim): Figure => {
      const { path, span, id } = claim.record;
      const gap = gaps.has(claim);
      const value = gap ? (gaps.get(claim) ?? null) : quotedValue(claim, money);
      if (!value)
        return {
          path,
          span,
          text: id,
          source: null,
          how: 'Worked out from others in its sentence',
          workedOut: true,
        };
      const shown = `${value.value < 0 ? '−' : ''}${money.sign ?? ''}${grouped(Math.abs(value.value))}`;
      const source = { path: value.path, span: value.span, name: describe(value), value: shown };
      return { path, span, text: id, source, how: '' };
    });
  },
};

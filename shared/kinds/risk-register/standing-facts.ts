import type { Fact } from '../../rubric/fact';
import { recordOf } from '../../rubric/records';
import { dates } from '../../text/quantities';
import type { Register } from './model';

/** Where each risk stands: its status, its scores and the days that its mitigation names. */
export function standingFacts(register: Register): Fact[] {
  return register.root.at('risks').items.flatMap((risk) => {
    const id = risk.at('id');
    if (id.text === null) return [];
    const row = recordOf(
      'risk-standing',
      id.text,
      risk,
      ['title', 'status', 'score', 'residual_score', 'mitigation', 'reviewed'],
      { span: id.span },
    );
    if (row.type !== 'record') return [];
    const residual = risk.at('residual', 'score');
    const days = dates(risk.at('mitigation').text ?? '').map((hit) => hit.text);
    return [
      {
        ...row,
        fields: {
          ...row.fields,
          ...(residual.number === null ? {} : { residual_score: residual.number }),
          ...(days.length === 0 ? {} : { mitigation_days: days }),
        },
        places: { ...row.places, ...(residual.number === null ? {} : { residual_score: residual.span }) },
      },
    ];
  });
}

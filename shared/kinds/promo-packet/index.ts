import { defineKind } from '../../rubric/kind';
import { budgets } from './budgets';
import { facts } from './facts';
import { type PromoPacket, readPromoPacket } from './model';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';

/** K26 · cross-part · cover memo and manifest that make the bundle readable in fifteen minutes. */
export const promoPacket = defineKind<PromoPacket>({
  id: 'promo-packet',
  title: 'Promotion packet',
  purpose: 'Cover memo and manifest that make the bundle readable in fifteen minutes.',
  part: 'X',
  format: 'md',
  order: 10,
  files: ['promo-packet.md'],
  contrasts: [
    { senior: 'A list of features.', staff: 'Decisions and their consequences.' },
    { senior: '"Helped."', staff: 'The role in each artifact, stated.' },
    { senior: 'Only wins.', staff: 'One honest failure and what it taught.' },
  ],
  skeleton: SKELETON,
  read: readPromoPacket,
  rubric,
  budgets,
  facts,
  template: 'promo-packet-template.md',
});

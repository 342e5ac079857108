import { at, PROMOTION_END } from './clock';
import type { ConfigChange } from './scenario-shape';

/** Changes that are no rollout (incident fact sheet, 6.8): promotion, registry, change record, broker, discounts. */
export function buildConfigChanges(): readonly ConfigChange[] {
  return [
    {
      ref: 'CFG-promotion-end',
      t: PROMOTION_END,
      system: 'promo-engine',
      change: 'Campaign Spring Pantry reached its end time',
      from: 'active',
      to: 'ended',
      actor_role: 'Campaign scheduler',
      ticket: 'MKT-2291',
    },
    {
      ref: 'CFG-registry-eight',
      t: at('08:41:00'),
      system: 'schema-registry',
      change: 'Subject commerce.order-line-value: new version registered, mode BACKWARD, check passed',
      from: 'version 7',
      to: 'version 8',
      actor_role: 'Senior Engineer, Checkout',
      ticket: 'CHG-7719',
    },
    {
      ref: 'CFG-change-record',
      t: at('08:47:00'),
      system: 'deploy-controller',
      change:
        'CHG-7719 "checkout multi-currency amounts" classed additive, approved under rule AUTO-ADDITIVE',
      from: 'submitted',
      to: 'approved',
      actor_role: 'Change automation',
      ticket: 'CHG-7719',
    },
    {
      ref: 'CFG-broker-patch',
      t: at('09:30:00'),
      system: 'harbor',
      change: 'Broker 3: provider security patch with restart, planned window 09:30 to 10:00',
      from: 'patch level 2024-02',
      to: 'patch level 2024-03',
      actor_role: 'Streaming on-call',
      ticket: 'CHG-7715',
    },
    {
      ref: 'CFG-demand-lift-off',
      t: at('15:25:00'),
      system: 'promo-engine',
      change: 'Feature Demand Lift switched off by hand',
      from: 'active',
      to: 'off',
      actor_role: 'Ads Revenue PM',
      ticket: 'CHG-7729',
    },
  ];
}

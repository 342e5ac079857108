import { at } from './clock';
import type { Deploy } from './scenario-shape';

const CHECKOUT_ENGINEER = 'Senior Engineer, Checkout';
const ROLLOUT_AUTOMATION = 'Rollout automation';

/**
 * The eight rollouts of the day (incident fact sheet, 6.8).
 *
 * Refs carry words and no number after `D-`: the review dissents are D-01 to D-03 and must not be confused with them.
 */
export function buildDeploys(): readonly Deploy[] {
  const checkoutStep = (ref: string, clockText: string, weightPct: number, actor: string): Deploy => ({
    ref,
    t: at(clockText),
    service: 'checkout-service',
    version: '4.18.0',
    from: '4.17.3',
    weight_pct: weightPct,
    actor_role: actor,
    ticket: 'CHG-7719',
  });
  return [
    {
      ref: 'D-loader',
      t: at('07:40:12'),
      service: 'warehouse-loader',
      version: '5.9.2',
      from: '5.9.1',
      weight_pct: 100,
      actor_role: 'Analytics Engineering Lead',
      ticket: 'CHG-7702',
    },
    checkoutStep('D-checkout-five', '09:05:00', 5, CHECKOUT_ENGINEER),
    checkoutStep('D-checkout-quarter', '09:15:00', 25, ROLLOUT_AUTOMATION),
    {
      ref: 'D-web-flag',
      t: at('09:20:00'),
      service: 'storefront-web',
      version: 'new-basket-ui on',
      from: 'new-basket-ui off',
      weight_pct: 10,
      actor_role: 'Product Engineer, Storefront',
      ticket: 'CHG-7721',
    },
    checkoutStep('D-checkout-half', '09:25:00', 50, ROLLOUT_AUTOMATION),
    checkoutStep('D-checkout-full', '09:35:00', 100, ROLLOUT_AUTOMATION),
    {
      ref: 'D-checkout-rollback',
      t: at('14:58:00'),
      service: 'checkout-service',
      version: '4.17.3',
      from: '4.18.0',
      weight_pct: 100,
      actor_role: CHECKOUT_ENGINEER,
      ticket: 'CHG-7728',
    },
    {
      ref: 'D-enricher',
      t: at('16:28:00'),
      service: 'order-enricher',
      version: '2.31.1',
      from: '2.31.0',
      weight_pct: 100,
      actor_role: 'Senior Data Engineer, Streaming Platform',
      ticket: 'CHG-7731',
    },
  ];
}

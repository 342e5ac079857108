import type { ArtifactKind } from '../rubric/kind';
import { actionItems } from './action-items';
import { adr } from './adr';
import { consensusDoc } from './consensus-doc';
import { contributingFactors } from './contributing-factors';
import { decisionLog } from './decision-log';
import { diagram } from './diagram';
import { disagreeCommit } from './disagree-commit';
import { dissentRegister } from './dissent-register';
import { escalationPlaybook } from './escalation-playbook';
import { executiveSummary } from './executive-summary';
import { fishbone } from './fishbone';
import { fiveWhys } from './five-whys';
import { incidentScenario } from './incident-scenario';
import { incidentTimeline } from './incident-timeline';
import { objectionPlaybook } from './objection-playbook';
import { postmortem } from './postmortem';
import { promoPacket } from './promo-packet';
import { qualityScenarios } from './quality-scenarios';
import { raciMatrix } from './raci-matrix';
import { reviewAgenda } from './review-agenda';
import { rfc } from './rfc';
import { riskRegister } from './risk-register';
import { rolloutPlan } from './rollout-plan';
import { sloDefinitions } from './slo-definitions';
import { supportData } from './support-data';
import { supportDoc } from './support-doc';
import { tcoModel } from './tco-model';
import { tradeoffMatrix } from './tradeoff-matrix';

/** All kinds, one line each. Earlier kinds win when a file name fits several: the particular before the general. */
export const KINDS: readonly ArtifactKind[] = [
  rfc,
  adr,
  tradeoffMatrix,
  riskRegister,
  tcoModel,
  raciMatrix,
  postmortem,
  rolloutPlan,
  decisionLog,
  objectionPlaybook,
  reviewAgenda,
  consensusDoc,
  escalationPlaybook,
  dissentRegister,
  qualityScenarios,
  disagreeCommit,
  fiveWhys,
  fishbone,
  diagram,
  contributingFactors,
  incidentTimeline,
  incidentScenario,
  sloDefinitions,
  actionItems,
  executiveSummary,
  promoPacket,
  supportData,
  supportDoc,
];

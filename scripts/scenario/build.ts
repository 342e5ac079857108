import { buildAlerts } from './alerts';
import { buildChat } from './chat';
import { buildConfigChanges } from './config-changes';
import { buildJobSql, buildSchemas } from './contracts';
import { buildPipelineCounters } from './counters';
import { buildDeploys } from './deploys';
import { buildLogs } from './logs';
import { buildMetadata } from './metadata';
import { buildMetrics } from './metrics';
import { buildQueries } from './queries';
import { buildReplayProgress } from './replay';
import type { Scenario } from './scenario-shape';
import { buildTickets } from './tickets';
import { buildServices, buildTopics, ROLES } from './topology';

export { RED_HERRINGS, type RedHerring } from './red-herrings';
export type * from './scenario-shape';
export { serialize } from './serialize';
export { buildTimelineRefs, type TimelineRef } from './timeline-refs';

/** The whole scenario. Pure: no clock, no disk, no locale; the same value on every call and every machine. */
export function buildScenario(): Scenario {
  return {
    schema_version: '1.0',
    metadata: buildMetadata(),
    services: buildServices(),
    topics: buildTopics(),
    roles: ROLES,
    schemas: buildSchemas(),
    job_sql: buildJobSql(),
    deploys: buildDeploys(),
    config_changes: buildConfigChanges(),
    alerts: buildAlerts(),
    logs: buildLogs(),
    pipeline_counters: buildPipelineCounters(),
    metrics: buildMetrics(),
    chat: buildChat(),
    tickets: buildTickets(),
    queries: buildQueries(),
    replay_progress: buildReplayProgress(),
  };
}

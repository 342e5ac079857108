import { MANIFEST_FILE } from '../domain/manifest';
import type { Source } from './artifact';
import { pathPattern } from './custom/path-pattern';
import { readStandard, type StudioStandard } from './custom/read-standard';
import type { Changeable } from './custom/settings';
import {
  type CriterionSetting,
  NO_STANDARD,
  offReason,
  type Standard,
  type StandardOffer,
  type StandardReport,
  settingFor,
} from './custom/standard';
import type { Fact } from './fact';
import type { Finding } from './finding';
import { OWN_FILE_ROLES } from './own-files';
import type { Packet } from './packet';
import { PROSE_REMARKS } from './prose';
import { KindRegistry, type Recognition } from './registry';
import { type ConsistencyRule, type RuleReport, runRule } from './rule';
import type { SchemaValidator } from './schema-findings';
import type { Reading } from './session-file';
import { UNIVERSAL_CRITERIA } from './universal';

/** The studio's standard as a session is given it. */
export interface StudioParts {
  readonly registry: KindRegistry;
  /** The precompiled validator of a kind's schema, or null when it has none. */
  readonly validator: (kindId: string) => SchemaValidator | null;
  /** Rules over several artifacts; they run after the artifacts, whenever the packet changed. */
  readonly rules?: readonly ConsistencyRule[];
  /**
   * Whether the user accepted a kit's own standard of this content (requirement D5); until then the studio's applies. Left out where who starts
   * the check has chosen the kit's standard by that, as on the command line.
   */
  readonly acceptsStandard?: (content: string) => boolean;
}

/** The standard in force for one kit: the studio's, and what the kit's own files change in it. */
export class SessionStandard implements Reading {
  private own: Standard = NO_STANDARD;
  /** What the kit says, whether or not it applies. */
  private said: Standard = NO_STANDARD;
  private made: StandardOffer | null = null;
  private readonly studio: StudioStandard;
  /** The kinds in force; another object whenever they changed. */
  registry: KindRegistry;

  constructor(private readonly parts: StudioParts) {
    this.registry = withKit(parts.registry, NO_STANDARD);
    this.studio = { kinds: parts.registry.kinds, criteria: changeable(parts) };
  }

  get settings(): readonly CriterionSetting[] {
    return this.own.settings;
  }

  /** What in the standard does not hold, in one of its files. */
  findings(path: string): readonly Finding[] {
    return this.own.findings.filter((finding) => finding.path === path);
  }

  recognise(path: string, source: Source | null): Recognition {
    return this.registry.recognise(path, source);
  }

  statedFacts(path: string): readonly Fact[] {
    return path === MANIFEST_FILE ? this.own.facts : [];
  }

  /** True for files whose text says what the standard is, or would be. */
  isInput(path: string): boolean {
    return path === MANIFEST_FILE || this.said.inputs.has(path);
  }

  /** Paths of those files, whether or not they are there. */
  get inputs(): readonly string[] {
    return [MANIFEST_FILE, ...this.said.inputs.keys()];
  }

  /** What the kit asks to have changed; null when that is nothing. The same object as long as it stays the same. */
  get offer(): StandardOffer | null {
    return this.made;
  }

  /** True for files that are about the packet and no part of it. */
  isAside(path: string): boolean {
    return OWN_FILE_ROLES.has(path) || this.own.inputs.has(path);
  }

  /** Reads the standard anew; says what of it changed. */
  renew(textOf: (path: string) => string | null): { readonly kinds: boolean; readonly settings: boolean } {
    const before = this.own;
    this.said = readStandard(textOf(MANIFEST_FILE), textOf, this.studio);
    const offer = this.offerOf(this.said);
    if (offer?.content !== this.made?.content) this.made = offer;
    const accepts = this.parts.acceptsStandard ?? (() => true);
    this.own = offer === null || accepts(offer.content) ? this.said : NO_STANDARD;
    const kinds = before.kindsKey !== this.own.kindsKey;
    if (kinds) this.registry = withKit(this.parts.registry, this.own);
    return { kinds, settings: before.settingsKey !== this.own.settingsKey };
  }

  validator(kindId: string): SchemaValidator | null {
    const own = this.own.ownKinds.find(({ kind }) => kind.id === kindId);
    return own ? own.validator : this.parts.validator(kindId);
  }

  /** Whether an id is one that findings can have. */
  knows(id: string): boolean {
    return (
      this.studio.criteria.has(id) ||
      id === 'size' ||
      this.said.mayName(id) ||
      this.said.ownKinds.some(({ kind }) => kind.rubric.some((criterion) => criterion.id === id))
    );
  }

  /** Whether an id is that of a criterion whose question a person answers. */
  isQuestion(id: string): boolean {
    return this.registry.kinds.some((kind) =>
      kind.rubric.some((criterion) => criterion.id === id && criterion.mode === 'self'),
    );
  }

  runRule(rule: ConsistencyRule, packet: Packet): RuleReport {
    const setting = settingFor(this.own.settings, rule.id, null);
    if (!setting) return runRule(rule, packet);
    if (setting.change !== 'off') return runRule({ ...rule, severity: setting.change }, packet);
    const { id, severity } = rule;
    return { id, severity, verdict: 'not-evaluated', evidence: [], reason: offReason(setting), findings: [] };
  }

  /** What reports say of it; null when the kit changes nothing. */
  report(): StandardReport | null {
    const { settings, ownKinds } = this.own;
    return settings.length === 0 && ownKinds.length === 0 ? null : this.reportOn(this.own);
  }

  private reportOn({ settings, ownKinds }: Standard): StandardReport {
    const known = new Map(this.studio.criteria);
    for (const { kind } of ownKinds) for (const criterion of kind.rubric) known.set(criterion.id, criterion);
    return {
      changes: settings.flatMap(({ id, change, reason, kinds }) => {
        const criterion = known.get(id);
        return criterion
          ? [{ id, title: criterion.title, from: criterion.severity, to: change, reason, kinds }]
          : [];
      }),
      ownKinds: ownKinds.map(({ kind }) => ({
        id: kind.id,
        title: kind.title,
        criteria: kind.rubric.length,
      })),
    };
  }

  private offerOf(said: Standard): StandardOffer | null {
    if (said.content.size === 0) return null;
    const files = [...said.content];
    return {
      ...this.reportOn(said),
      content: JSON.stringify(files),
      files,
      assignments: said.assignments.map(({ glob, kind }) => ({ glob, kind })),
      people: said.facts.filter((fact) => fact.type === 'person').length,
      terms: said.facts.filter((fact) => fact.type === 'record').length,
    };
  }
}

function changeable({ registry, rules }: StudioParts): ReadonlyMap<string, Changeable> {
  const all = new Map<string, Changeable>();
  for (const criterion of [
    ...UNIVERSAL_CRITERIA,
    ...PROSE_REMARKS,
    ...registry.kinds.flatMap((kind) => kind.rubric),
    ...(rules ?? []),
  ])
    all.set(criterion.id, { title: criterion.title, severity: criterion.severity });
  all.set('schema', { title: 'The file has the format of its kind', severity: 'should' });
  return all;
}

function withKit(studio: KindRegistry, own: Standard): KindRegistry {
  const named = own.ownKinds.flatMap(({ kind }) =>
    kind.files.map((glob) => ({ kind: kind.id, matches: pathPattern(glob) })),
  );
  return new KindRegistry([...own.ownKinds.map(({ kind }) => kind), ...studio.kinds], {
    own: new Set(own.ownKinds.map(({ kind }) => kind.id)),
    reserved: (path) => {
      const ours = OWN_FILE_ROLES.get(path);
      if (ours !== undefined) return `${ours}; it is no artifact`;
      const role = own.inputs.get(path);
      return role === undefined ? null : `${role}, as kit.yaml says; it is no artifact`;
    },
    assigned: (path) => {
      const assignment = own.assignments.find((one) => one.matches(path));
      if (assignment) return assignment.kind ?? 'none';
      return named.find((one) => one.matches(path))?.kind ?? null;
    },
  });
}

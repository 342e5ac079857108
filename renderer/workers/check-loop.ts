import { MANIFEST_FILE, readManifest } from '../../shared/domain/manifest';
import { PORTFOLIO_FILE } from '../../shared/portfolio/composition';
import { memoDraft, portfolioOutline } from '../../shared/portfolio/outline';
import { blocksOf, drawingOf } from '../../shared/rubric/blocks-of';
import type { StandardOffer } from '../../shared/rubric/custom/standard';
import { Guard } from '../../shared/rubric/guard';
import { parseSource } from '../../shared/rubric/parse-source';
import { PROSE_REMARKS } from '../../shared/rubric/prose';
import type { KindRegistry } from '../../shared/rubric/registry';
import type { ArtifactReport } from '../../shared/rubric/report';
import type { ConsistencyRule } from '../../shared/rubric/rule';
import { type CheckSession, type CheckSessionOptions, WITHIN } from '../../shared/rubric/session';
import { triedOut } from '../../shared/rubric/try-out';
import { KitAssist } from '../../shared/symbols/kit-assist';
import type { ArrivedReport } from '../state/checks-slice';
import type { ComposedKit, FromChecker, Meaning, ToChecker } from './check-protocol';
import { EditedTexts } from './edited-texts';
import { kindInfo, remarkInfo, ruleInfo } from './infos';
import { layBeside, lookOver } from './packet-questions';
import { ToldBlocks } from './told-blocks';

/** How long the loop works before it looks for newer texts, and before it sends what is done, in milliseconds. */
const SLICE = 12;

/** What the loop decides for a session. */
export type SessionOptions = Required<Pick<CheckSessionOptions, 'acceptsStandard'>>;

export interface CheckLoopOptions {
  readonly registry: KindRegistry;
  readonly rules: readonly ConsistencyRule[];
  readonly newSession: (name: string, options: SessionOptions) => CheckSession;
  readonly post: (message: FromChecker) => void;
  /** Runs a step after messages that already wait were taken. */
  readonly schedule: (step: () => void) => void;
  /** Milliseconds of any running clock. */
  readonly now: () => number;
}

/**
 * The checker's side of the protocol, without the worker around it: texts come in, reports go out as they are made. Works in short slices,
 * so that an edit never waits for the rest of the kit.
 */
export class CheckLoop {
  private session: CheckSession | null = null;
  private assist: KitAssist | null = null;
  private run = 0;
  private name = '';
  private versions = new Map<string, { readonly session: number; readonly buffer: number }>();
  private readonly texts = new EditedTexts();
  private readonly drawings = new ToldBlocks();
  private posted = new Map<string, ArtifactReport>();
  private scheduled = false;
  private done = 0;
  private told: KindRegistry | null = null;
  /** The content of the kit's own standard that the user accepted; null while the studio's own applies. */
  private accepted: string | null = null;
  private offered: StandardOffer | null = null;

  constructor(private readonly options: CheckLoopOptions) {
    options.post({
      type: 'kinds',
      kinds: options.registry.kinds.map(kindInfo),
      rules: options.rules.map(ruleInfo),
      remarks: PROSE_REMARKS.map(remarkInfo),
    });
  }

  receive(message: ToChecker): void {
    switch (message.type) {
      case 'start':
        this.run = message.run;
        this.name = message.name;
        this.accepted = null;
        this.offered = null;
        this.open(this.newSession());
        this.texts.clear();
        this.versions = new Map();
        this.posted = new Map();
        this.done = 0;
        return;
      case 'meaning':
        this.options.post({ type: 'meaning', id: message.id, ...this.meaningOf(message.path, message.text) });
        return;
    }
    if (message.type === 'draw') {
      const parsed = message.run === this.run ? this.session?.parsed(message.path) : null;
      const drawing = drawingOf(parsed?.kind ?? null, parsed?.source ?? null);
      const length = this.session?.text(message.path)?.length ?? 0;
      this.options.post({
        type: 'drawn',
        id: message.id,
        problem: drawing?.problem ?? null,
        ...this.drawings.tell(message.id, message.path, drawing?.blocks ?? null, length),
      });
      return;
    }
    if (message.type === 'try') {
      const { id, path, question } = message;
      const parsed = message.run === this.run ? this.session?.parsed(path) : null;
      const taken = () => this.assist?.taken() ?? [];
      const answer = triedOut(parsed?.kind ?? null, parsed?.source ?? null, question, taken);
      this.options.post({ type: 'tried', id, version: this.versions.get(path)?.buffer ?? 0, answer });
      return;
    }
    if (message.type === 'ask') {
      this.options.post({ type: 'answer', id: message.id, answer: this.answerTo(message) });
      return;
    }
    if (message.type === 'portfolio') {
      this.options.post({ type: 'portfolio', id: message.id, ...this.composed(message) });
      return;
    }
    if (message.type === 'packet') {
      const session = message.run === this.run ? this.session : null;
      const view = session && lookOver(session, this.options.rules);
      this.options.post({ type: 'packet', id: message.id, view });
      return;
    }
    if (message.type === 'contrast') {
      const session = message.run === this.run ? this.session : null;
      const view = session && layBeside(session, message.own, message.files);
      this.options.post({ type: 'contrast', id: message.id, view });
      return;
    }
    if (message.run !== this.run || !this.session) return;
    if (message.type === 'set') {
      for (const { path, text, version } of message.files) {
        this.texts.drop(path);
        this.take(this.session, path, text, version);
      }
    } else if (message.type === 'edit') {
      const { path, changes, version } = message;
      this.take(this.session, path, this.texts.edited(path, this.session.text(path) ?? '', changes), version);
    } else if (message.type === 'remove') {
      for (const path of message.paths) {
        this.texts.drop(path);
        this.session.removeFile(path);
        this.versions.delete(path);
        this.posted.delete(path);
      }
    } else if (message.type === 'accept') {
      this.accepted = message.content;
      this.session.acceptanceChanged();
    } else this.recheck(this.session);
    this.wake();
  }

  private take(session: CheckSession, path: string, text: string | null, version: number): void {
    session.setFile(path, text);
    this.versions.set(path, { session: session.version(path) ?? 0, buffer: version });
    const known = session.artifact(path);
    // The text is the one already checked, under a new version: say so, or the window would wait for ever.
    if (known && known.version === session.version(path)) this.posted.delete(path);
  }

  private recheck(old: CheckSession): void {
    const fresh = this.newSession();
    const versions = new Map<string, { session: number; buffer: number }>();
    for (const [path, { buffer }] of this.versions) {
      fresh.setFile(path, old.text(path));
      versions.set(path, { session: fresh.version(path) ?? 0, buffer });
    }
    this.open(fresh);
    this.versions = versions;
    this.posted = new Map();
    this.done = 0;
  }

  private open(session: CheckSession): void {
    this.session = session;
    this.assist = new KitAssist({
      paths: () => this.versions.keys(),
      parsed: (path) => session.parsed(path),
      text: (path) => session.text(path),
    });
  }

  /** A question of a kit that is no longer open gets no answer; one that breaks breaks nothing else. */
  private answerTo({ run, query }: Extract<ToChecker, { type: 'ask' }>) {
    const { assist } = this;
    if (run !== this.run || !assist) return null;
    return new Guard().run('answering', () => assist.answer(query), null);
  }

  /** What the portfolio holds, as far as the kit was checked. */
  private composed({ run, composition, memo }: Extract<ToChecker, { type: 'portfolio' }>): ComposedKit {
    const { session } = this;
    const nothing: ComposedKit = { outline: null, memo: null };
    if (run !== this.run || !session) return nothing;
    const compose = (): ComposedKit => {
      const report = session.report();
      const inputs = {
        registry: session.registry,
        source: (path: string) => session.parsed(path)?.source ?? null,
        composition: composition ?? session.text(PORTFOLIO_FILE),
        author: readManifest(session.text(MANIFEST_FILE) ?? '').manifest?.author ?? '',
      };
      return {
        outline: portfolioOutline(report, inputs),
        memo: memo && memoDraft(report, inputs, memo.template, memo.path),
      };
    };
    return new Guard().run('composing', compose, nothing);
  }

  private newSession(): CheckSession {
    return this.options.newSession(this.name, { acceptsStandard: (content) => content === this.accepted });
  }

  private wake(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.options.schedule(() => this.slice());
  }

  private slice(): void {
    this.scheduled = false;
    const { session } = this;
    if (!session) return;
    const until = this.options.now() + SLICE;
    for (const step of session.pending()) {
      if (step !== WITHIN) this.done++;
      if (this.options.now() >= until) break;
    }
    this.tellKinds(session.registry);
    this.tellOffer(session.standardOffer);
    const reports = this.news(session);
    const left = session.outstanding;
    const progress = session.busy ? { done: this.done, total: this.done + left } : null;
    if (reports.length > 0 || progress === null)
      this.options.post({ type: 'reports', run: this.run, reports, progress });
    if (session.busy) this.wake();
    else {
      this.done = 0;
      // Nobody waits now: the first question about symbols then finds them ready.
      this.assist?.refresh();
    }
  }

  private tellOffer(offer: StandardOffer | null): void {
    if (offer?.content === this.offered?.content) return;
    this.offered = offer;
    this.options.post({ type: 'standard', run: this.run, offer });
  }

  /** The kinds in force, whenever they are others than those told last: a kit may bring kinds of its own. */
  private tellKinds(registry: KindRegistry): void {
    if (registry === this.told) return;
    const known = (this.told ?? this.options.registry).kinds;
    this.told = registry;
    const { kinds } = registry;
    if (kinds.length === known.length && kinds.every((kind, i) => kind === known[i])) return;
    this.options.post({
      type: 'kinds',
      kinds: kinds.map(kindInfo),
      rules: this.options.rules.map(ruleInfo),
      remarks: PROSE_REMARKS.map(remarkInfo),
    });
  }

  /** Reports that were made since the last message and belong to the latest text of their file. */
  private news(session: CheckSession): readonly ArrivedReport[] {
    const news: ArrivedReport[] = [];
    for (const [path, version] of this.versions) {
      const report = session.artifact(path);
      if (!report || report.version !== version.session || this.posted.get(path) === report) continue;
      this.posted.set(path, report);
      news.push({ report, version: version.buffer });
    }
    return news;
  }

  private meaningOf(path: string, text: string): Meaning {
    const guard = new Guard();
    const source = guard.run('parsing', () => parseSource(path, text), null);
    const { kind } = this.options.registry.recognise(path, source);
    return { kind: kind?.id ?? null, blocks: blocksOf(kind, source) };
  }
}

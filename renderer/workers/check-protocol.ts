import type { ContrastInputs, ContrastView } from '../../shared/packet/contrast/contrast';
import type { PacketView } from '../../shared/packet/packet-view';
import type { PortfolioOutline } from '../../shared/portfolio/outline';
import type { Block } from '../../shared/preview/block';
import type { BlockChanges } from '../../shared/preview/block-changes';
import type { StandardOffer } from '../../shared/rubric/custom/standard';
import type { AssistAnswers, AssistQuery } from '../../shared/symbols/assist';
import type { SyntaxProblem } from '../../shared/text/data-tree';
import type { ArrivedReport } from '../state/checks-slice';
import type { KindInfo, RemarkInfo, RuleInfo } from '../state/kind-info';

/** Good work that is laid beside one's own; the outline is the worker's to know. */
export type Contrasted = Omit<ContrastInputs, 'own' | 'outline'>;

export interface CheckedFile {
  readonly path: string;
  /** Null: the file is there, so that links to it resolve, but it is no text to check. */
  readonly text: string | null;
  /** Version of the buffer the text came from; 0 when it was read from disk. */
  readonly version: number;
}

/** What was typed into a file since the version the checker was told last: a few bytes, where the whole text would be copied on each pause. */
export interface FileEdit {
  readonly type: 'edit';
  readonly run: number;
  readonly path: string;
  /** Changes as CodeMirror writes them; they apply to the text that was sent last. */
  readonly changes: unknown;
  readonly version: number;
}

/** What the window tells the checker. `run` numbers the opened kits: what belongs to an earlier one is dropped on both sides. */
export type ToChecker =
  | { readonly type: 'start'; readonly run: number; readonly name: string }
  | { readonly type: 'set'; readonly run: number; readonly files: readonly CheckedFile[] }
  | FileEdit
  | { readonly type: 'remove'; readonly run: number; readonly paths: readonly string[] }
  /** Forgets all results and checks everything anew. */
  | { readonly type: 'recheck'; readonly run: number }
  /** The user accepts the kit's own standard of this content; null: the studio's own applies. */
  | { readonly type: 'accept'; readonly run: number; readonly content: string | null }
  /** Asks about the symbols of the kit, as the texts sent so far have them. */
  | { readonly type: 'ask'; readonly run: number; readonly id: number; readonly query: AssistQuery }
  /** Asks what a file of the kit means, as the texts sent so far have it. */
  | { readonly type: 'draw'; readonly run: number; readonly id: number; readonly path: string }
  /** Asks what the kind of a file answers to its view: what other weights or inputs would lead to. */
  | {
      readonly type: 'try';
      readonly run: number;
      readonly id: number;
      readonly path: string;
      readonly question: unknown;
    }
  /** Asks what the portfolio of the kit holds; `composition` stands for the kit's own file, null for what that says. */
  | {
      readonly type: 'portfolio';
      readonly run: number;
      readonly id: number;
      readonly composition: string | null;
      /** A cover memo is wanted too: from this template, to stand at this path. */
      readonly memo: { readonly template: string; readonly path: string } | null;
    }
  /** Asks how the packet stands as a whole. */
  | { readonly type: 'packet'; readonly run: number; readonly id: number }
  /** Lays files of a kind beside each other; one's own is the kit's, as the texts sent so far have it. */
  | {
      readonly type: 'contrast';
      readonly run: number;
      readonly id: number;
      readonly own: string | null;
      readonly files: Contrasted;
    }
  /** Asks what a single file is, outside of any kit. */
  | { readonly type: 'meaning'; readonly id: number; readonly path: string; readonly text: string };

/** What the portfolio holds, and the cover memo that was asked for. */
export interface ComposedKit {
  readonly outline: PortfolioOutline | null;
  readonly memo: string | null;
}

/** What a file is taken for, and what it means if it is structured. */
export interface Meaning {
  readonly kind: string | null;
  readonly blocks: readonly Block[] | null;
}

/** What a kind answered to a question of its view, for the text of a version. */
export interface Tried {
  readonly version: number;
  readonly answer: unknown;
}

export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

export type FromChecker =
  | {
      readonly type: 'kinds';
      readonly kinds: readonly KindInfo[];
      readonly rules: readonly RuleInfo[];
      readonly remarks: readonly RemarkInfo[];
    }
  | {
      readonly type: 'reports';
      readonly run: number;
      readonly reports: readonly ArrivedReport[];
      /** Null when everything is up to date. */
      readonly progress: CheckProgress | null;
    }
  /** What the kit asks to have changed in the studio's standard, whenever that is something else. */
  | { readonly type: 'standard'; readonly run: number; readonly offer: StandardOffer | null }
  | {
      readonly type: 'answer';
      readonly id: number;
      /** Null when the question came too late, or could not be answered. */
      readonly answer: AssistAnswers[AssistQuery['type']];
    }
  /** Null for prose and diagrams, for data of no known meaning, and when the question came too late. */
  | {
      readonly type: 'drawn';
      readonly id: number;
      /** What changed since the answer to this question; null when all of it is told. */
      readonly since: number | null;
      readonly changes: BlockChanges | null;
      /** Why not all of the file could be read; null where it was. */
      readonly problem: SyntaxProblem | null;
    }
  /** The kind's answer for the text of this version; null when it has none, or when the question came too late. */
  | { readonly type: 'tried'; readonly id: number; readonly version: number; readonly answer: unknown }
  /** Null when the question came too late, or could not be answered. */
  | { readonly type: 'packet'; readonly id: number; readonly view: PacketView | null }
  | { readonly type: 'contrast'; readonly id: number; readonly view: ContrastView | null }
  /** Null when the kit is no longer open, or the outline broke. */
  | ({ readonly type: 'portfolio'; readonly id: number } & ComposedKit)
  | ({ readonly type: 'meaning'; readonly id: number } & Meaning);

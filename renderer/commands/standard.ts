import type { StandardOffer } from '../../shared/rubric/custom/standard';
import { changedFiles, initialStandard, type StandardState } from '../state/standard-slice';
import { Debounced } from './debounce';
import { notifyError } from './notify';
import type { Studio } from './studio';

/** A decision that follows from the user's own typing is written down when typing rests for this long, in milliseconds. */
const REST = 1000;

/**
 * A kit's own standard applies only when the user accepted exactly its content for this folder (requirement D5): until then files are judged by
 * the studio's. What the user writes into it in this window needs no second consent.
 */
export class StandardKeeper {
  private readonly waiting = new Debounced(() => void this.writeDown(), REST);
  private last: StandardOffer | null = null;
  private choice: StandardState['choice'] = null;
  private asks = false;

  constructor(private readonly studio: () => Studio) {}

  /** Another kit is opened, or none. */
  reset(): void {
    this.waiting.cancel();
    this.last = null;
    this.choice = null;
    this.asks = false;
    this.studio().store.setState({ standard: initialStandard });
  }

  /** The checker read what the kit asks for. */
  async offered(offer: StandardOffer | null): Promise<void> {
    const { store, host, typed } = this.studio();
    const { kit } = store.getState();
    if (!kit) return;
    const { last, choice } = this;
    this.last = offer;
    if (offer === null) {
      this.settle(null);
      return;
    }
    // The worked example is the studio's own.
    if (kit.isExample) {
      this.settle('own');
      return;
    }
    if (changedFiles(last, offer).every((path) => typed.has(path))) {
      this.settle(last === null ? 'own' : choice);
      this.waiting.call();
      return;
    }
    this.settle(null);
    const answer = await host.call('kit.standardChoice', { kitId: kit.kitId, text: offer.content });
    if (this.last !== offer) return;
    if (answer.ok && answer.value.choice !== null) {
      this.settle(answer.value.choice);
      return;
    }
    if (!answer.ok) notifyError(this.studio(), answer.error);
    this.asks = true;
    this.askWhenFree();
  }

  /** The user decided. */
  choose(choice: 'own' | 'studio'): void {
    if (!this.last) return;
    this.settle(choice);
    void this.writeDown();
  }

  /** Asks as soon as no other dialog is open. Who leaves the question is not asked again before the next opening. */
  askWhenFree(): void {
    const { store } = this.studio();
    if (!this.asks || store.getState().overlay !== null) return;
    this.asks = false;
    store.setState({ overlay: { kind: 'standard' } });
  }

  private settle(choice: StandardState['choice']): void {
    this.choice = choice;
    this.asks = false;
    const { store, checker } = this.studio();
    store.setState({ standard: { offer: this.last, choice } });
    checker.accept(choice === 'own' ? (this.last?.content ?? null) : null);
  }

  private async writeDown(): Promise<void> {
    const { store, host } = this.studio();
    const { kit, standard } = store.getState();
    if (!kit || !standard.offer || standard.choice === null) return;
    const answer = await host.call('kit.chooseStandard', {
      kitId: kit.kitId,
      text: standard.offer.content,
      choice: standard.choice,
    });
    if (!answer.ok) notifyError(this.studio(), answer.error);
  }
}

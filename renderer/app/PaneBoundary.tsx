import { Component, type ErrorInfo, type ReactNode } from 'react';
import { noteBug } from '../host/page-bugs';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';

interface PaneBoundaryProps {
  readonly name: string;
  /** A new value tries again: another file may not have the problem. */
  readonly resetKey?: string | null;
  /** Told once for each break; for places that can give way by themselves. */
  readonly onBreak?: (error: Error) => void;
  readonly children: ReactNode;
}

interface PaneBoundaryState {
  readonly error: Error | null;
  readonly key: string | null;
}

/** Keeps a broken pane from taking the window with it: the others go on, and this one says so. */
export class PaneBoundary extends Component<PaneBoundaryProps, PaneBoundaryState> {
  override state: PaneBoundaryState = { error: null, key: this.props.resetKey ?? null };

  static getDerivedStateFromError(error: unknown): Partial<PaneBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(
    props: PaneBoundaryProps,
    state: PaneBoundaryState,
  ): Partial<PaneBoundaryState> | null {
    const key = props.resetKey ?? null;
    return key === state.key ? null : { key, error: null };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The details name components only; user text never goes to the log.
    console.error(`The pane ${this.props.name} broke: ${error.name}`, info.componentStack);
    noteBug('pane', error);
    this.props.onBreak?.(error);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        title={`${this.props.name} stopped working`}
        text="Your text is safe. You can try again, or go on in the other panes."
      >
        <Button look="primary" onPress={() => this.setState({ error: null })}>
          Try Again
        </Button>
        <Button
          onPress={() =>
            void navigator.clipboard.writeText(`${error.name}: ${error.message}\n${error.stack ?? ''}`)
          }
        >
          Copy Details
        </Button>
      </EmptyState>
    );
  }
}

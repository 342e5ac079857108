/** Choices about the portfolio of a kit that cannot be written: they hold for as long as the window is open. */
export interface PortfolioState {
  readonly kitId: string;
  /** In the format of the kit's own file. */
  readonly text: string;
}

/** The choices that stand for the file of a kit; undefined where the file's own hold. */
export function sessionComposition(
  state: PortfolioState | null,
  kitId: string | undefined,
): string | undefined {
  return state !== null && state.kitId === kitId ? state.text : undefined;
}

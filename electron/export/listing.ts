/** A figure or a table of the book as its list names it. */
export interface Listed {
  /** Its place in the book. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** The artifact it stands in: said where several have one title. */
  readonly artifact?: string;
}

/** Numbers the figures, or the tables, of a book in the order in which they are asked for, and keeps what the list of them says. */
export class Listing {
  private readonly found: Listed[] = [];

  /** `before`: how many of the book stand before these. */
  constructor(
    private readonly kind: 'figure' | 'table',
    private readonly before = 0,
  ) {}

  /** Takes the next number for one of this title in an artifact. */
  add(title: string, artifact = ''): Listed {
    const number = this.before + this.found.length + 1;
    const listed = { id: `${this.kind}-${number}`, number, title, artifact };
    this.found.push(listed);
    return listed;
  }

  get entries(): readonly Listed[] {
    return this.found;
  }
}

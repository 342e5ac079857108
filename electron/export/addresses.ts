/** An address outside of the book as its list names it; the same address has one number wherever it stands. */
export interface Address {
  readonly number: number;
  readonly url: string;
}

/** Numbers the addresses outside that a book links to, in the order in which they appear first. */
export class Addresses {
  private readonly numbers = new Map<string, number>();

  add(url: string): { readonly number: number; readonly isNew: boolean } {
    const known = this.numbers.get(url);
    if (known !== undefined) return { number: known, isNew: false };
    this.numbers.set(url, this.numbers.size + 1);
    return { number: this.numbers.size, isNew: true };
  }

  get entries(): readonly Address[] {
    return [...this.numbers].map(([url, number]) => ({ number, url }));
  }
}

/** The place of the list itself, and what it is called in the book. */
export const ADDRESSES_ID = 'addresses';
export const ADDRESSES_TITLE = 'Addresses';

/** The place of an address in the list, and the place in the text that names it first. */
export function addressId(number: number): string {
  return `address-${number}`;
}

export function mentionId(number: number): string {
  return `address-${number}-named`;
}

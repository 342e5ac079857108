import { err, ok, type Result } from '../../shared/util/result';

export interface CheckedLink {
  /** The address as it is handed to the system, normalised. */
  readonly address: string;
  /** The question to the user. */
  readonly title: string;
  /** Scheme, host and full address, for reading before agreeing. */
  readonly lines: readonly string[];
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * Decides whether an address from a text may be offered to the system at all: http, https and mailto without credentials or characters that
 * hide where it leads. Everything else (files, shares, programs' own schemes) is refused without asking.
 */
export function checkLink(raw: string): Result<CheckedLink, string> {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s\\]/u.test(raw)) {
    return err('This address holds characters that are not allowed in one.');
  }
  let url: URL;
  try {
    url = new URL(raw);
  } catch {
    return err('This is no complete address.');
  }
  if (!SCHEMES.has(url.protocol)) {
    return err('Only web and mail addresses are opened in other programs.');
  }
  if (url.username !== '' || url.password !== '') return err('This address holds a user name or password.');
  if (url.protocol === 'mailto:') {
    // `attach` and the like make some mail programs read files.
    const fields = [...url.searchParams.keys()].map((key) => key.toLowerCase());
    if (fields.some((field) => !['subject', 'body', 'cc', 'bcc'].includes(field))) {
      return err('This mail address asks for more than subject and text.');
    }
    return ok({
      address: url.href,
      title: 'Write a mail to this address?',
      lines: ['Scheme: mailto', url.href],
    });
  }
  if (url.hostname === '') return err('This address names no host.');
  return ok({
    address: url.href,
    title: 'Open this address in your browser?',
    lines: [`Scheme: ${url.protocol.slice(0, -1)}`, `Host: ${url.host}`, url.href],
  });
}

/** What something that looks secret is taken for. */
export type SecretKind = 'key' | 'password' | 'email' | 'host' | 'address' | 'money';

/** Something in a text that a reader outside should perhaps not see. */
export interface Secret {
  readonly kind: SecretKind;
  readonly from: number;
  readonly to: number;
  /** What may be shown of it: keys and passwords only by their ends. */
  readonly shown: string;
}

export const SECRET_WORDS: Readonly<Record<SecretKind, string>> = {
  key: 'A key or token',
  password: 'A password',
  email: 'An e-mail address',
  host: 'The name of an internal host',
  address: 'An address of a private network',
  money: 'An amount of money',
};

interface Detector {
  readonly kind: SecretKind;
  /** Starts at a word's start and repeats with a limit, so that a search stays linear in the text. Group 1 is the secret where there is one. */
  readonly pattern: RegExp;
  readonly ignores?: (found: string) => boolean;
}

const ENDINGS = 'internal|intranet|local|localdomain|lan|corp|private|svc|cluster';

/** Names that stand for nothing, by RFC 2606 and 6761. */
const EXAMPLE_HOST =
  /(?:^|[.@])(?:example(?:\.(?:com|org|net))?|[^.@]+\.(?:test|example|invalid)|test|invalid)$/i;
const EXAMPLE_VALUE =
  /^(?:x+|\*+|\.+|[<$%{[].*|todo|tbd|none|null|n\/a|true|false|redacted|changeme|password|string|example|placeholder|required|optional)[.,;)]*$/i;

const DETECTORS: readonly Detector[] = [
  { kind: 'key', pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g },
  { kind: 'key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  { kind: 'key', pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{40,255})/g },
  { kind: 'key', pattern: /(?<![A-Za-z0-9])glpat-[\w-]{20,64}/g },
  { kind: 'key', pattern: /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,200}/g },
  { kind: 'key', pattern: /hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,80}/g },
  { kind: 'key', pattern: /(?<![A-Za-z0-9])AIza[\w-]{35}/g },
  { kind: 'key', pattern: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,200}|sk-[\w-]{20,200})/g },
  { kind: 'key', pattern: /(?<![A-Za-z0-9])(?:npm_[A-Za-z0-9]{36}|pypi-[\w-]{50,200}|dop_v1_[a-f0-9]{64})/g },
  { kind: 'key', pattern: /(?<![A-Za-z0-9])SG\.[\w-]{22}\.[\w-]{43}/g },
  { kind: 'key', pattern: /(?<![\w-])eyJ[\w-]{10,2000}\.[\w-]{10,4000}\.[\w-]{10,2000}/g },
  {
    kind: 'key',
    pattern:
      /(?<!\w)authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:bearer|basic|token)\s{1,3}([\w.~+/=-]{12,2000})/gi,
    ignores: (value) => EXAMPLE_VALUE.test(value),
  },
  {
    kind: 'password',
    pattern:
      /(?:password|passwd|passphrase|pwd|secret|api[_-]?key|access[_-]?key|(?:auth|access)[_-]?token|private[_-]?key)["']?\s?[:=]\s?["']?([^\s"'`,;|<>()]{6,200})/gi,
    // A word of small letters is a sentence about passwords, not one of them.
    ignores: (value) => EXAMPLE_VALUE.test(value) || /^\p{L}?\p{Ll}+[.:]*$/u.test(value),
  },
  {
    kind: 'password',
    pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"'<>]{1,100}:([^\s/@"'<>]{2,200})@/gi,
    ignores: (value) => EXAMPLE_VALUE.test(value),
  },
  {
    kind: 'email',
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu,
    ignores: (value) => /^git@(?:github|gitlab)\.com$/.test(value),
  },
  {
    kind: 'host',
    pattern: new RegExp(
      `(?<![\\w.-])[a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,63}){0,8}?\\.(?:${ENDINGS})(?![\\w-]|\\.\\w)`,
      'gi',
    ),
  },
  {
    kind: 'host',
    pattern: /(?<!\w)https?:\/\/([a-z0-9-]{1,63})(?![\w.@-])/gi,
    ignores: (value) => /^localhost$/i.test(value),
  },
  {
    kind: 'address',
    pattern:
      /(?<![\d.])(?:10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|192\.168|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.\d{1,3}\.\d{1,3}(?!\d|\.\d)/g,
  },
];

const MONEY: Detector = {
  kind: 'money',
  pattern:
    /(?:[$€£¥₹]|(?<!\w)(?:USD|EUR|GBP|CHF|JPY|INR|CAD|AUD) )\s?\d[\d.,]{0,20}(?: ?(?:k|m|bn|thousand|million|billion)(?!\w))?|(?<![\w.,])\d[\d.,]{0,20} ?(?:€|£|(?:USD|EUR|GBP|CHF)(?!\w))/gi,
};

export interface ScanOptions {
  readonly money: boolean;
  /** What is known to be no secret; compared without regard to case. */
  readonly keep: readonly string[];
}

/** What looks secret in a text, left to right. Says "looks": nobody but the author knows. */
export function findSecrets(text: string, { money, keep }: ScanOptions): Secret[] {
  const known = new Set(keep.map((value) => value.toLowerCase()));
  const found: Secret[] = [];
  for (const detector of money ? [...DETECTORS, MONEY] : DETECTORS) {
    for (const match of text.matchAll(detector.pattern)) {
      const secret = read(match, detector);
      if (secret && !known.has(text.slice(secret.from, secret.to).toLowerCase())) found.push(secret);
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return found.filter((secret) => {
    if (secret.to <= end) return false;
    end = secret.to;
    return true;
  });
}

function read(match: RegExpExecArray, { kind, ignores }: Detector): Secret | null {
  const [whole] = match;
  const value = match[1] ?? whole;
  if (ignores?.(value)) return null;
  if ((kind === 'host' || kind === 'email') && EXAMPLE_HOST.test(value)) return null;
  const from = match.index + Math.max(0, whole.lastIndexOf(value));
  const hidden = kind === 'key' || kind === 'password';
  return { kind, from, to: from + value.length, shown: hidden ? masked(value) : value };
}

function masked(value: string): string {
  if (value.startsWith('-----BEGIN')) return value;
  return value.length < 12 ? `${value.slice(0, 1)}…` : `${value.slice(0, 4)}…${value.slice(-2)}`;
}

/** Reports are small; what is longer was not written by the engine. */
const LONGEST = 64 * 1024;

/** The directive a report of a page policy is about. Everything else in it (addresses, samples) may quote a text and is not kept. */
export function refusedDirective(body: string): string {
  try {
    const report: unknown = body.length > LONGEST ? null : JSON.parse(body);
    const about = field(report, 'csp-report');
    const directive = field(about, 'effective-directive') ?? field(about, 'violated-directive');
    if (typeof directive === 'string' && /^[a-z-]{1,40}$/.test(directive)) return directive;
  } catch {
    // Not written by the engine.
  }
  return 'unknown directive';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

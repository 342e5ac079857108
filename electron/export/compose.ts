import type { PreflightLine } from '../../shared/ipc/payloads';
import { type Composition, type Paper, PORTFOLIO_FILE } from '../../shared/portfolio/composition';
import { type PortfolioPlan, planPortfolio } from '../../shared/portfolio/plan';
import { readComposition } from '../../shared/portfolio/read-composition';
import { withheldPaths } from '../../shared/portfolio/withheld';
import type { Collected } from './collect';

/** What is to be printed, with what has to be said about the choice of it. */
export interface Composed {
  readonly plan: PortfolioPlan;
  readonly composition: Composition;
  readonly paper: Paper;
  readonly remarks: readonly PreflightLine[];
  /** Files that are not for these readers, in the zip neither. */
  readonly withheld: ReadonlySet<string>;
}

/** What an export was asked for beyond the kit's own choices. */
export interface Wish {
  /** Choices that stand for the kit's file: those of a session with a kit that cannot be written. */
  readonly composition?: string | undefined;
  /** The paper, whatever the kit says. */
  readonly paper?: Paper | undefined;
  /** The paper where the kit says nothing. */
  readonly usualPaper?: Paper | undefined;
  /** Whether formulas are set where the kit says nothing. */
  readonly usualFormulas?: boolean | undefined;
}

/** Plans a kit as its own file says. What does not hold in the file leaves the choice to the kit, and is told. */
export function compose(
  kit: { readonly manifest: { readonly author: string | null } | null },
  collected: Collected,
  wish: Wish,
): Composed {
  const { report, registry, source } = collected;
  const text = wish.composition ?? source(PORTFOLIO_FILE)?.text ?? null;
  const known = new Set(report.artifacts.map(({ path }) => path));
  const { composition: read, problems } = readComposition(text, (path) => known.has(path));
  const composition = { ...read, formulas: read.formulas ?? wish.usualFormulas ?? false };
  const plan = planPortfolio(report, {
    registry,
    source,
    composition,
    author: kit.manifest?.author ?? '',
  });
  return {
    plan,
    composition,
    withheld: withheldPaths(report, composition, registry, source),
    paper: wish.paper ?? composition.paper ?? wish.usualPaper ?? 'A4',
    remarks: [
      ...problems.map(
        ({ message, line }): PreflightLine => ({
          level: 'warning',
          message,
          path: PORTFOLIO_FILE,
          line,
        }),
      ),
      ...openClaims(plan),
    ],
  };
}

/** Claims of the cover memo that nobody can check in this book. */
function openClaims({ claims, parts }: PortfolioPlan): PreflightLine[] {
  const path = parts.find(({ kind }) => kind === 'memo')?.artifacts[0]?.path;
  if (!claims || path === undefined) return [];
  return claims.open.map(({ text, line, why }) => ({
    level: 'warning',
    message:
      why === 'unnamed'
        ? `The memo claims this without naming its evidence: ${shortened(text)}`
        : `The evidence of this claim is not in the portfolio: ${shortened(text)}`,
    path,
    line,
  }));
}

const LONGEST = 140;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}

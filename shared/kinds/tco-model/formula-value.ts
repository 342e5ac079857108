import { err, ok, type Result } from '../../util/result';
import { type Expression, type Formula, type FormulaError, Stop } from './formula';

/** What a name stands for: a value, null when nothing has the name, or why the thing that has it gives no value. */
export type Lookup = (
  name: string,
) => number | null | { readonly problem: string; readonly because?: string };

/**
 * The value of a formula, or the first place where it has none: an unknown name, a division by zero, a result that is no finite number.
 * A problem that `lookup` answers is placed at the name that led to it.
 */
export function evaluateFormula(formula: Formula, lookup: Lookup): Result<number, FormulaError> {
  try {
    return ok(numberOf(formula.root, lookup));
  } catch (thrown) {
    if (thrown instanceof Stop) return err(thrown.error);
    throw thrown;
  }
}

function numberOf(node: Expression, lookup: Lookup): number {
  const value = rawValue(node, lookup);
  if (!Number.isFinite(value)) fail(node, 'This has no finite value');
  return value;
}

function rawValue(node: Expression, lookup: Lookup): number {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'name': {
      const found = lookup(node.name);
      if (typeof found === 'number') return found;
      if (found === null)
        return fail(node, `"${node.name}" is no assumption, price or derived value of this model`);
      return fail(node, found.problem, found.because);
    }
    case 'call': {
      const values = node.values.map((value) => numberOf(value, lookup));
      if (node.name === 'ceil') return ceiling(values[0] as number);
      return node.name === 'max' ? Math.max(...values) : Math.min(...values);
    }
    case 'binary': {
      const left = numberOf(node.left, lookup);
      const right = numberOf(node.right, lookup);
      switch (node.operator) {
        case '+':
          return left + right;
        case '-':
          return left - right;
        case '*':
          return left * right;
        case '/':
          return right === 0 ? fail(node.right, 'This divides by zero') : left / right;
        case '^':
          return left ** right;
      }
    }
  }
}

function fail(node: Expression, message: string, because?: string): never {
  throw new Stop({ message, from: node.from, to: node.to, ...(because === undefined ? {} : { because }) });
}

/** Relative noise of binary fractions: 40 × 1.3 must count as 52, whatever its last bit says. */
const NOISE = 1e-12;

function ceiling(value: number): number {
  return Math.ceil(value - NOISE * Math.max(1, Math.abs(value)));
}

/** The nearest whole unit, a half upwards (towards positive infinity). */
export function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5 + NOISE * Math.max(1, Math.abs(value)));
}

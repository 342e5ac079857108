import { mathSyntax } from '../../shared/preview/formula-syntax';
import { setFormulas } from '../../shared/preview/formulas';
import { type MathSupport, markdownParser } from './pipeline';

/** What reads formulas and sets them: the look of a book is made by the same. */
export const mathSupport: MathSupport = { parser: parserWithMath(), set: (tree) => setFormulas(tree) };

function parserWithMath(): MathSupport['parser'] {
  const { micromark, mdast } = mathSyntax();
  return markdownParser().use(function () {
    const data = this.data();
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), micromark];
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mdast];
  });
}

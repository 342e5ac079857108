import remarkDefinitionList from 'remark-definition-list';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { mathSyntax } from '../../shared/preview/formula-syntax';

/** A parser of the Markdown that is printed: that of the preview, and front matter. `formulas`: TeX between dollars is no text. */
export function printParser(formulas: boolean) {
  const parser = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDefinitionList)
    .use(remarkFrontmatter, ['yaml']);
  if (!formulas) return parser;
  const { micromark, mdast } = mathSyntax();
  return parser.use(function () {
    const data = this.data();
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), micromark];
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mdast];
  });
}

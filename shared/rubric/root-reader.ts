import { DataTree } from '../text/data-tree';
import type { Source } from './artifact';
import { DataReader } from './read-data';

/**
 * A reader at the structured part of any file: the data of a YAML or JSON file, the front matter of a Markdown file. Where there is none, a
 * reader that finds nothing, with positions at the start of the file.
 */
export function rootReader(source: Source): DataReader {
  switch (source.format) {
    case 'yaml':
    case 'json':
      return new DataReader(source.data);
    case 'md':
      return new DataReader(source.markdown.frontMatter ?? new DataTree(source.text, null, []));
    case 'mmd':
      return new DataReader(new DataTree(source.text, null, []));
  }
}

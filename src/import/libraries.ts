/** The parsers that the command line uses. The build puts them into this one file, so that sites which install the package for their pages install no parser. */
export { parse as parseScript } from 'acorn';
export { parse as parseCsv } from 'csv-parse/sync';
export { micromark } from 'micromark';
export { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
export { defaultTreeAdapter, Parser, Tokenizer, TokenizerMode } from 'parse5';

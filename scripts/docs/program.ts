import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The top of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const config = ts.getParsedCommandLineOfConfigFile(
  `${root}tsconfig.json`,
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
)!;
const program = ts.createProgram(config.fileNames, config.options);

/** The sources as the compiler sees them: their comments are the documentation that tables and schema are made from. */
export const checker = program.getTypeChecker();

/** What a module of `src/` exports, under its name there. */
export function exported(module: string, name: string): ts.Symbol {
  const file = program.getSourceFile(`${root}src/${module}`);
  const symbol = file && checker.tryGetMemberInModuleExports(name, checker.getSymbolAtLocation(file)!);
  if (!symbol) throw new Error(`src/${module} does not export ${name}`);
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The type of a constant that a module of `src/` keeps to itself or exports. */
export function typeOf(module: string, name: string): ts.Type {
  return checker.getTypeOfSymbol(exported(module, name));
}

/** A comment as one line, without its tags. */
export const comment = (symbol: ts.Symbol): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();

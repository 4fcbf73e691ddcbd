import { mkdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { root } from '../docs/program.js';

/** The folder of the reports, one for each entry of the package. */
export const reportFolder = `${root}api`;

const quiet = { default: { logLevel: ExtractorLogLevel.None } };

/** Lists the declarations that package.json exports, each once. */
function listDeclarations(): readonly string[] {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    exports: Readonly<Record<string, string | { readonly types?: string }>>;
  };
  const declarations = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : (entry.types ?? []),
  );
  return [...new Set(declarations)].filter((path) => !path.includes('*'));
}

/** Names the report of a declaration: `cli-playwright` for `./dist/cli/playwright.d.ts`. */
const nameReport = (path: string): string =>
  path
    .replace(/^\.\/dist\/(?:entries\/)?/, '')
    .replace(/\.d\.ts$/, '')
    .replaceAll('/', '-');

/**
 * Compares the public surface of what is built with the reports.
 * @param writes - whether the reports are brought up to date
 * @returns the names of the reports that were out of date
 */
export function compareReports(writes: boolean): readonly string[] {
  const temporary = `${root}coverage/api`;
  mkdirSync(temporary, { recursive: true });
  mkdirSync(reportFolder, { recursive: true });
  return listDeclarations().flatMap((path) => {
    const reportFileName = nameReport(path);
    const configuration = ExtractorConfig.prepare({
      configObject: {
        projectFolder: root,
        mainEntryPointFilePath: root + path,
        compiler: { tsconfigFilePath: `${root}tsconfig.json` },
        apiReport: { enabled: true, reportFileName, reportFolder, reportTempFolder: temporary },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: {
          compilerMessageReporting: quiet,
          extractorMessageReporting: quiet,
          tsdocMessageReporting: quiet,
        },
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: `${root}package.json`,
    });
    const { apiReportChanged } = Extractor.invoke(configuration, {
      localBuild: writes,
      messageCallback: (message) => (message.handled = true),
    });
    return apiReportChanged ? [basename(configuration.reportFilePath)] : [];
  });
}

interface Help {
  readonly usage: string;
  readonly about: string;
  /** Its options, one in a line, with what they do. */
  readonly options?: string;
  /** When it ends with 1, where it may. */
  readonly fails?: string;
}

const visiting = `  --script FILE         a module whose default export, async ({ page, url }) => { … }, logs in or clicks
  --storage-state FILE  cookies and local storage to begin with, as Playwright's storageState writes them
  --header "NAME: VALUE"  sent to the visited origin alone; may be repeated
  --wait SECONDS        how long a page may take to answer, and then to come to rest (default: 15)
  --browser-path FILE   the Chromium to use
  --browser-arg ARG     one more argument for it, as --browser-arg=--lang=de; may be repeated`;

const commands = {
  import: {
    usage: 'import <file or URL…>',
    about: 'makes a manifest of a policy page, an export or a configuration',
    options: `  --as FORM             what it is, where its content does not say so: html, markdown, text, onetrust, cookiebot, cookieyes,
                        har, cookies-txt, database, config
  --language TAG        the language it is in (default: the page's own, else found by its words)
  --site NAME           the site's name (default: the page's own, or the one provider of all cookies)
  --revision TEXT       the revision to give (default: today's date)
  --output FILE         write the manifest there instead of printing it
  --interactive         ask about what is uncertain`,
    fails: 'something could not be read, and is kept as written',
  },
  init: {
    usage: 'init <url…>',
    about: 'drafts a manifest from what a site really keeps',
    options: `  --purposes FILE       take purposes from a copy of the Open Cookie Database (CSV)
  --site NAME           the site's name (default: the page's own)
  --revision TEXT       the revision to give (default: today's date)
  --output FILE         write the manifest there instead of printing it
${visiting}`,
  },
  validate: {
    usage: 'validate <manifest> [--strict]',
    about: 'checks the manifest alone',
    options:
      '  --strict              problems are also: warnings that need no browser, keys that stand twice, waivers of no rule, purposes to do',
    fails: 'there are problems',
  },
  audit: {
    usage: 'audit <url…> --manifest FILE',
    about: 'compares the manifest with what a site really keeps',
    options: `  --manifest FILE       the manifest (required)
  --fail-on SEVERITY    exit with 1 from this severity on: error (default), warning, info
  --json                print the report as JSON instead of a table
  --junit FILE          also write it as JUnit XML, for CI servers
  --sarif FILE          also write it as SARIF, for code scanning
  --html FILE           also write it as a page for people
${visiting}`,
    fails: 'something was found at or above --fail-on',
  },
  policy: {
    usage: 'policy <manifest>',
    about: 'prints the policy page',
    options: `  --lang TAG            the reader's language (default: the manifest's)
  --format FORM         html (default) or markdown
  --heading-level N     the level of the page's title, 1 to 5 (default: 1)
  --omit SECTION        a section to leave out; may be repeated
  --output FILE         write it there instead of printing it`,
  },
  diff: {
    usage: 'diff <old> <new>',
    about: 'says what changed for visitors, and whether the revision must',
    options: '  --json                print the changes as JSON',
    fails: 'the revision must change, and did not',
  },
  fmt: {
    usage: 'fmt <manifest…> [--check]',
    about: 'writes manifests in a stable order and spacing',
    options: '  --check               change nothing, and name what would change',
    fails: 'with --check, something would change',
  },
  types: {
    usage: 'types <manifest>',
    about: 'prints TypeScript types of the declared names',
    options: '  --output FILE         write them there instead of printing them',
  },
  export: {
    usage: 'export <manifest> --to FORM',
    about: 'prints it for others: iab, edpb, csv',
    options: `  --to FORM             iab (vendor storage disclosure), edpb (website auditing tool), csv (required)
  --lang TAG            the language of its texts (default: the manifest's)
  --host HOST           the site's own host, for iab and edpb (default: any)
  --output FILE         write it there instead of printing it`,
  },
} as const satisfies { readonly [name: string]: Help };

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as readonly CommandName[];
export const isCommand = (name: string | undefined): name is CommandName =>
  name !== undefined && Object.hasOwn(commands, name);

/** The help for a command, or for all. */
export function helpFor(command?: CommandName): string {
  const entries = (Object.entries(commands) as [CommandName, Help][]).filter(([name]) => !command || name === command);
  const width = Math.max(...entries.map(([, { usage }]) => usage.length));
  const failures = entries.flatMap(([name, { fails }]) => (fails ? [`  ${name}: ${fails}`] : []));
  const codes = 'Exit codes: 0 all is well; 2 the command could not do its work';
  return [
    'Usage:',
    ...entries.map(([, { usage, about }]) => `  cookie-manifest ${usage.padEnd(width)}  ${about}`),
    '',
    ...entries.flatMap(([name, { options }]) => (options ? [`Options of ${name}:`, options, ''] : [])),
    '  --help (of a command: after its name), --version',
    '',
    ...(failures.length ? [`${codes}; 1 where`, `${failures.join(';\n')}.`] : [`${codes}.`]),
    '',
  ].join('\n');
}

import { compareManifests, weights, wordChange, type Changes, type Weight } from '../changes.js';
import { readManifest, type ManifestFile } from '../manifest.js';
import { misuse, parseOptions } from '../options.js';
import { writeOut } from '../output.js';

const headings: { readonly [Kind in Weight]: string } = {
  renewing: 'What visitors were told no longer holds:',
  visible: 'Visitors read something else, and what they were told still holds:',
  unseen: 'Visitors do not see:',
};

/**
 * `cookie-manifest diff`: what changed for visitors, the most important first, and whether the revision must change; when it must is said at
 * `compareManifests`. With `--json`: `{ old: { file, revision }, new: { file, revision }, mustRenew, renewed, failed, changes }`, each change as `Change` has it.
 * What is wrong with either manifest is said on stderr.
 * @returns the exit code: 1 where the revision must change and did not
 * @throws {Trouble} where there are no two manifests
 */
export async function diff(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean', default: false } });
  const [oldFile, newFile, ...more] = positionals;
  if (!oldFile || !newFile || more.length)
    throw misuse('Two manifests are compared: cookie-manifest diff old.json new.json');
  const [old, now] = [await readManifest(oldFile), await readManifest(newFile)];
  for (const problem of [...old.problems, ...now.problems]) console.error(problem);
  const found = compareManifests(old.manifest, now.manifest);
  const failed = found.mustRenew && !found.renewed;
  const about = ({ file, manifest: { revision } }: ManifestFile) => ({ file, revision });
  await writeOut(
    values.json
      ? `${JSON.stringify({ old: about(old), new: about(now), ...found, failed }, null, 2)}\n`
      : `${[...groups(found), verdict(found, now)].join('\n\n')}\n`,
  );
  return failed ? 1 : 0;
}

const groups = ({ changes }: Changes): string[] =>
  weights.flatMap((weight) => {
    const lines = changes
      .filter((change) => change.weight === weight)
      .map((change) => `  ${wordChange(change).replace(/\s+/g, ' ')}`);
    return lines.length ? [[headings[weight], ...lines].join('\n')] : [];
  });

function verdict({ changes, mustRenew, renewed }: Changes, { manifest: { revision } }: ManifestFile): string {
  const is = revision ?? 'none';
  if (!changes.length && !renewed) return 'Nothing changed.';
  if (mustRenew)
    return renewed
      ? `The revision had to change, and did: it is ${is}.`
      : `The revision must change, so that the notice is due again; it is still ${is}.`;
  return renewed
    ? `The revision changed to ${is}, so the notice is due again; it need not have been.`
    : 'The revision need not change.';
}

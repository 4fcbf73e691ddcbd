import type { StorageKind } from '../manifest/fields.js';
import type { RuleId } from './rules.js';

/** `error`: the manifest is not true. `warning`: it is, and should be otherwise. `info`: good to know. Most severe first. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Something in which the manifest and the device differ, or that should not be declared so. Frozen; holds no value of a cookie. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The name that was seen; where none was, the declared one. */
  readonly name: string;
  readonly storage: StorageKind;
  /** What the manifest, or the rule, leads one to expect. */
  readonly expected: string;
  /** What was seen instead. */
  readonly observed: string;
  /** How to mend it. */
  readonly help: string;
  /** Why the site accepts it: the reason of a waiver in the manifest. A waived finding counts for nothing. */
  readonly waived?: string;
  /** The name of the declared cookie that it falls under. */
  readonly declared?: string;
  /** Who set it, where that is known. */
  readonly by?: string;
  /** The page on which it was seen, where there may be several. */
  readonly page?: string;
}

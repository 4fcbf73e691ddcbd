import type { Party, StorageKind } from '../../manifest/fields.js';
import { matchesPattern } from '../../manifest/validate.js';
import { readCategory } from '../categories.js';
import { linesOf, textOf, type Piece } from './dom.js';
import type { FoundCookie, Remark } from '../found.js';
import type { Field } from './headers.js';
import { readNames } from './names.js';
import { booleanOf, exemptionOf, hostOf, isDuration, isEmpty, isUnstated, partyOf, storageOf } from './terms.js';

/** How OneTrust writes what is shorter than a day, in a list of durations. */
const moment = /^(?:a )?(?:few|einige|wenige|quelques|enkele|kilka|alguns|algunos|alcuni|pochi) \p{L}+$/iu;

/** What a source gives for the fields of a cookie. */
export type Cells = { readonly [Name in Field]?: readonly Piece[] };

/** What holds for a cookie by where it stands. */
export interface Place {
  readonly at: string;
  readonly category?: string | undefined;
  readonly categoryText?: string | undefined;
  /** The provider, where the cells name none. */
  readonly provider?: string | undefined;
  /** Whether it is a page that the library wrote, whose names stay as they are. */
  readonly exact?: boolean;
}

/** What was found so far. */
export class Findings {
  readonly cookies: FoundCookie[] = [];
  readonly remarks: Remark[] = [];
  site: string | undefined;
  language: string | undefined;
  /** The headers of tables, by whose words the language is guessed. */
  readonly headers: string[] = [];
  /** Whether tables were found that the library wrote. */
  own = false;
  /** Cells that may still be read. */
  room = 2_000_000;

  remark(kind: Remark['kind'], at: string, message: string, written?: string): void {
    this.remarks.push({ at, message, ...(written && { written }), kind });
  }

  /** Providers of which it has been said that they are taken from a heading. */
  readonly #told = new Set<string>();

  /** Adds the cookies of a row or a record: one for each name that it gives. */
  add(cells: Cells, place: Place): void {
    const { at, exact = false } = place;
    const names = cells.name ? readNames(cells.name, exact) : [];
    if (!names.length)
      return this.remark('lost', at, 'it has no name', Object.values(cells).map(textOf).filter(Boolean).join(' | '));
    const { type, ...said } = this.#type(cells, at, exact);
    const text = (field: Field): string | undefined => {
      const pieces = cells[field];
      if (!pieces) return undefined;
      const words = textOf(pieces.map((piece) => (piece.text === '\n' ? { text: ' ' } : piece)));
      const stated = exact ? words && !isUnstated(words) : !isEmpty(words);
      // What stands for nothing is kept for the report, where something must be.
      return stated || field === 'purpose' || field === 'duration' ? words || undefined : undefined;
    };
    const purpose = text('purpose');
    const duration = text('duration') ?? said.duration;
    const each =
      duration === undefined
        ? []
        : linesOf(cells.duration ?? [])
            .flatMap((line) => textOf(line).split(/\s*[,;]\s*/))
            .filter(Boolean);
    const durations =
      names.length > 1 && each.length === names.length && each.every((part) => isDuration(part) || moment.test(part))
        ? each
        : names.map(() => duration);
    const host = text('domain');
    const domain = host === undefined ? undefined : hostOf(host);
    const provider = text('provider') ?? (host && !domain ? host : undefined) ?? place.provider;
    if (place.provider !== undefined && provider === place.provider && !this.#told.has(provider)) {
      this.#told.add(provider);
      this.remark('doubt', at, 'what stands above was read as the provider', provider);
    }
    const source = cells.provider ?? (domain ? undefined : cells.domain);
    const providerUrl = source?.find(
      ({ url }) => url && (exact ? matchesPattern('url', url) : /^https?:\/\/|^(?![^/?#]*:)[^#\s]/i.test(url)),
    )?.url;
    const category = text('category') ?? type ?? place.category;
    const path = cells.path && textOf(cells.path);
    const httpOnly = booleanOf(text('httpOnly') ?? '');
    if (names.length > 1)
      this.remark(
        'note',
        at,
        `one place gives ${names.length} names, which became as many cookies`,
        textOf(cells.name!.map((piece) => (piece.text === '\n' ? { text: ' ' } : piece))),
      );
    for (const [index, { name, doubt, notes }] of names.entries()) {
      const lasts = durations[index];
      if (doubt) this.remark('doubt', at, `what varies in the name was read as *: ${name}`, doubt);
      else if (/\s/.test(name) && !exact) this.remark('doubt', at, 'the name has spaces, and may be none', name);
      const noted = this.#notes(notes, at, name, exact);
      this.cookies.push({
        at,
        name,
        ...(purpose !== undefined && { purpose }),
        ...(lasts !== undefined && { duration: lasts }),
        ...(provider !== undefined && { provider }),
        ...(providerUrl && provider !== undefined && { providerUrl }),
        ...(category !== undefined && { category }),
        ...(place.categoryText !== undefined && category === place.category && { categoryText: place.categoryText }),
        ...(said.storage && { storage: said.storage }),
        ...(said.party && { party: said.party }),
        ...(domain && { domain }),
        ...(path?.startsWith('/') && { path }),
        ...(httpOnly !== undefined && { httpOnly }),
        ...noted,
      });
    }
  }

  /** A cell of a type column: a storage, a party, a category, or whether it lasts. */
  #type(
    { type }: Cells,
    at: string,
    exact: boolean,
  ): { storage?: StorageKind; party?: Party; type?: string; duration?: string } {
    const found: { storage?: StorageKind; party?: Party; type?: string; duration?: string } = {};
    const whole = type ? textOf(type.map((piece) => (piece.text === '\n' ? { text: ', ' } : piece))) : '';
    if (isEmpty(whole) || exact) return found;
    const parts = [storageOf, partyOf].some((read) => read(whole)) ? [whole] : whole.split(/\s*[,;/|]\s*|\s+[-–—]\s+/);
    for (const part of parts.filter(Boolean)) {
      const storage = storageOf(part);
      const party = partyOf(part);
      if (storage) found.storage = storage;
      else if (party) found.party = party;
      else if (isDuration(part)) found.duration = part;
      else if (readCategory(part).known) found.type = part;
      else this.remark('lost', at, 'its type is none that a manifest has', part);
    }
    if (found.duration && !/session|sitzung|sesi|sess|sesj|会话|會話/i.test(found.duration)) delete found.duration; // that it lasts is no duration
    return found;
  }

  /** What stands beside a name: a storage, a party, an exemption, a host. */
  #notes(notes: readonly string[], at: string, name: string, exact: boolean): Partial<FoundCookie> {
    let found: Partial<FoundCookie> = {};
    for (const note of notes
      .flatMap((text) => text.split(' · '))
      .map((text) => text.trim().replace(/^\(([^()]*)\)$/, '$1'))) {
      const storage = storageOf(note);
      const party = partyOf(note);
      const exemption = exemptionOf(note);
      const domain = hostOf(note);
      if (storage) found = { ...found, storage };
      else if (party) found = { ...found, party };
      else if (exemption) found = { ...found, exemption };
      else if (domain) found = { ...found, domain };
      else if (!exact) this.remark('note', at, `${name}: what stands beside the name was left out`, note);
    }
    return found;
  }
}

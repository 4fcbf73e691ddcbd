import { getLocation, type JSONPath, type Location as JsonLocation } from 'jsonc-parser';
import manifestSchema from '../../dist/manifest.schema.json' with { type: 'json' };

/** As much of a JSON Schema as ours uses. */
interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly then?: Schema;
  readonly else?: Schema;
}

/** Something that may stand at a place of the text. */
export interface Suggestion {
  /** The field, or the value. */
  readonly label: string;
  /** The JSON that stands for it. */
  readonly json: string;
  readonly description: string | undefined;
}

export interface Suggestions {
  /** The part of the text that a suggestion replaces, in characters from the start. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Suggestion[];
}

const root = manifestSchema as Schema;

/** Lists the schemas one of which a value has to fit. */
const listAlternatives = (schema: Schema): readonly Schema[] => [
  schema,
  ...[...(schema.anyOf ?? []), schema.then, schema.else].flatMap((inner) => (inner ? listAlternatives(inner) : [])),
];

/** Finds the schemas for the value at a path. */
function findSchemas(path: JSONPath): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, segment) =>
      schemas.flatMap(listAlternatives).flatMap(({ items, properties, additionalProperties }) => {
        const inner = typeof segment === 'number' ? items : (properties?.[segment] ?? additionalProperties);
        return typeof inner === 'object' ? [inner] : [];
      }),
    [root],
  );
}

const describe = (schemas: readonly Schema[]): string | undefined =>
  schemas.find(({ description }) => description !== undefined)?.description;

/** Describes the field at an offset of the text: its meaning, and the values that it may have. */
export function describeField(
  text: string,
  offset: number,
): { readonly from: number; readonly to: number; readonly text: string } | undefined {
  const { path, previousNode: node } = getLocation(text, offset);
  if (!node || offset > node.offset + node.length) return undefined;
  const schemas = findSchemas(path);
  const values = listValues(schemas);
  const description = describe(schemas);
  if (description === undefined) return undefined;
  return {
    from: node.offset,
    to: node.offset + node.length,
    text: values.length ? `${description} One of: ${values.join(', ')}.` : description,
  };
}

/** Suggests the fields or values that may stand at an offset of the text; undefined where nothing is known of it. */
export function suggestAt(text: string, offset: number): Suggestions | undefined {
  const location = getLocation(text, offset);
  const items = location.isAtPropertyKey ? suggestFields(text, location) : suggestValues(location);
  if (!items.length) return undefined;
  const node = location.previousNode;
  const isWithin = node !== undefined && offset > node.offset && offset <= node.offset + node.length;
  return { from: isWithin ? node.offset : offset, to: isWithin ? node.offset + node.length : offset, items };
}

function suggestFields(text: string, { path, previousNode }: JsonLocation): readonly Suggestion[] {
  const end = previousNode ? previousNode.offset + previousNode.length : text.length;
  const hasColon = previousNode !== undefined && /^\s*:/.test(text.slice(end));
  const fields = findSchemas(path.slice(0, -1))
    .flatMap(listAlternatives)
    .flatMap(({ properties = {} }) => Object.entries(properties));
  return [...new Map(fields)].map(([label, schema]) => ({
    label,
    json: JSON.stringify(label) + (hasColon ? '' : ': '),
    description: describe([schema]),
  }));
}

const suggestValues = ({ path }: JsonLocation): readonly Suggestion[] =>
  listValues(findSchemas(path)).map((value) => ({
    label: String(value),
    json: JSON.stringify(value),
    description: undefined,
  }));

function listValues(schemas: readonly Schema[]): readonly unknown[] {
  const values = schemas
    .flatMap(listAlternatives)
    .flatMap((schema) => [
      ...(schema.enum ?? []),
      ...(schema.const === undefined ? [] : [schema.const]),
      ...(schema.type === 'boolean' ? [true, false] : []),
    ]);
  return [...new Set(values)];
}

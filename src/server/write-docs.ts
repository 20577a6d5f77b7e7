/** An OpenAPI document, as far as the page shows it. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly default?: unknown;
}

/** The page that says what can be asked: plain text and lists, no script, one stylesheet of ours. */
export function writeDocs({ info, paths }: ApiDocument): string {
  const asked = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
  );
  const rooms = [...Map.groupBy(asked, ({ operation }) => operation.tags?.[0] ?? '')].sort((a, b) =>
    a[0] < b[0] ? -1 : 1,
  );
  const sections = rooms.map(
    ([room, members]) =>
      `<section><h2>${escapeText(room)}</h2>${members.map(({ path, verb, operation }) => writeOperation(path, verb, operation)).join('')}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(info.title)}: what can be asked</title><link rel="stylesheet" href="/api/docs/docs.css"></head>
<body><main><h1>${escapeText(info.title)}: what can be asked</h1>
<p>${escapeText(info.description ?? '')} For programs: <a href="/api/docs/openapi.json">openapi.json</a>.</p>
${sections.join('\n')}</main></body></html>
`;
}

function writeOperation(path: string, verb: string, operation: Operation): string {
  const { summary = '', parameters = [], requestBody, responses = {} } = operation;
  const asked = parameters.map(
    ({ name, in: place, required, schema = {} }) =>
      `<li><code>${escapeText(name)}${required ? '' : '?'}: ${escapeText(writeType(schema))}</code> in the ${escapeText(place)}</li>`,
  );
  return `<article><h3><code>${escapeText(verb.toUpperCase())} ${escapeText(path)}</code></h3><p>${escapeText(summary)}.</p>${
    asked.length ? `<ul>${asked.join('')}</ul>` : ''
  }${writeBody('Sends', schemaOf(requestBody))}${writeBody('Gives', schemaOf(responses['200']))}</article>`;
}

function schemaOf(message: Operation['requestBody']): Schema | undefined {
  return Object.values(message?.content ?? {})[0]?.schema;
}

function writeBody(title: string, schema: Schema | undefined): string {
  if (!schema) return '';
  return `<details><summary>${title}</summary><pre tabindex="0">${escapeText(writeType(schema))}</pre></details>`;
}

/** A schema as a type is written in TypeScript. */
export function writeType(schema: Schema, indent = ''): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map((one) => writeType(one, indent)).join(' | ');
  if (schema.allOf) return schema.allOf.map((one) => writeType(one, indent)).join(' & ');
  if (schema.type === 'array') return writeList(writeType(schema.items ?? {}, indent));
  if (schema.properties) return writeObject(schema, indent);
  return schema.type === 'integer' ? 'number' : (schema.type ?? 'unknown');
}

function writeList(item: string): string {
  return / [|&] /.test(item) ? `(${item})[]` : `${item}[]`;
}

function writeObject({ properties = {}, required = [] }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, schema]) => `${inner}${name}${required.includes(name) ? '' : '?'}: ${writeType(schema, inner)}`,
  );
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

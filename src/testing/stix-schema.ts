/*
 * What STIX 2.1 (OASIS Standard, 10 June 2021) asks of the objects that exports hold, as JSON Schema: required
 * properties, their types and enumerations, no property that is not defined, no null and no empty list.
 */
const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const id = (...types: string[]) => ({ type: "string", pattern: `^(${types.join("|")})--${UUID}$` });
const anyId = id("[a-z][a-z0-9-]+[a-z0-9]");
const moment = { type: "string", format: "date-time", pattern: "\\d\\.\\d{3}Z$" };
const text = { type: "string" };
const list = (items: object) => ({ type: "array", items, minItems: 1 });

const something = {
  $id: "something",
  anyOf: [
    { type: ["string", "number", "boolean"] },
    { type: "array", minItems: 1, items: { $ref: "something" } },
    { type: "object", propertyNames: { pattern: "^[a-z0-9_]{3,250}$" }, additionalProperties: { $ref: "something" } },
  ],
};

const extensions = {
  type: "object",
  minProperties: 1,
  propertyNames: id("extension-definition"),
  additionalProperties: {
    allOf: [
      { $ref: "something" },
      {
        type: "object",
        required: ["extension_type"],
        properties: { extension_type: { enum: ["new-sdo", "new-sro", "property-extension"] } },
      },
    ],
  },
};

const externalReference = {
  type: "object",
  required: ["source_name"],
  anyOf: [{ required: ["description"] }, { required: ["url"] }, { required: ["external_id"] }],
  properties: { source_name: text, description: text, url: { type: "string", format: "uri" }, external_id: text },
  additionalProperties: false,
};

const common = {
  spec_version: { const: "2.1" },
  created: moment,
  modified: moment,
  created_by_ref: id("identity"),
  object_marking_refs: list(id("marking-definition")),
  labels: list(text),
  confidence: { type: "integer", minimum: 0, maximum: 100 },
  lang: { type: "string", pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$" },
  revoked: { type: "boolean" },
  external_references: list(externalReference),
  extensions,
};

const object = (type: string, required: string[], properties: object) => ({
  type: "object",
  required: ["type", "spec_version", "id", "created", "modified", ...required],
  properties: { ...common, type: { const: type }, id: id(type), ...properties },
  additionalProperties: false,
});

const refs = list(anyId);
const end = { ...anyId, not: { pattern: "^(relationship|sighting|bundle|marking-definition|language-content)--" } };

const types = [
  object("identity", ["name"], {
    name: text,
    description: text,
    roles: list(text),
    identity_class: { enum: ["individual", "group", "system", "organization", "class", "unknown"] },
  }),
  object("note", ["content", "object_refs"], { abstract: text, content: text, authors: list(text), object_refs: refs }),
  object("opinion", ["opinion", "object_refs"], {
    explanation: text,
    authors: list(text),
    opinion: { enum: ["strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"] },
    object_refs: refs,
  }),
  object("report", ["name", "published", "object_refs"], {
    name: text,
    description: text,
    report_types: list(text),
    published: moment,
    object_refs: refs,
  }),
  object("grouping", ["context", "object_refs"], { name: text, description: text, context: text, object_refs: refs }),
  object("relationship", ["relationship_type", "source_ref", "target_ref"], {
    relationship_type: { type: "string", pattern: "^[a-z0-9-]+$" },
    description: text,
    source_ref: end,
    target_ref: end,
  }),
  object("extension-definition", ["created_by_ref", "name", "schema", "version", "extension_types"], {
    name: text,
    description: text,
    schema: text,
    version: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
    extension_types: list({ enum: ["new-sdo", "new-sco", "new-sro", "property-extension"] }),
  }),
];

const tlp = {
  type: "object",
  required: ["type", "spec_version", "id", "created", "definition_type", "definition"],
  properties: {
    type: { const: "marking-definition" },
    spec_version: { const: "2.1" },
    id: { const: "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82" },
    created: { const: "2017-01-20T00:00:00.000Z" },
    definition_type: { const: "tlp" },
    name: { const: "TLP:AMBER" },
    definition: { const: { tlp: "amber" } },
  },
  additionalProperties: false,
};

export const STIX_PARTS = [something];
export const STIX_BUNDLE = {
  type: "object",
  required: ["type", "id", "objects"],
  properties: { type: { const: "bundle" }, id: id("bundle"), objects: list({ oneOf: [...types, tlp] }) },
  additionalProperties: false,
};

// Says for each JSON document on standard input whether it fits its published schema: {"schema","document"} per line in, one verdict per line out.
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const Ajv = require("ajv/dist/2020.js");
const folder = process.argv[2];
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
for (const name of readdirSync(folder)) {
  ajv.addSchema(JSON.parse(readFileSync(join(folder, name), "utf8")), name);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, document } = JSON.parse(line);
  const validate = ajv.getSchema(schema);
  console.log(JSON.stringify(validate(document) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`)));
}

// Prints the executable of a target of the workspace's own package, from what cargo tells in JSON on standard input.
//   node .ci/executable.mjs SOURCE
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const source = process.argv[2];
const wanted = new URL(source, pathToFileURL(`${process.cwd()}/`));
let found;
for await (const line of createInterface({ input: process.stdin })) {
  const message = line.startsWith("{") ? JSON.parse(line) : {};
  if (message.reason === "compiler-artifact" && message.executable && pathToFileURL(message.target.src_path).href === wanted.href) found = message.executable;
}
if (!found) {
  console.error(`cargo named no executable of ${source}`);
  process.exit(1);
}
console.log(found);

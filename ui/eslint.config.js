import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";

/** @param {string[]} patterns @param {string} message */
const forbid = (patterns, message) => ({
  "no-restricted-imports": ["error", { patterns: [{ group: patterns, message }] }],
});

const tauri = ["@tauri-apps/*"];

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/lib/ipc/bindings.ts"] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "svelte/no-at-html-tags": "error",
      // A `style:` directive goes through the DOM, which the content security policy allows; an attribute does not.
      "no-restricted-syntax": [
        "error",
        { selector: "SvelteAttribute[key.name='style']", message: "no style attribute: use `style:property={…}`" },
        { selector: "CallExpression[callee.property.name=/^(querySelector|querySelectorAll|closest|matches)$/] > Literal[value=/data-testid/]", message: "a test handle is for tests: bind the component and call its method" },
        { selector: "CallExpression[callee.name='$effect'] CallExpression[callee.property.name='stringify']", message: "an effect follows what it reads: no JSON.stringify" },
      ],
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
  {
    // Only ui/src/lib/ipc talks to Rust.
    files: ["src/**"],
    ignores: ["src/lib/ipc/**"],
    rules: forbid(tauri, "only src/lib/ipc may import Tauri"),
  },
  {
    // base: knows nothing of the domain. See src/components/README.md.
    files: ["src/components/base/**"],
    rules: forbid([...tauri, "$ipc", "$features/*", "$components/domain/*"], "base components know no domain"),
  },
  {
    files: ["src/components/domain/**", "src/lib/**"],
    ignores: ["src/lib/ipc/**"],
    rules: forbid([...tauri, "$features/*"], "a lower tier may not import a feature"),
  },
  { files: ["dev/**"], rules: { "no-console": "off", "no-restricted-syntax": "off" } },
);

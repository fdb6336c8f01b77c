// Looks at every screen: pictures into /tmp/ui-shots, accessibility by axe, and nothing in the console.
//   npm run shots                    everything
//   npm run shots -- documents file  only scenes whose name contains one of these
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { build } from "vite";
import { scenes } from "./scenes.mjs";
import { serve } from "./serve.mjs";

const OUT = process.env.SHOTS ?? "/tmp/ui-shots";
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

mkdirSync(OUT, { recursive: true });
if (!process.argv.includes("--no-build")) await build({ mode: "fake", logLevel: "error" });
const { server, port } = await serve("/tmp/ui-fake-dist");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

let faults = 0;
for (const scene of scenes) {
  if (wanted.length > 0 && !wanted.some((word) => scene.name.includes(word))) continue;
  const { name, query = "as=modele", lang = "fr", theme = "light", size = [1280, 800], act, check = true } = scene;
  const context = await browser.newContext({
    viewport: { width: size[0], height: size[1] },
    locale: { fr: "fr-BE", nl: "nl-BE", de: "de-BE", en: "en-GB" }[lang],
    colorScheme: theme,
    timezoneId: "Europe/Brussels",
    reducedMotion: "reduce",
    bypassCSP: false,
  });
  await context.clock.install({ time: new Date("2026-11-22T17:04:00+01:00") }).catch(() => undefined);
  await context.clock.resume().catch(() => undefined);
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  try {
    await page.goto(`http://127.0.0.1:${port}/?${query}`);
    await page.waitForSelector("[data-testid=frame], [data-testid=unlock-officer], [data-testid=problem]", { timeout: 5000 });
    await page.evaluate(() => document.fonts.ready);
    await act?.(page);
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${OUT}/${name}.png` });
  } catch (error) {
    said.push(String(error));
    await page.screenshot({ path: `${OUT}/${name}-failed.png` }).catch(() => undefined);
  }
  const missing = await page.evaluate(() => [...document.body.innerText.matchAll(/\bui-[a-z-]+\b/g)].map((m) => m[0])).catch(() => []);
  if (missing.length > 0) said.push(`words missing: ${[...new Set(missing)].join(", ")}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth).catch(() => false);
  if (wide) said.push("scrolls sideways");
  let violations = [];
  if (check) {
    // The page's own policy forbids injected scripts; Playwright evaluates outside it.
    await page.evaluate(axe).catch((error) => said.push(`axe: ${error.message}`));
    violations = await page
      .evaluate(async () => {
        // `region` is off: lists and dialogs hang at the end of the body, outside the landmarks, as they should.
        const run = await globalThis.axe.run(document, { rules: { region: { enabled: false } }, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
        return run.violations.map((v) => `${v.id} (${v.impact}): ${v.nodes.map((n) => `${n.target.join(" ")} ${n.any[0]?.message ?? ""}`).slice(0, 4).join(" | ")}`);
      })
      .catch((error) => [`axe did not run: ${error.message}`]);
  }
  const bad = said.length + violations.length;
  faults += bad;
  console.log(`${bad === 0 ? "ok  " : "BAD "} ${name}`);
  for (const line of new Set([...said, ...violations])) console.log(`       ${line}`);
  await context.close();
}
await browser.close();
server.close();
console.log(faults === 0 ? "no faults" : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

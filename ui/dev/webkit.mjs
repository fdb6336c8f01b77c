// Looks at the fake build in WebKitGTK, the engine of the real window: pictures into /tmp/ui-shots-webkit.
// Needs Xvfb, WebKitWebDriver and MiniBrowser (packages xvfb, webkit2gtk-driver, libwebkit2gtk-4.1-0).
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "vite";
import { serve } from "./serve.mjs";

const OUT = "/tmp/ui-shots-webkit";
const PORT = 4477;
mkdirSync(OUT, { recursive: true });
if (!process.argv.includes("--no-build")) await build({ mode: "fake", logLevel: "error" });
const { server, port } = await serve("/tmp/ui-fake-dist");
const xvfb = spawn("Xvfb", [":77", "-screen", "0", "1920x1200x24"], { stdio: "ignore" });
const driver = spawn("WebKitWebDriver", [`--port=${PORT}`], {
  stdio: "ignore",
  env: { ...process.env, DISPLAY: ":77", GTK_A11Y: "none", NO_AT_BRIDGE: "1", LIBGL_ALWAYS_SOFTWARE: "1" },
});
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
await pause(1500);

const call = async (method, path, body) => {
  const answer = await fetch(`http://127.0.0.1:${PORT}${path}`, { method, body: body ? JSON.stringify(body) : undefined });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
  return value;
};
let faults = 0;
try {
  const { sessionId } = await call("POST", "/session", {
    capabilities: {
      alwaysMatch: {
        "webkitgtk:browserOptions": { binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", args: ["--automation"] },
      },
    },
  });
  const at = `/session/${sessionId}`;
  const run = (script, ...args) => call("POST", `${at}/execute/sync`, { script, args });
  const element = async (selector) => {
    for (let tries = 0; tries < 40; tries += 1) {
      const found = await call("POST", `${at}/elements`, { using: "css selector", value: selector });
      if (found.length > 0) return Object.values(found[0])[0];
      await pause(100);
    }
    throw new Error(`no ${selector}`);
  };
  const click = async (testid) => call("POST", `${at}/element/${await element(`[data-testid=${testid}]`)}/click`, {});
  const type = async (testid, text) => call("POST", `${at}/element/${await element(`[data-testid=${testid}]`)}/value`, { text });
  const shot = async (name) => {
    await pause(400);
    const said = await run("return { wide: document.documentElement.scrollWidth > innerWidth, errors: window.failures || [] }");
    if (said.wide || said.errors.length > 0) {
      faults += 1;
      console.log(`BAD  ${name}`, JSON.stringify(said));
    } else console.log(`ok   ${name}`);
    writeFileSync(`${OUT}/${name}.png`, Buffer.from(await call("GET", `${at}/screenshot`), "base64"));
  };
  const go = async (query) => {
    await call("POST", `${at}/url`, { url: `http://127.0.0.1:${port}/?${query}` });
    await run("window.failures = []; addEventListener('error', (e) => failures.push(e.message)); addEventListener('unhandledrejection', (e) => failures.push(String(e.reason))); addEventListener('securitypolicyviolation', (e) => failures.push(e.violatedDirective));");
  };
  const size = (width, height) => call("POST", `${at}/window/rect`, { width, height });

  await size(1280, 860);
  await go("");
  await click("unlock-officer");
  await shot("unlock-choosing");
  await click("unlock-officer-option-modele");
  await type("unlock-passphrase", "exercise\uE007");
  await click("welcome-close");
  await shot("documents");
  await click("document-row");
  await click("detail-open");
  await type("open-purpose", "Une raison");
  await shot("open");
  await click("open-submit");
  await element("[data-testid=page][data-loaded=true]");
  await shot("viewer");
  await click("viewer-zoom-in");
  await click("viewer-zoom-in");
  await shot("viewer-zoomed");
  await click("viewer-close");
  await click("nav-file");
  await click("pick");
  await element("[data-testid=picked]");
  await click("dossier");
  await click("dossier-option-ARDENNES-26");
  await click("level-secret");
  await type("releasability", "fr\uE007");
  await shot("file");
  await type("originator", "ADIV/SGRS");
  await click("file-submit");
  await element("[data-testid=filed]");
  await shot("filed");
  await click("nav-release");
  await click("release-partner");
  await click("release-partner-option-service-fictif");
  await type("release-search", "convoi");
  await click("release-option");
  await shot("release");
  for (const screen of ["partners", "clearances", "dossiers", "log"]) {
    await click(`nav-${screen}`);
    await shot(screen);
  }
  await click("log-verify");
  await element("[data-testid=log-verified]");
  await shot("log-verified");
  await go("as=voorbeeld&rows=100000");
  await click("nav-clearances");
  await click("officer");
  await click("settings");
  await click("theme-dark");
  await click("language-nl");
  await shot("clearances-dark");
  await click("nav-documents");
  await shot("documents-dark");
  await size(800, 600);
  await shot("documents-small");
  await call("DELETE", at);
} catch (error) {
  faults += 1;
  console.error(error);
}
driver.kill();
xvfb.kill();
server.close();
process.exitCode = faults === 0 ? 0 : 1;

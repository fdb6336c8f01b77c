// What to look at.
const id = (name) => `[data-testid=${name}]`;
const choose = async (page, select, value) => {
  await page.click(id(select));
  await page.click(id(`${select}-option-${value}`));
};

const fillFile = async (page) => {
  await page.keyboard.press("Alt+2");
  await page.keyboard.press("Control+o");
  await page.waitForSelector(id("picked"));
  await choose(page, "dossier", "ARDENNES-26");
  await page.click(id("level-secret"));
  await page.fill(id("releasability"), "fr");
  await page.keyboard.press("Enter");
  await page.fill(id("releasability"), "NLD");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.fill(id("originator"), "ADIV/SGRS");
  await page.waitForTimeout(250);
};

export const scenes = [
  { name: "unlock-fr", query: "" },
  { name: "unlock-de-dark-approved", query: "approved&because=idle", lang: "de", theme: "dark" },
  {
    name: "unlock-nl-wrong",
    query: "because=suspend",
    lang: "nl",
    size: [800, 600],
    act: async (page) => {
      await choose(page, "unlock-officer", "modele");
      for (let i = 0; i < 2; i += 1) {
        await page.fill(id("unlock-passphrase"), "wrong");
        await page.keyboard.press("Enter");
        await page.waitForSelector(id("unlock-problem"));
        await page.waitForTimeout(500);
      }
    },
  },
  { name: "unlock-en-choosing", query: "", lang: "en", act: (page) => page.click(id("unlock-officer")) },
  { name: "frame-fr-welcome", query: "as=modele&attempts=2&warn" },
  { name: "frame-en-palette", lang: "en", theme: "dark", act: async (page) => { await page.keyboard.press("Control+k"); await page.keyboard.type("conv"); await page.waitForTimeout(400); } },
  { name: "frame-nl-keys", lang: "nl", act: (page) => page.keyboard.press("?") },
  { name: "frame-de-settings", lang: "de", act: (page) => page.click(id("settings")) },

  { name: "documents-fr", query: "as=modele&rows=100000", act: async (page) => { await page.click(id("welcome-close")); await page.click("[data-testid=document-row] >> nth=4"); await page.waitForSelector(id("detail-title")); } },
  { name: "documents-fr-unchosen", query: "as=modele&rows=300" },
  { name: "documents-nl-low", query: "as=modele&rows=300", lang: "nl", size: [512, 320] },
  { name: "documents-nl-dark", query: "as=modele&rows=300", lang: "nl", theme: "dark", act: async (page) => { await page.click("[data-testid=document-row] >> nth=1"); await page.waitForSelector(id("detail-title")); } },
  { name: "documents-de-small", query: "as=modele&rows=300", lang: "de", size: [800, 600] },
  { name: "documents-en-small-detail", query: "as=modele&rows=300", lang: "en", size: [800, 600], act: async (page) => { await page.click("[data-testid=document-row] >> nth=2"); await page.waitForSelector(id("detail-title")); } },
  { name: "documents-en-large", query: "as=modele&rows=100000", lang: "en", size: [1920, 1080], act: async (page) => { await page.click("[data-testid=document-row] >> nth=1"); await page.waitForSelector(id("detail-title")); await page.click("[data-testid=why]"); } },
  { name: "documents-fr-empty", query: "as=modele&empty" },
  { name: "documents-nl-none", lang: "nl", act: async (page) => { await page.keyboard.press("/"); await page.keyboard.type("zzzz"); await page.waitForTimeout(400); } },
  { name: "documents-de-denied-detail", lang: "de", act: async (page) => { await page.click("[data-testid=document-row] >> nth=3"); await page.waitForSelector(id("detail-title")); } },
  { name: "documents-en-error", query: "as=modele&fail=documents:ledger_altered", lang: "en" },
  { name: "documents-fr-end", query: "as=modele&rows=100000", act: async (page) => { await page.focus(id("documents-grid")); const start = Date.now(); await page.keyboard.press("End"); await page.waitForFunction(() => [...document.querySelectorAll("[data-testid=document-row]")].some((r) => r.getAttribute("aria-rowindex") === "100001" && r.dataset.id)); console.log(`       (end of 100,000 rows after ${Date.now() - start} ms, 15 ms a question)`); } },
  { name: "documents-fr-filter", query: "as=modele&rows=300", act: async (page) => { await page.click(id("documents-level")); } },
  { name: "open-fr", act: async (page) => { await page.click("[data-testid=document-row] >> nth=0"); await page.click(id("detail-open")); await page.fill(id("open-purpose"), "Préparation de la réunion"); } },
  { name: "ask-nl-dark", lang: "nl", theme: "dark", act: async (page) => { await page.click(id("ask-open")); } },
  { name: "denied-fr", act: async (page) => { await page.click(id("ask-open")); await page.fill(id("ask-id"), "ZGL/2026/S-K7Q/0042"); await page.fill(id("ask-id"), "z7m2v5x3a4b6c8d9e0f1g2h3i4"); await page.fill(id("open-purpose"), "Vérification"); await page.keyboard.press("Enter"); await page.waitForSelector(id("denied")); } },
  ...["fr", "nl", "de", "en"].map((lang, i) => ({
    name: `viewer-${lang}`, lang, theme: i % 2 ? "dark" : "light", size: i === 2 ? [800, 600] : i === 3 ? [1920, 1080] : [1280, 800],
    act: async (page) => { await page.click("[data-testid=document-row] >> nth=0"); await page.click(id("detail-open")); await page.fill(id("open-purpose"), "x"); await page.keyboard.press("Enter"); await page.waitForSelector("[data-testid=page][data-loaded=true]"); if (i === 1) { await page.keyboard.press("PageDown"); await page.keyboard.press("+"); await page.waitForTimeout(400); } },
  })),

  { name: "file-fr-empty", act: (page) => page.keyboard.press("Alt+2") },
  { name: "file-fr", query: "as=modele", act: fillFile },
  { name: "file-nl-dark-many", query: "as=modele&many", lang: "nl", theme: "dark", size: [1440, 1000], act: fillFile },
  { name: "file-de-small", lang: "de", size: [800, 600], act: fillFile },
  { name: "file-en-done", lang: "en", size: [1440, 1000], act: async (page) => { await fillFile(page); await page.keyboard.press("Control+Enter"); await page.waitForSelector(id("filed")); } },
  { name: "file-en-tokens", lang: "en", theme: "dark", size: [1440, 1000], act: async (page) => { await fillFile(page); await page.focus(id("releasability")); await page.keyboard.type("n"); await page.keyboard.press("ArrowDown"); } },
  { name: "file-fr-over", act: async (page) => { await page.keyboard.press("Alt+2"); await page.evaluate(() => globalThis.fakeEvent({ event: "files-hover", over: true })); } },
  { name: "file-fr-lock-keeps", act: async (page) => { await fillFile(page); await page.keyboard.press("Control+l"); await page.waitForSelector(id("unlock-passphrase")); await page.fill(id("unlock-passphrase"), "exercise"); await page.keyboard.press("Enter"); await page.waitForSelector("[data-testid=file] [data-testid=files-lost]"); } },

  ...["fr", "nl", "de", "en"].map((lang, i) => ({ name: `guide-file-${lang}`, query: i === 3 ? "as=modele&many" : "as=modele", lang, theme: i % 2 ? "dark" : "light", size: i === 2 ? [900, 600] : [1280, 800], act: async (page) => {
    await fillFile(page);
    await page.fill(id("subject"), "Convoi et coordination");
    await page.waitForSelector(`${id("topic-methods")}`);
    await page.click(id("topic-methods"));
    if (i === 1) { await page.click(id("topics-all")); await page.click(id("topic-encryption")); }
    await page.click(id("level-confidential"));
    await page.waitForSelector(id("motive"));
    if (i === 3) await page.locator(id("aggregation")).scrollIntoViewIfNeeded();
    if (i === 2) await page.locator(id("reveal")).scrollIntoViewIfNeeded();
  } })),
  { name: "guide-file-fr-home", size: [1280, 1000], act: async (page) => { await page.keyboard.press("Alt+2"); await page.click(id("level-secret")); await page.fill(id("releasability"), "NLD"); await page.keyboard.press("Enter"); await page.keyboard.press("Tab"); await page.waitForSelector(id("home-missing")); await page.waitForTimeout(300); await page.locator(id("marking-result")).scrollIntoViewIfNeeded(); } },
  { name: "guide-file-nl-keyboard", lang: "nl", act: async (page) => { await page.keyboard.press("Alt+2"); await page.keyboard.press("Control+o"); await page.waitForSelector(id("picked")); await page.keyboard.press("Enter"); await page.keyboard.press("Enter"); await page.keyboard.press("Alt+g"); await page.keyboard.press("Alt+m"); await page.keyboard.press("s"); await page.waitForTimeout(400); } },
  ...["de", "en"].map((lang, i) => ({ name: `derive-${lang}`, query: i ? "as=modele&orcon" : "as=modele", lang, theme: i ? "dark" : "light", act: async (page) => {
    await page.waitForSelector(`${id("document-row")}[data-id]`);
    for (const n of [1, 2, 4]) await page.click(`${id("document-tick")} >> nth=${n}`);
    await page.waitForSelector(id("ticked"));
    await page.click(id("ticked-derive"));
    await page.waitForSelector(id("high-water"));
    await page.click(id("level-restricted"));
    await page.waitForSelector(id("below"));
  } })),
  { name: "derive-fr-ticked", act: async (page) => { await page.waitForSelector(`${id("document-row")}[data-id]`); await page.focus(id("documents-grid")); for (const key of ["ArrowDown", "Space", "ArrowDown", "Space"]) await page.keyboard.press(key); await page.waitForTimeout(300); } },
  { name: "detail-fr-menu", act: async (page) => { await page.click("[data-testid=document-row] >> nth=3"); await page.waitForSelector(id("detail-title")); await page.click(id("detail-marking")); } },
  { name: "detail-nl-sources-dark", lang: "nl", theme: "dark", act: async (page) => { await page.click("[data-testid=document-row] >> nth=2"); await page.waitForSelector(id("document-sources")); } },
  ...["fr", "nl", "de", "en"].map((lang, i) => ({ name: `decide-change-${lang}`, lang, theme: i % 2 ? "dark" : "light", size: i === 2 ? [900, 600] : [1280, 900], act: async (page) => {
    await page.click(`[data-testid=document-row] >> nth=${i === 3 ? 5 : 3}`); await page.waitForSelector(id("detail-title"));
    await page.click(id("detail-marking")); await page.click(id("detail-marking-change"));
    await page.waitForSelector(id("levels")); await page.click(id("level-restricted")); await page.waitForSelector(id("decide-changes"));
    if (i === 1) await page.click(id("decide-interest"));
    if (i === 3) { await page.fill(id("decide-motive"), "Only the places are still sensitive."); await page.locator(id("decide-reasons")).scrollIntoViewIfNeeded(); }
  } })),
  { name: "decide-maintain-fr", act: async (page) => { await page.click("[data-testid=document-row] >> nth=0"); await page.waitForSelector(id("detail-title")); await page.click(id("detail-marking")); await page.click(id("detail-marking-maintain")); await page.waitForSelector(id("decide-reasons")); } },
  { name: "decide-maintain-de-may-dark", lang: "de", theme: "dark", act: async (page) => { await page.click("[data-testid=document-row] >> nth=0"); await page.waitForSelector(id("detail-title")); await page.click(id("detail-marking")); await page.click(id("detail-marking-maintain")); await choose(page, "decide-interest", "k"); await page.fill(id("decide-motive"), "Die Arbeitsweise ist noch in Gebrauch."); await page.waitForSelector(id("decide-may")); } },
  { name: "decide-declassify-nl-tell", lang: "nl", act: async (page) => { await page.click("[data-testid=document-row] >> nth=0"); await page.waitForSelector(id("detail-title")); await page.click(id("detail-marking")); await page.click(id("detail-marking-declassify")); await page.fill(id("decide-motive"), "De inhoud is intussen gepubliceerd."); await page.waitForSelector(id("decide-may")); await page.click(id("decide-submit")); await page.waitForSelector(id("decide-tell")); await page.click(`${id("recipient-tell")} >> nth=0`); await page.waitForTimeout(200); } },
  ...["fr", "nl", "de", "en"].map((lang, i) => ({ name: `calendar-due-${lang}`, lang, theme: i % 2 ? "dark" : "light", size: i === 2 ? [900, 600] : [1280, 800], act: async (page) => { await page.keyboard.press("Alt+4"); await page.waitForSelector(`${id("due-row")}[data-id]`); await page.focus(id("due-grid")); for (let n = 0; n <= i; n += 1) await page.keyboard.press("ArrowDown"); await page.waitForTimeout(150); } })),
  ...["fr", "nl", "de", "en"].map((lang, i) => ({ name: `calendar-register-${lang}`, lang, theme: i % 2 ? "dark" : "light", size: i === 2 ? [900, 600] : [1280, 800], act: async (page) => { await page.keyboard.press("Alt+4"); await page.click(id("calendar-tab-register")); await page.waitForSelector(`${id("decision-row")}[data-id]`); await page.click(`${id("decision-row")} >> nth=${i === 1 ? 2 : 0}`); } })),
  { name: "calendar-en-empty", query: "as=modele&empty", lang: "en", act: async (page) => { await page.keyboard.press("Alt+4"); await page.waitForSelector(id("due-none")); } },
  { name: "calendar-fr-register-empty", query: "as=modele&empty", act: async (page) => { await page.keyboard.press("Alt+4"); await page.click(id("calendar-tab-register")); await page.waitForSelector(id("decisions-none")); } },
  { name: "calendar-de-denied", query: "as=modele&fail=calendar:denied", lang: "de", act: async (page) => { await page.keyboard.press("Alt+4"); await page.waitForSelector(id("problem")); } },
  { name: "calendar-nl-no-match", lang: "nl", act: async (page) => { await page.keyboard.press("Alt+4"); await choose(page, "due-state", "expired"); await choose(page, "due-dossier", "HAVEN"); await page.waitForTimeout(200); } },
  ...["fr", "nl", "de", "en"].map((lang, i) => ({ name: `guide-edit-${lang}`, query: "as=voorbeeld", lang, theme: i % 2 ? "dark" : "light", size: i === 2 ? [900, 600] : [1280, 800], act: async (page) => { await page.keyboard.press("Alt+6"); await page.click(id("clearances-tab-guide")); await page.waitForSelector(id("guide-topic")); if (i === 1) { await page.click(`${id("topic-remove")} >> nth=2`); await page.waitForSelector(id("guide-save")); } if (i >= 2) await page.click(`${id("topic-edit")} >> nth=0`); } })),
  { name: "guide-edit-fr-new", query: "as=voorbeeld", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click(id("clearances-tab-guide")); await page.click(id("topic-add")); await page.fill(id("topic-name-fr"), "Les itinéraires de repli"); await page.click(id("topic-submit")); await page.waitForTimeout(150); } },
  { name: "guide-read-en", query: "as=modele", lang: "en", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click(id("clearances-tab-guide")); await page.waitForSelector(id("guide-topic")); } },

  { name: "release-fr-blank", act: (page) => page.keyboard.press("Alt+3") },
  ...["fr", "nl", "de", "en"].map((lang, i) => ({ name: `release-${lang}`, lang, theme: i % 2 ? "dark" : "light", size: i === 2 ? [800, 600] : [1280, 860], act: async (page) => {
    await page.keyboard.press("Alt+3");
    await choose(page, "release-partner", i === 1 ? "ATLAS-EX" : "service-fictif");
    for (let n = 0; n < 2; n += 1) { await page.fill(id("release-search"), ["convoi", "note"][n]); await page.waitForTimeout(300); await page.keyboard.press("Enter"); }
    await page.keyboard.press("Tab"); await page.waitForTimeout(200);
    await page.fill(id("release-purpose"), "Préparation commune de l’exercice");
    if (i === 3) { await page.fill(id("consent-authority"), "État-major"); await page.fill(id("consent-reference"), "EM-2026-118"); await page.click(id("release-request")); await page.waitForSelector(id("release-confirm")); }
  } })),
  { name: "requests-fr-approver", query: "as=proef", act: async (page) => { await page.keyboard.press("Alt+3"); await page.click(id("release-tab-requests")); await page.waitForSelector(id("release")); } },
  { name: "requests-nl-requester-dark", lang: "nl", theme: "dark", act: async (page) => { await page.keyboard.press("Alt+3"); await page.click(id("release-tab-requests")); await page.waitForSelector(id("release")); await page.click("summary"); } },
  { name: "requests-de-approve", query: "as=proef", lang: "de", act: async (page) => { await page.keyboard.press("Alt+3"); await page.click(id("release-tab-requests")); await page.click(id("release-approve")); await page.fill(id("approve-type"), "service-fictif"); } },
  { name: "requests-en-empty", query: "as=proef&empty", lang: "en", act: async (page) => { await page.keyboard.press("Alt+3"); await page.click(id("release-tab-requests")); } },
  ...["fr", "nl", "de", "en"].flatMap((lang) => [
    { name: `assents-${lang}`, query: "as=exemple", lang, act: async (page) => { await page.click(id("nav-assents")); await page.waitForSelector(id("assent")); await page.click(id("sort-kind")); } },
    { name: `correct-fixed-${lang}`, query: "as=modele&fixed", lang, theme: lang === "nl" ? "dark" : "light", act: async (page) => { await page.click("[data-testid=document-row] >> nth=2"); await page.click(id("detail-correct")); await page.waitForSelector(id("correct-fixed")); } },
    { name: `members-${lang}-small`, query: "as=modele", lang, size: [1024, 640], act: async (page) => { await page.click(id("nav-dossiers")); await page.click("[data-testid=dossier-row] >> nth=0"); await page.click(id("members-sort-until")); } },
  ]),
  { name: "partners-fr", query: "as=proef", act: async (page) => { await page.keyboard.press("Alt+5"); await page.waitForSelector(id("partner")); } },
  { name: "partners-de-confirm-dark", query: "as=proef", lang: "de", theme: "dark", act: async (page) => { await page.keyboard.press("Alt+5"); await page.click(id("partner-confirm")); await page.fill(id("confirm-fingerprint"), "1234"); await page.keyboard.press("Enter"); await page.waitForSelector(id("problem")); } },
  { name: "partners-nl-add-small", query: "as=proef", lang: "nl", size: [800, 600], act: async (page) => { await page.keyboard.press("Alt+5"); await page.click(id("partner-add")); } },
  { name: "partners-nl-change", query: "as=proef", lang: "nl", size: [1280, 1000], act: async (page) => { await page.keyboard.press("Alt+5"); await page.click("[data-testid=partner-change] >> nth=0"); await page.waitForSelector(id("partner-why")); } },
  { name: "partners-en-reader-small", lang: "en", size: [800, 600], act: async (page) => { await page.keyboard.press("Alt+5"); await page.waitForSelector(id("partner")); } },
  { name: "partners-en-empty", query: "as=modele&empty", lang: "en", act: (page) => page.keyboard.press("Alt+5") },

  ...["fr", "nl", "de", "en"].map((lang, i) => ({ name: `clearances-${lang}`, query: "as=voorbeeld", lang, theme: i % 2 ? "dark" : "light", size: i === 2 ? [800, 600] : i === 3 ? [1920, 1080] : [1280, 800], act: async (page) => { await page.keyboard.press("Alt+6"); await page.waitForSelector(id("officer")); if (i !== 2) await page.click(`[data-testid=officer] >> nth=${i === 0 ? 4 : 0}`); } })),
  { name: "clearances-fr-grant", query: "as=voorbeeld", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click("[data-testid=officer] >> nth=3"); await page.click(id("grant")); await choose(page, "grant-level", "SECRET"); } },
  { name: "clearances-nl-suspend-dark", query: "as=voorbeeld", lang: "nl", theme: "dark", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click("[data-testid=officer] >> nth=0"); await page.click("[data-testid=suspend] >> nth=0"); } },
  { name: "clearances-de-renewals", query: "as=voorbeeld", lang: "de", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click(id("clearances-tab-renewals")); await page.waitForSelector(id("renewal")); } },
  { name: "clearances-en-self", query: "as=voorbeeld", lang: "en", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click("[data-testid=officer] >> nth=1"); } },
  { name: "function-fr-outside", query: "as=voorbeeld", size: [1280, 1000], act: async (page) => { await page.keyboard.press("Alt+6"); await page.click("[data-testid=officer] >> nth=0"); await page.click(id("officer-function-set")); await page.click("[data-testid=function-is] >> text=hors fonction"); await page.waitForSelector(id("function-until")); } },
  { name: "function-de-small-dark", query: "as=voorbeeld", lang: "de", theme: "dark", size: [800, 600], act: async (page) => { await page.keyboard.press("Alt+6"); await page.click("[data-testid=officer] >> nth=0"); await page.waitForSelector(id("officer-function")); } },
  { name: "clearances-nl-add", query: "as=voorbeeld", lang: "nl", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click(id("officer-add")); } },
  { name: "clearances-fr-check", query: "as=voorbeeld&approved", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click(id("clearances-tab-system")); await page.click(id("check-run")); await page.locator(id("check-result")).scrollIntoViewIfNeeded(); } },
  { name: "clearances-fr-system", query: "as=voorbeeld&approved", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click(id("clearances-tab-system")); } },
  ...["nl", "de", "en"].map((lang, i) => ({ name: `clearances-${lang}-authorities`, query: i === 2 ? "as=modele" : "as=voorbeeld", lang, theme: i ? "dark" : "light", size: i === 1 ? [900, 600] : [1280, 800], act: async (page) => { await page.keyboard.press("Alt+6"); await page.click(id("clearances-tab-system")); await page.waitForSelector(id("authority")); if (i === 0) { await page.click(id("authority-add")); await page.fill(id("authority-name"), "Cel Operaties"); await page.keyboard.press("Enter"); await page.waitForSelector(id("problem")); } if (i === 1) await page.click(`${id("authority-remove")} >> nth=0`); } })),
  { name: "dossiers-fr", act: async (page) => { await page.keyboard.press("Alt+7"); await page.click("[data-testid=dossier-row] >> nth=0"); await page.waitForSelector(id("dossier-card")); } },
  { name: "dossiers-nl-add-dark", lang: "nl", theme: "dark", act: async (page) => { await page.keyboard.press("Alt+7"); await page.click("[data-testid=dossier-row] >> nth=0"); await page.click(id("member-add")); } },
  { name: "dossiers-de-small", lang: "de", size: [800, 600], act: async (page) => { await page.keyboard.press("Alt+7"); await page.click("[data-testid=dossier-row] >> nth=0"); await page.waitForSelector(id("dossier-card")); } },
  { name: "dossiers-fr-unled", query: "as=voorbeeld&unled", act: async (page) => { await page.keyboard.press("Alt+7"); await page.waitForSelector(id("unled-deputy")); } },
  { name: "dossiers-en-empty", query: "as=modele&empty", lang: "en", act: (page) => page.keyboard.press("Alt+7") },
  ...["fr", "nl", "de", "en"].map((lang, i) => ({ name: `log-${lang}`, query: "as=essai", lang, theme: i % 2 ? "dark" : "light", size: i === 2 ? [800, 600] : i === 3 ? [1920, 1080] : [1280, 800], act: async (page) => { await page.keyboard.press("Alt+8"); await page.waitForSelector(`${id("log-row")}[data-action]`); if (i === 0) { await page.click(id("log-verify")); await page.waitForSelector(id("log-verified")); await page.click("[data-testid=log-row][data-action=deny] >> nth=0"); } if (i === 1) { await page.focus(id("log-grid")); for (let n = 0; n < 6; n += 1) { await page.keyboard.press("End"); await page.waitForTimeout(80); } } } })),
  { name: "log-en-altered", query: "as=essai&fail=verify_log:ledger_altered", lang: "en", act: async (page) => { await page.keyboard.press("Alt+8"); await page.click(id("log-verify")); await page.waitForSelector(id("log-problem")); } },

  { name: "frame-fr-locking-soon", query: "as=modele&autolock=20", act: (page) => page.waitForSelector(id("locking-soon")) },
  { name: "frame-de-passphrase", lang: "de", act: async (page) => { await page.click(id("settings")); await page.click(id("passphrase-open")); await page.fill(id("passphrase-next"), "aaaa"); await page.fill(id("passphrase-again"), "b"); } },
  { name: "unlock-fr-idle-event", act: async (page) => { await page.evaluate(() => globalThis.fakeEvent({ event: "locked", because: "idle" })); await page.waitForSelector(id("locked-because")); } },
  { name: "unlock-nl-unknown", query: "unknown", lang: "nl" },
  { name: "unlock-en-unreadable", query: "fail=status:rolled_back", lang: "en" },
  { name: "documents-fr-loading", query: "as=modele&slow=3000", check: false },
  { name: "clearances-fr-reader", query: "as=muster", act: async (page) => { await page.keyboard.press("Alt+6"); await page.click("[data-testid=officer] >> nth=3"); } },

  { name: "why-other-fr", query: "as=voorbeeld", size: [1280, 1100], act: async (page) => { await page.click("[data-testid=document-row] >> nth=3"); await page.waitForSelector(id("detail-title")); await choose(page, "why-officer", "staal"); await page.waitForTimeout(200); await page.locator(id("why-officer")).scrollIntoViewIfNeeded(); } },
];

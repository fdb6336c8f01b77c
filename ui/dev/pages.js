// Page images for the fake: what the viewer would give as WebP, drawn here as SVG.

const WORDS =
  "Le convoi a quitté la zone de rassemblement à l’heure prévue De verbinding bleef stabiel gedurende de hele oefening Aucun incident n’a été signalé par les observateurs De volgende rapportering wordt verwacht voor het einde van de week".split(
    " ",
  );

/** @param {string} handle @param {number} page @returns {string} */
export function fakePage(handle, page) {
  const [, colour = "c8102e", ink = "ffffff", banner = "SECRET"] = decodeURIComponent(handle).split("~");
  const lines = [];
  let at = page * 7;
  for (let y = 330; y < 1240; y += 26) {
    if ((y / 26) % 9 < 1) continue;
    let line = "";
    while (line.length < 74) line += `${WORDS[at++ % WORDS.length]} `;
    lines.push(`<text x="110" y="${y}">${line}</text>`);
  }
  const marks = [];
  for (let y = 120; y < 1500; y += 260)
    for (let x = -80; x < 1000; x += 420)
      marks.push(`<text x="${x}" y="${y}" transform="rotate(-30 ${x} ${y})">modele · 2026-11-22 17:04Z</text>`);
  const bar = (/** @type {number} */ y) =>
    `<rect y="${y}" width="992" height="48" fill="#${colour}"/><text x="496" y="${y + 31}" text-anchor="middle" fill="#${ink}" font-weight="600" font-size="22">${banner}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 992 1498" width="992" height="1498" font-family="DejaVu Sans, sans-serif" font-size="17">
<rect width="992" height="1498" fill="#fff"/>${bar(0)}${bar(1450)}
<text x="110" y="200" font-size="34" fill="#16324f">${page === 1 ? "Évaluation de situation" : `Annexe ${page - 1}`}</text>
<line x1="110" x2="880" y1="226" y2="226" stroke="#16324f"/><text x="110" y="280" font-weight="600">${page}. Contexte</text>
<g fill="#222">${lines.join("")}</g><g fill="#000" opacity=".13" font-size="20">${marks.join("")}</g>
<text x="880" y="1410" text-anchor="end">${page}</text></svg>`;
}

/** Answers `/fake-page/<handle>/<n>`; false when the address is another. */
export function answerPage(/** @type {import("node:http").IncomingMessage} */ request, /** @type {import("node:http").ServerResponse} */ response) {
  const found = /^\/fake-page\/([^/]+)\/(\d+)/.exec(request.url ?? "");
  if (!found) return false;
  response.setHeader("content-type", "image/svg+xml");
  response.setHeader("cache-control", "no-store");
  setTimeout(() => response.end(fakePage(found[1] ?? "", Number(found[2]))), 60);
  return true;
}

/** @returns {import("vite").Plugin} */
export function fakePages() {
  return {
    name: "zegel-fake-pages",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!answerPage(request, response)) next();
      });
    },
  };
}

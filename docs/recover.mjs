// Recovers everything that one officer holds keys for, with nothing of ours: SQLite, and an implementation of age that
// knows `age1pq` (here the npm package `age-encryption`; the `age` program from version 1.3 on does as well).
//
//   node recover.mjs VAULT OFFICER OUT        the passphrase comes on standard input
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { Decrypter } = createRequire(join(process.cwd(), "x.js"))("age-encryption");
const [vault, officer, out] = process.argv.slice(2);
// An é is one character, whatever the keyboard made of it (Unicode NFC).
const passphrase = readFileSync(0, "utf8").split("\n")[0].normalize("NFC");

// The age identity in a file of them: lines that begin with # are comments.
const identities = (text) => text.split("\n").filter((line) => line.startsWith("AGE-SECRET-KEY-"));
const open = async (bytes, keys, format) => {
    const decrypter = new Decrypter();
    keys.forEach((key) => decrypter.addIdentity(key));
    return decrypter.decrypt(new Uint8Array(bytes), format);
};

// 1. The officer's own identity, under the passphrase.
const mine = new Decrypter();
mine.addPassphrase(passphrase);
const own = identities(await mine.decrypt(new Uint8Array(readFileSync(join(vault, "identities", `${officer}.age`))), "text"));

// 2. Every key that was ever delivered to anybody; those for this officer open.
const rows = execFileSync("sqlite3", [
    join(vault, "ledger.sqlite"),
    "SELECT hex(sealed) FROM parts WHERE audience LIKE 'officer/%' ORDER BY entry, place",
], { encoding: "utf8", maxBuffer: 1 << 30 });
const keys = new Set();
for (const row of rows.split("\n").filter(Boolean)) {
    try {
        identities(await open(Buffer.from(row, "hex"), own, "text")).forEach((key) => keys.add(key));
    } catch {
        // Sealed for somebody else.
    }
}

// 3. Every object that one of these keys opens, under its own name: that of its document, unless it is a later version or its
// marking was changed.
mkdirSync(out, { recursive: true });
let recovered = 0;
for (const folder of readdirSync(join(vault, "objects")).filter((name) => name.length === 2)) {
    for (const name of readdirSync(join(vault, "objects", folder))) {
        try {
            const document = await open(readFileSync(join(vault, "objects", folder, name)), [...keys], "uint8array");
            writeFileSync(join(out, name.replace(/\.age$/, "")), document, { mode: 0o600 });
            recovered += 1;
        } catch {
            // Of a class that this officer does not hold.
        }
    }
}
console.log(`${recovered} documents recovered with ${keys.size} keys`);

// Another implementation of age, for the tests of crates/seal: one request as JSON on standard input, one answer on
// standard output. Bytes are base64.
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { Decrypter, Encrypter, generateHybridIdentity, generateX25519Identity, identityToRecipient } from "age-encryption";

const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const bytes = (text) => new Uint8Array(Buffer.from(text, "base64"));

const actions = {
    async generate({ kind }) {
        const identity = kind === "hybrid" ? await generateHybridIdentity() : await generateX25519Identity();
        return { identity, recipient: await identityToRecipient(identity) };
    },

    async recipient({ identity }) {
        return { recipient: await identityToRecipient(identity) };
    },

    async encrypt({ recipients = [], passphrase, workFactor, plain }) {
        const encrypter = new Encrypter();
        recipients.forEach((recipient) => encrypter.addRecipient(recipient));
        if (passphrase !== undefined) {
            encrypter.setPassphrase(passphrase);
            encrypter.setScryptWorkFactor(workFactor);
        }
        return { sealed: base64(await encrypter.encrypt(bytes(plain))) };
    },

    async decrypt({ identities = [], passphrase, sealed }) {
        const decrypter = new Decrypter();
        identities.forEach((identity) => decrypter.addIdentity(identity));
        if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
        try {
            return { plain: base64(await decrypter.decrypt(bytes(sealed), "uint8array")) };
        } catch (error) {
            return { error: String(error) };
        }
    },

    // The C2SP test kit: https://github.com/C2SP/CCTV/tree/main/age
    async vectors() {
        const vectors = await import("cctv-age");
        return Object.entries(vectors).map(([name, file]) => {
            const end = Buffer.from(file).indexOf("\n\n");
            const lines = Buffer.from(file).subarray(0, end).toString().split("\n");
            const fields = lines.map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]);
            const all = (key) => fields.filter(([found]) => found === key).map(([, value]) => value);
            const body = file.subarray(end + 2);
            return {
                name,
                expect: all("expect")[0],
                payload: all("payload")[0] ?? null,
                identities: all("identity"),
                passphrases: all("passphrase"),
                armored: all("armored").length > 0,
                sealed: base64(all("compressed").includes("zlib") ? inflateSync(body) : body),
            };
        });
    },
};

const { action, ...request } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await actions[action](request)));

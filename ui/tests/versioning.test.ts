import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DocumentView, Offered, OfferedFile } from "../src/lib/ipc";

const api = vi.hoisted(() => ({ fileVersion: vi.fn(), forgetFiles: vi.fn(async () => null), pickVersion: vi.fn(), officers: vi.fn(async () => ({ rows: [], next: null })) }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Versioning } = await import("../src/features/documents/versioning.svelte");

const document = { id: "d1", reference: "ZGL/2026/S-K7Q/0001" } as DocumentView;
const file = (handle: string): OfferedFile => ({ handle, name: `${handle}.pdf`, size: 12, kind: "pdf", readable: "yes" as const, warnings: [] });
const picked = (...handles: string[]): Offered => ({ files: handles.map(file), left_out: [], more_left_out: 0 });

describe("filing another version of a document", () => {
  beforeEach(() => {
    Object.values(api).forEach((one) => one.mockClear());
    api.fileVersion.mockResolvedValue({ version: 2 });
  });

  it("takes one file and forgets the others, also the one before", async () => {
    const versioning = new Versioning();
    versioning.begin(document);
    api.pickVersion.mockResolvedValue(picked("f1", "f2"));
    await versioning.pick();
    expect([versioning.file?.handle, versioning.several]).toEqual(["f1", true]);
    expect(api.forgetFiles).toHaveBeenCalledWith(["f2"]);
    versioning.take(picked("f3"));
    expect([versioning.file?.handle, versioning.several]).toEqual(["f3", false]);
    expect(api.forgetFiles).toHaveBeenLastCalledWith(["f1"]);
    versioning.take(picked());
    expect(versioning.file?.handle, "nothing was picked: what is there stays").toBe("f3");
    versioning.close();
    expect(api.forgetFiles).toHaveBeenLastCalledWith(["f3"]);
  });

  it("files it once there are a file and a reason, and stays open where it is refused", async () => {
    const versioning = new Versioning();
    versioning.begin(document);
    expect(await versioning.submit()).toBeNull();
    versioning.take(picked("f1"));
    expect(await versioning.submit()).toBeNull();
    expect(api.fileVersion).not.toHaveBeenCalled();
    versioning.why = " annex B ";
    api.fileVersion.mockRejectedValueOnce({ code: "state", params: {}, reasons: [] });
    expect(await versioning.submit()).toBeNull();
    expect([versioning.document?.id, versioning.file?.handle, versioning.done]).toEqual(["d1", "f1", 0]);
    expect(await versioning.submit()).toEqual({ version: 2 });
    expect(api.fileVersion).toHaveBeenLastCalledWith("d1", "f1", "annex B", null);
    expect([versioning.document, versioning.done]).toEqual([null, 1]);
  });

  it("takes a second where two open it, and keeps nothing of him", async () => {
    const versioning = new Versioning();
    versioning.begin({ ...document, sealed: true } as DocumentView);
    versioning.take(picked("f1"));
    versioning.why = "annex B";
    expect([versioning.two, await versioning.submit()]).toEqual([true, null]);
    expect(api.fileVersion).not.toHaveBeenCalled();
    [versioning.second.officer, versioning.second.passphrase] = ["bea", "right"];
    expect(await versioning.submit()).toEqual({ version: 2 });
    expect(api.fileVersion).toHaveBeenLastCalledWith("d1", "f1", "annex B", { officer: "bea", passphrase: "right" });
    expect([versioning.second.officer, versioning.second.passphrase]).toEqual(["", ""]);
  });
});

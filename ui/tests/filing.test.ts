import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({ pickFiles: vi.fn(), pickFilesOfFolder: vi.fn(), deriveStart: vi.fn(), markingOptions: vi.fn(), compareFiles: vi.fn(), fileDocuments: vi.fn(), stopFiling: vi.fn(async () => undefined), forgetFiles: vi.fn(async () => null) }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Filing, nextWarned } = await import("../src/features/documents/filing.svelte");
const { session } = await import("../src/lib/session.svelte");
const { Keep } = await import("../src/lib/keep.svelte");

const start = { marking: { policy: "BEL", classification: "SECRET", categories: [{ tag: "Releasable To", values: ["BEL"] }], review: null }, from: [], problems: [] };
/** The form as it is after a lock: of what was written before it, by way of text. */
function afterLock(before: InstanceType<typeof Filing>): InstanceType<typeof Filing> {
  session.sitting = new Keep();
  const draft = JSON.parse(JSON.stringify(before.draft)) as NonNullable<typeof before.draft>;
  const filing = new Filing();
  filing.goOn(draft);
  filing.resume();
  return filing;
}
const released = () => new Promise((done) => setTimeout(done));

describe("a document that is made from others", () => {
  beforeEach(() => {
    session.sitting = new Keep();
    api.deriveStart.mockReset().mockImplementation(async () => (await released(), start));
  });

  it("begins at the high-water mark the first time in a sitting, as every other time", async () => {
    const filing = new Filing();
    const derived = filing.derive(["a"]);
    // The screen is shown before the answer is here.
    filing.resume();
    await derived;
    expect(filing.marking.level).toBe("SECRET");
    expect(filing.marking.chosen).toEqual({ "Releasable To": ["BEL"] });
    expect(filing.start.value).toEqual(start);
  });

  it("begins there after a lock that came before the answer", async () => {
    const before = new Filing();
    api.deriveStart.mockRejectedValueOnce({ code: "locked", params: {}, reasons: [] });
    await before.derive(["a"]);
    expect(before.marking.level).toBe("");
    const filing = afterLock(before);
    await released();
    await released();
    expect(filing.marking.level).toBe("SECRET");
  });

  it("keeps what the officer changed over a lock", async () => {
    const before = new Filing();
    await before.derive(["a"]);
    before.marking.level = "TRÈS SECRET";
    const filing = afterLock(before);
    await released();
    await released();
    expect(filing.marking.level).toBe("TRÈS SECRET");
    expect(filing.start.value).toEqual(start);
  });

  it("forgets over a lock what was refused before it", () => {
    const before = new Filing();
    before.title = "Convoi";
    before.resume();
    before.problem = { code: "denied", params: {}, reasons: [] };
    before.resume();
    expect(before.problem, "it is still the same sitting").not.toBeNull();
    expect(afterLock(before).problem).toBeNull();
  });

  it("takes the mark of the last sources when they change while one asks", async () => {
    const filing = new Filing();
    let answer: (value: typeof start) => void = () => undefined;
    api.deriveStart.mockImplementationOnce(() => new Promise((done) => (answer = done)));
    const first = filing.derive(["a", "b"]);
    const second = filing.derive(["b"]);
    answer({ ...start, marking: { ...start.marking, classification: "TRÈS SECRET" } });
    await Promise.all([first, second]);
    expect(filing.marking.level).toBe("SECRET");
  });
});

describe("files that are picked", () => {
  const file = (handle: string) => ({ handle, name: `${handle}.pdf`, title: `${handle}.pdf`, size: 1, kind: "pdf", readable: "yes" as const, warnings: [{ code: "empty_file", params: {} }] });
  const known = { code: "already_filed", params: { reference: "ZGL/1" } };
  const codes = (filing: InstanceType<typeof Filing>) => filing.files.map((one) => filing.warningsOf(one).map(({ code }) => code));

  it("are compared with the register, whichever way they came, and nothing is filed before the answer", async () => {
    const filing = new Filing();
    let answer: (found: unknown) => void = () => undefined;
    api.compareFiles.mockReset().mockImplementationOnce(() => new Promise((done) => (answer = done)));
    filing.add({ files: [file("a"), file("b")], left_out: [], more_left_out: 0 });
    expect(api.compareFiles).toHaveBeenCalledWith(["a", "b"]);
    expect(filing.comparing).toBe(true);
    vi.spyOn(filing, "missing", "get").mockReturnValue([]);
    const pressed = filing.submit();
    expect(filing.weighing).toBe(true);
    answer([{ handle: "b", warnings: [known] }]);
    await pressed;
    // The answer says something new: it is read first.
    expect(api.fileDocuments).not.toHaveBeenCalled();
    expect(filing.weighing).toBe(false);
    expect(filing.comparing).toBe(false);
    expect(codes(filing)).toEqual([["empty_file"], ["empty_file", "already_filed"]]);
  });

  it("are filed by a press that came before the answer, once, when it says nothing new", async () => {
    const filing = new Filing();
    let answer: (found: unknown) => void = () => undefined;
    api.compareFiles.mockReset().mockImplementationOnce(() => new Promise((done) => (answer = done)));
    api.fileDocuments.mockReset().mockResolvedValue({ filed: [], not_filed: [], problem: null });
    filing.add({ files: [file("a")], left_out: [], more_left_out: 0 });
    vi.spyOn(filing, "missing", "get").mockReturnValue([]);
    const pressed = [filing.submit(), filing.submit()];
    expect(api.fileDocuments).not.toHaveBeenCalled();
    answer([]);
    await Promise.all(pressed);
    expect(api.fileDocuments).toHaveBeenCalledTimes(1);
  });

  it("are compared again when one is taken off, and a late answer is thrown away", async () => {
    const filing = new Filing();
    let late: (found: unknown) => void = () => undefined;
    api.compareFiles.mockReset().mockImplementationOnce(() => new Promise((done) => (late = done))).mockResolvedValue([]);
    filing.add({ files: [file("a"), file("b")], left_out: [], more_left_out: 0 });
    filing.remove("a");
    await released();
    late([{ handle: "b", warnings: [known] }]);
    await released();
    expect(api.compareFiles).toHaveBeenLastCalledWith(["b"]);
    expect(codes(filing)).toEqual([["empty_file"]]);
  });
});

describe("a filing over a lock", () => {
  const file = (handle: string) => ({ handle, name: `${handle}.pdf`, title: `${handle}.pdf`, size: 1, kind: "pdf", readable: "yes" as const, warnings: [] });

  it("keeps what was written, and asks for the files again under the titles that they had, over a second lock too", async () => {
    const before = new Filing();
    api.compareFiles.mockReset().mockResolvedValue([]);
    before.add({ files: [file("a"), file("b")], left_out: [], more_left_out: 0 });
    before.title = "Convoi";
    Object.assign(before, { dossier: "ZAND", subject: "Weg", originator: "EXT", topics: ["t"], motive: "m" });
    before.marking.level = "SECRET";
    before.marking.chosen = { "Releasable To": ["BEL"] };
    const filing = afterLock(afterLock(before));
    expect([filing.files, filing.lost]).toEqual([[], ["a.pdf", "b.pdf"]]);
    expect([filing.dossier, filing.subject, filing.originator, filing.topics, filing.motive]).toEqual(["ZAND", "Weg", "EXT", ["t"], "m"]);
    expect([filing.marking.level, filing.marking.chosen]).toEqual(["SECRET", { "Releasable To": ["BEL"] }]);
    filing.add({ files: [file("a"), file("b")], left_out: [], more_left_out: 0 });
    expect(filing.files.map(({ title }) => title)).toEqual(["Convoi", "b"]);
    await released();
  });

  it("is none where nothing is written", () => {
    expect(new Filing().draft).toBeNull();
    const filing = new Filing();
    filing.subject = "x";
    filing.clear();
    expect(filing.draft).toBeNull();
  });
});

describe("a filing of many", () => {
  const file = (handle: string) => ({ handle, name: `${handle}.pdf`, title: `${handle}.pdf`, size: 1, kind: "pdf", readable: "yes" as const, warnings: [] });
  const filed = (title: string) => ({ id: title, reference: `ZGL/${title}`, class: "c", title, file_name: title, text: { is: "whole", why: null, recognised: [] }, warnings: [] });
  const problem = { code: "io", params: {}, reasons: [] };
  const rest = (handle: string, why: string) => ({ handle, name: `${handle}.pdf`, why });

  const readied = (...handles: string[]) => {
    const filing = new Filing();
    api.compareFiles.mockReset().mockResolvedValue([]);
    filing.add({ files: handles.map(file), left_out: [], more_left_out: 0 });
    vi.spyOn(filing, "missing", "get").mockReturnValue([]);
    return released().then(() => filing);
  };
  const names = (filing: InstanceType<typeof Filing>) => filing.files.map(({ name }) => name);

  it("is one question, with the title of each", async () => {
    const filing = await readied("a", "b");
    api.fileDocuments.mockReset().mockResolvedValue({ filed: [filed("a"), filed("b")], not_filed: [], problem: null });
    await filing.submit();
    expect(api.fileDocuments).toHaveBeenCalledTimes(1);
    const plain = { date: null, originator: null, own: null };
    expect(api.fileDocuments.mock.calls[0]?.[0].files).toEqual([{ handle: "a", title: "a", ...plain }, { handle: "b", title: "b", ...plain }]);
    expect([names(filing), filing.done.length, filing.notFiled, filing.running]).toEqual([[], 2, [], null]);
  });

  it("that was refused leaves all in the list, and names the one", async () => {
    const filing = await readied("a", "b");
    api.fileDocuments.mockReset().mockResolvedValue({ filed: [], not_filed: [rest("a", "with-others"), rest("b", "failed")], problem });
    await filing.submit();
    expect([names(filing), filing.failed, filing.problem]).toEqual([["a.pdf", "b.pdf"], "b.pdf", problem]);
    filing.remove("b");
    await released();
    expect(filing.notFiled.map(({ name }) => name)).toEqual(["a.pdf"]);
    api.fileDocuments.mockReset().mockResolvedValue({ filed: [filed("a")], not_filed: [], problem: null });
    await filing.submit();
    expect([names(filing), filing.failed, filing.problem, filing.notFiled]).toEqual([[], "", null, []]);
  });

  it("that is stopped keeps the rest in the list, and files only that the next time", async () => {
    const filing = await readied("a", "b", "c");
    api.fileDocuments.mockReset().mockImplementation(async () => {
      filing.stop();
      expect(filing.stopping).toBe(true);
      await released();
      return { filed: [filed("a")], not_filed: [rest("b", "stopped"), rest("c", "stopped")], problem: null };
    });
    await filing.submit();
    expect(api.stopFiling).toHaveBeenCalledTimes(1);
    expect([names(filing), filing.done.length, filing.notFiled.length, filing.stopping]).toEqual([["b.pdf", "c.pdf"], 1, 2, false]);
    api.fileDocuments.mockReset().mockResolvedValue({ filed: [filed("b"), filed("c")], not_filed: [], problem: null });
    await filing.submit();
    expect(api.fileDocuments.mock.calls[0]?.[0].files.map(({ handle }: { handle: string }) => handle)).toEqual(["b", "c"]);
  });

  it("of one that failed says the problem and nothing more", async () => {
    const filing = await readied("a");
    api.fileDocuments.mockReset().mockResolvedValue({ filed: [], not_filed: [rest("a", "failed")], problem });
    await filing.submit();
    expect([names(filing), filing.failed, filing.problem, filing.notFiled]).toEqual([["a.pdf"], "", problem, []]);
  });
});

describe("a file window that is open when the vault locks", () => {
  const picked = { files: [{ handle: "h", name: "a.pdf", title: "a.pdf", size: 1, kind: "pdf", readable: "yes" as const, warnings: [] }], left_out: [], more_left_out: 0 };

  it("leaves no file and no word of the lock in the form", async () => {
    const filing = new Filing();
    api.pickFiles.mockReset().mockImplementation(async () => {
      // Locked, and unlocked again, while it was open.
      session.sitting = new Keep();
      throw { code: "locked", params: {}, reasons: [] };
    });
    await filing.pick();
    expect(filing.problem).toBeNull();
    api.pickFiles.mockImplementation(async () => ((session.sitting = new Keep()), picked));
    await filing.pick();
    expect(filing.files).toEqual([]);
  });

  it("says what else went wrong", async () => {
    const filing = new Filing();
    api.pickFiles.mockReset().mockRejectedValue({ code: "io", params: {}, reasons: [] });
    await filing.pick();
    expect(filing.problem?.code).toBe("io");
  });
});

describe("the table of many files", () => {
  const file = (handle: string) => ({ handle, name: `${handle}.pdf`, title: `${handle}.pdf`, size: 1, kind: "pdf", readable: "yes" as const, warnings: [] });
  const banner = { text: "SECRET", portion: "(S)", colour: "#fff", text_colour: "#000", level: "secret" as const };
  function three(): InstanceType<typeof Filing> {
    api.compareFiles.mockReset().mockResolvedValue([]);
    const filing = new Filing();
    filing.add({ files: ["a", "b", "c"].map(file), left_out: [], more_left_out: 0 });
    return filing;
  }

  it("writes into the rows that are ticked what is typed for them, and nothing else", () => {
    const filing = three();
    filing.files[1]!.ticked = filing.files[2]!.ticked = true;
    filing.files[2]!.date = "2026-01-01";
    filing.writeTicked({ title: "May", date: "", originator: "Section A" });
    expect(filing.files.map(({ title, date, originator }) => [title, date, originator])).toEqual([
      ["a", "", ""], ["May — b", "", "Section A"], ["May — c", "2026-01-01", "Section A"],
    ]);
  });

  it("gives a marking that is composed, with its motive, and takes none that is not", async () => {
    const filing = three();
    filing.tickAll(true);
    await filing.markTicked("now");
    expect(filing.files.every(({ own }) => own === null)).toBe(true);
    // What was chosen a moment ago is composed first, whatever was composed before.
    filing.marking.level = "SECRET";
    vi.spyOn(filing.marking, "compose").mockImplementation(async () => {
      filing.marking.composed.value = { banner, marking_fr: "", marking_nl: "", equivalents: [], problems: [] };
    });
    vi.spyOn(filing, "advise").mockResolvedValue();
    await filing.markTicked("now");
    filing.marking.level = "";
    expect(filing.files.map(({ own }) => own?.marking.classification)).toEqual(["SECRET", "SECRET", "SECRET"]);
    expect(filing.missing).not.toContain("level");
    filing.files[1]!.ticked = filing.files[2]!.ticked = false;
    await filing.markTicked(null);
    expect(filing.files.map(({ own }) => own !== null)).toEqual([false, true, true]);
    expect(filing.missing).toContain("level");
  });

  it("takes rows out, and keeps what was written of the others over a lock", () => {
    const filing = three();
    filing.files[0]!.ticked = true;
    filing.removeTicked();
    expect(api.forgetFiles).toHaveBeenLastCalledWith(["a"]);
    filing.files[0]!.date = "2026-03-04";
    const after = afterLock(filing);
    after.add({ files: [file("b"), file("c")], left_out: [], more_left_out: 0 });
    expect(after.files.map(({ name, date }) => [name, date])).toEqual([["b.pdf", "2026-03-04"], ["c.pdf", ""]]);
  });

  it("goes from one file that is warned of to the next, and after the last to the first", () => {
    expect(nextWarned([false, true, false, true], -1)).toBe(1);
    expect(nextWarned([false, true, false, true], 1)).toBe(3);
    expect(nextWarned([false, true, false, true], 3)).toBe(1);
    expect(nextWarned([false, false], -1)).toBe(-1);
  });

  it("takes a whole folder where one is chosen", async () => {
    const filing = new Filing();
    api.pickFilesOfFolder.mockReset().mockResolvedValue({ files: ["a", "b"].map(file), left_out: [], more_left_out: 0 });
    api.pickFiles.mockReset();
    await filing.pick("folder");
    expect(filing.files.map(({ name }) => name)).toEqual(["a.pdf", "b.pdf"]);
    expect(api.pickFiles).not.toHaveBeenCalled();
  });

  it("is not filed while a date in it is none", () => {
    const filing = three();
    filing.files[0]!.dateWrong = true;
    expect(filing.missing).toContain("date");
  });
});

//! Eight attacks by somebody who can write to the vault's folder and has no keys, sixty tries each at random places, and who
//! notices: an unlock, opening the documents, verifying without keys, the memory of the workstation, a checkpoint kept elsewhere, `doctor`.
//!
//! The table in docs/THREAT-MODEL.md is what this prints with `--nocapture`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use label::time::years_from;
use vault::*;

const TRIES: usize = 60;
/// Printed with each failure, so that it can be had again: `ZEGEL_SEED=…`.
const SEED: u64 = 0x5e9e_1007;
const PHRASE: &str = "exercise";

/// Xorshift: places need not be unforeseeable, only anywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

fn id(text: &str) -> OfficerId {
    OfficerId::parse(text).expect("of the form of an id")
}

fn phrase() -> Passphrase {
    Passphrase::new(PHRASE.to_owned())
}

fn open(dir: &Path) -> Result<Vault, Error> {
    let weak = WorkFactor::new(2).expect("between 1 and 21");
    Ok(Vault::open(dir, Arc::new(Utc::now))?.with_work_factor(weak))
}

fn unlock(dir: &Path, officer: &str) -> Result<Session, Error> {
    open(dir)?.unlock(&id(officer), &phrase())
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).expect("the folders are made");
    for entry in fs::read_dir(from).expect("the folder is listed") {
        let path = entry.expect("the entry of the folder is read").path();
        let there = to.join(path.file_name().expect("the path has a name"));
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).expect("the file is copied");
        }
    }
}

/// A vault with a history, and what an attacker may have kept of it.
struct World {
    temp: tempfile::TempDir,
    /// As it is now, and what `bea` saw last on her workstation.
    now: PathBuf,
    state: PathBuf,
    checkpoint: String,
    documents: Vec<DocumentId>,
    /// Earlier days of the whole folder, the oldest first. Each has less documents, and `bea` had unlocked in all of them.
    earlier: Vec<PathBuf>,
    /// Another vault with officers of the same names and the same passphrases.
    other: PathBuf,
}

impl World {
    fn new() -> World {
        // In memory where there is such a place: nothing here is about a loss of power, and each entry waits for the disk.
        let temp = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder for the test");
        let (now, state) = (temp.path().join("now"), temp.path().join("state"));
        found(&now);
        let mut documents = Vec::new();
        let mut earlier = Vec::new();
        for day in 0..4 {
            {
                let mut rik = unlock(&now, "rik").expect("rik unlocks");
                for n in 0..3 {
                    documents.push(file(&mut rik, &format!("Report {day}-{n}")));
                }
            }
            // Longer than what an unlock reads again from its start.
            for _ in 0..3 {
                look(&now, &state, &documents).expect("nothing is noticed");
            }
            let kept = temp.path().join(format!("day-{day}"));
            copy(&now, &kept);
            earlier.push(kept);
        }
        let mut rik = unlock(&now, "rik").expect("rik unlocks");
        documents.push(file(&mut rik, "Last report"));
        drop(rik);
        look(&now, &state, &documents).expect("nothing is noticed");
        let checkpoint = unlock(&now, "ada").expect("ada unlocks").checkpoint().expect("ada makes a checkpoint");
        look(&now, &state, &documents).expect("nothing is noticed");
        let other = temp.path().join("other");
        found(&other);
        World { temp, now, state, checkpoint, documents, earlier, other }
    }
}

/// A vault with a security officer, a registrar, a reader who is here every day, and one who never was.
fn found(dir: &Path) {
    let new = NewVault {
        name: "Registry".to_owned(),
        officer: id("ada"),
        full_name: "Ada".to_owned(),
        nationality: "BEL".to_owned(),
        regime: vault::Regime::Exercise,
        work_factor: WorkFactor::new(2).expect("between 1 and 21"),
    };
    Vault::init(dir, new, &phrase(), Arc::new(Utc::now)).expect("the vault is made");
    let mut ada = unlock(dir, "ada").expect("ada unlocks");
    let dossier = DossierId::parse("D-1").expect("of the form of an id");
    ada.create_dossier(NewDossier { id: dossier.clone(), title: "One".to_owned(), lead: None, deputy: None })
        .expect("made");
    for (officer, roles) in [("rik", vec![Role::Registrar, Role::Reader]), ("bea", vec![Role::Reader])] {
        let vault = Vault::open(dir, Arc::new(Utc::now))
            .expect("it opens")
            .with_work_factor(WorkFactor::new(2).expect("between 1 and 21"));
        let (request, _) = vault.request_identity(&id(officer), officer, "BEL", &phrase()).expect("made");
        ada.admit_officer(request.as_bytes(), &roles.into_iter().collect()).expect("ada lets the newcomer in");
        let today = Utc::now().date_naive();
        ada.grant_clearance(GrantClearance {
            officer: id(officer),
            policy: "BEL".to_owned(),
            level: "SECRET".to_owned(),
            categories: BTreeMap::new(),
            from: today,
            until: years_from(today, 2),
            certificate: "C-1".to_owned(),
            authority: "ANS".to_owned(),
        })
        .expect("ada grants the clearance");
        let briefing =
            RecordBriefing { officer: id(officer), policy: "BEL".to_owned(), level: "SECRET".to_owned(), date: today };
        ada.record_briefing(briefing).expect("ada records the briefing");
        ada.add_member(&dossier, &id(officer), None, "exercise").expect("ada adds an officer to the dossier");
    }
}

fn file(session: &mut Session, title: &str) -> DocumentId {
    let spif = label::Policy::builtin("BEL").expect("the policy ships");
    let draft =
        label::LabelDraft::from_words(&spif, "SECRET", None, &[], "2026-11-20T08:00:00Z".parse().expect("an instant"));
    let new = NewDocument {
        // Of the same length, so that only its bytes tell one from another.
        source: Source::Bytes(format!("{title:<400}").into_bytes()),
        dossier: DossierId::parse("D-1").expect("of the form of an id"),
        marking: Marking::Draft { policy: "BEL".to_owned(), draft: draft.expect("the policy has these words") },
        title: title.to_owned(),
        subject: String::new(),
        originator: "SGRS".to_owned(),
        paper: String::new(),
        date: NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day"),
        finalised: None,
        file_name: Some(b"report.txt".to_vec()),
        topics: Vec::new(),
        motive: None,
        sources: Vec::new(),
    };
    session.file_document(new, &mut |_| Flow::Continue).expect("the officer files the document").id
}

/// `bea` is at her workstation, and opens everything.
fn look(dir: &Path, state: &Path, documents: &[DocumentId]) -> Result<(), Error> {
    let vault = open(dir)?.with_state_dir(Some(state.to_owned()));
    read_all(&mut vault.unlock(&id("bea"), &phrase())?, documents)
}

fn read_all(session: &mut Session, documents: &[DocumentId]) -> Result<(), Error> {
    for document in documents {
        let mut opened = session.open_document(document, "exercise")?;
        let mut bytes = Vec::new();
        opened.read_to_end(&mut bytes).map_err(|_| Error::ObjectAltered { document: document.to_string() })?;
    }
    Ok(())
}

/// Who noticed, of all that were asked.
#[derive(Clone, Copy, Debug, Default)]
struct Noticed {
    unlock: bool,
    opening: bool,
    verify: bool,
    memory: bool,
    checkpoint: bool,
    doctor: bool,
}

impl Noticed {
    /// By what is in the folder alone, identity and index included.
    fn inside(self) -> bool {
        self.unlock || self.opening || self.verify
    }
}

/// Asks everybody. What is asked later gets a copy as the attack left it.
fn ask(world: &World, attacked: &Path, documents: &[DocumentId]) -> Noticed {
    let noticed = |outcome: Result<(), Error>| match outcome {
        Ok(()) => false,
        // The head of an identity that was altered: nothing tells it from a wrong passphrase, and the officer stays outside.
        Err(Error::WrongPassphrase { .. }) => true,
        Err(error) => {
            assert_eq!(error.exit(), ExitClass::Integrity, "{error:?}");
            true
        }
    };
    let verify = noticed(open(attacked).and_then(|vault| vault.verify().map(drop)));
    let checkpoint = match open(attacked).and_then(|vault| vault.verify_checkpoint(&world.checkpoint)) {
        Ok(_) => false,
        // A note of another vault is refused as what was handed in: the person who kept it knows of which vault it is.
        Err(error) => matches!(error.exit(), ExitClass::Integrity | ExitClass::Refused),
    };
    let again = world.temp.path().join("again");
    copy(attacked, &again);
    let state = world.temp.path().join("state-again");
    copy(&world.state, &state);
    let memory = noticed(
        open(&again).and_then(|vault| vault.with_state_dir(Some(state)).unlock(&id("bea"), &phrase()).map(drop)),
    );
    let session = unlock(attacked, "bea");
    let (unlock, opening, doctor) = match session {
        // Whom it keeps outside is told so; what else there is to see, it is asked without him.
        Err(error) => (noticed(Err(error)), false, true),
        Ok(mut session) => {
            let opening = noticed(read_all(&mut session, documents));
            let checkup = open(attacked).map(|vault| vault.doctor(Some(&mut session)));
            let grave = |checkup: Checkup| checkup.findings.iter().any(|one| one.gravity == Gravity::Integrity);
            (false, opening, checkup.map_or(true, grave))
        }
    };
    Noticed { unlock, opening, verify, memory, checkpoint, doctor }
}

fn sql(database: &Path, statements: &str) -> String {
    let guards = ["entries_are_not_altered", "entries_are_not_removed", "parts_are_not_altered"];
    let more = ["parts_are_not_removed", "nodes_are_not_altered", "nodes_are_not_removed"];
    let mut all = String::from("PRAGMA foreign_keys = OFF;\n");
    // The triggers go, and come back as they were: the shape of the file stays.
    let kept = run_sql(
        database,
        "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger' AND name <> 'ledger_is_for_ever';",
    );
    for guard in guards.iter().chain(&more) {
        let _ = writeln!(all, "DROP TRIGGER {guard};");
    }
    all.push_str(statements);
    all.push('\n');
    all.push_str(&kept);
    run_sql(database, &all)
}

fn run_sql(database: &Path, statements: &str) -> String {
    let done = Command::new("sqlite3").arg(database).arg(statements).output().expect("sqlite3 is installed");
    assert!(done.status.success(), "{statements}\n{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("it is UTF-8")
}

fn number(database: &Path, query: &str) -> usize {
    run_sql(database, query).trim().parse().expect("it is a number")
}

fn flip(path: &Path, at: usize) {
    let mut file = fs::OpenOptions::new().read(true).write(true).open(path).expect("the file opens");
    let mut byte = [0];
    file.seek(SeekFrom::Start(at as u64)).expect("the reader seeks");
    file.read_exact(&mut byte).expect("the byte is there");
    byte[0] ^= 1 << (at % 8);
    file.seek(SeekFrom::Start(at as u64)).expect("the reader seeks");
    file.write_all(&byte).expect("it is written to");
}

fn object(dir: &Path, document: &DocumentId) -> PathBuf {
    dir.join("objects").join(&document.as_str()[..2]).join(format!("{document}.age"))
}

fn length(path: &Path) -> usize {
    fs::metadata(path).expect("the file is there").len() as usize
}

/// What the attacker does, at a place that the dice choose. Gives the documents that are there to be opened afterwards.
type Attack = fn(&World, &Path, &mut Dice) -> Vec<DocumentId>;
/// How an attack must at least be noticed.
type MustBe = fn(Noticed) -> bool;

/// A byte of a body, of signatures, of a sealed part or of the tree.
fn alter_the_log(world: &World, dir: &Path, dice: &mut Dice) -> Vec<DocumentId> {
    let log = dir.join("ledger.sqlite");
    let (table, column) =
        *dice.of(&[("entries", "body"), ("entries", "signatures"), ("parts", "sealed"), ("nodes", "hash")]);
    let row = dice.below(number(&log, &format!("SELECT count(*) FROM {table};")));
    let keys = if table == "entries" {
        "position"
    } else if table == "parts" {
        "entry, place"
    } else {
        "level, place"
    };
    let pick = format!("SELECT {keys} FROM {table} ORDER BY {keys} LIMIT 1 OFFSET {row}");
    let bytes = number(&log, &format!("SELECT length({column}) FROM {table} WHERE ({keys}) = ({pick});"));
    let at = dice.below(bytes) + 1;
    let hex = run_sql(&log, &format!("SELECT hex(substr({column}, {at}, 1)) FROM {table} WHERE ({keys}) = ({pick});"));
    let other = u8::from_str_radix(hex.trim(), 16).expect("hexadecimal") ^ (1 << dice.below(8));
    sql(
        &log,
        &format!(
            "UPDATE {table} SET {column} = CAST(substr({column}, 1, {at} - 1) || x'{other:02x}' || substr({column}, {at} + 1) \
             AS BLOB) WHERE ({keys}) = ({pick});"
        ),
    );
    vec![dice.of(&world.documents).clone()]
}

/// One left out, two exchanged, one written twice.
fn reorder_the_log(world: &World, dir: &Path, dice: &mut Dice) -> Vec<DocumentId> {
    let log = dir.join("ledger.sqlite");
    let entries = number(&log, "SELECT count(*) FROM entries;");
    let (one, far) = (dice.below(entries - 1), 1 + dice.below(entries - 1));
    let other = (one + far) % entries;
    let move_to = |from: &str, to: &str| {
        format!(
            "UPDATE entries SET position = {to} WHERE position = {from}; UPDATE parts SET part = {to} << 14 | place WHERE entry = {from};"
        )
    };
    let statements = match dice.below(3) {
        0 => format!(
            "DELETE FROM parts WHERE entry = {one}; DELETE FROM entries WHERE position = {one};
             UPDATE entries SET position = position - 1 WHERE position > {one};
             UPDATE parts SET part = (entry - 1) << 14 | place WHERE entry > {one};"
        ),
        1 => {
            let (one, other, aside) = (one.to_string(), other.to_string(), "1000000");
            move_to(&one, aside) + &move_to(&other, &one) + &move_to(aside, &other)
        }
        _ => format!(
            "DELETE FROM parts WHERE entry = {other};
             UPDATE entries SET body = (SELECT body FROM entries WHERE position = {one}),
             signatures = (SELECT signatures FROM entries WHERE position = {one}) WHERE position = {other};
             INSERT INTO parts (part, audience, sealed)
                 SELECT {other} << 14 | place, audience, sealed FROM parts WHERE entry = {one};"
        ),
    };
    sql(&log, &statements);
    vec![dice.of(&world.documents).clone()]
}

fn damage_an_object(world: &World, dir: &Path, dice: &mut Dice) -> Vec<DocumentId> {
    let document = dice.of(&world.documents);
    let path = object(dir, document);
    let size = length(&path);
    match dice.below(4) {
        0 => fs::OpenOptions::new()
            .write(true)
            .open(&path)
            .expect("the file opens")
            .set_len(dice.below(size) as u64)
            .expect("the file opens"),
        1 => fs::remove_file(&path).expect("the file opens"),
        _ => flip(&path, dice.below(size)),
    }
    vec![document.clone()]
}

/// Another document's object, of the same class, marking and length.
fn exchange_objects(world: &World, dir: &Path, dice: &mut Dice) -> Vec<DocumentId> {
    let one = dice.below(world.documents.len());
    let other = (one + 1 + dice.below(world.documents.len() - 1)) % world.documents.len();
    let document = world.documents[one].clone();
    let (one, other) = (object(dir, &document), object(dir, &world.documents[other]));
    if dice.below(2) == 0 {
        let aside = dir.join("aside");
        fs::rename(&one, &aside).expect("it gets another name");
        fs::rename(&other, &one).expect("it gets another name");
        fs::rename(&aside, &other).expect("it gets another name");
    } else {
        fs::copy(&other, &one).expect("the file is copied");
    }
    vec![document]
}

/// A byte of the identity or the index of `bea`, or another's in its place.
fn exchange_what_is_hers(world: &World, dir: &Path, dice: &mut Dice) -> Vec<DocumentId> {
    let (identity, index) = (dir.join("identities/bea.age"), dir.join("desks/bea.sqlite"));
    match dice.below(5) {
        0 => flip(&identity, dice.below(length(&identity))),
        1 => {
            fs::copy(dir.join("identities/rik.age"), &identity).expect("the identity file is copied");
        }
        2 => {
            fs::copy(dir.join("desks/rik.sqlite"), &index).expect("the index is copied");
        }
        3 => fs::remove_file(&index).expect("the index is removed"),
        // A page that nobody asks for is not looked at by an unlock.
        _ => flip(&index, dice.below(length(&index))),
    }
    vec![dice.of(&world.documents).clone()]
}

/// The size of a page of an index, in bytes.
const PAGE: usize = 4096;

fn page_at(dir: &Path, at: usize) -> Option<Vec<u8>> {
    let index = fs::read(dir.join("desks/bea.sqlite")).ok()?;
    index.chunks(PAGE).nth(at).map(<[u8]>::to_vec)
}

/// The one page of the index of `bea` in which something is not as it was; none where that is none, or more than one.
fn altered_page(world: &World, dir: &Path) -> Option<(usize, Vec<u8>)> {
    let (was, is) = (fs::read(world.now.join("desks/bea.sqlite")).ok()?, fs::read(dir.join("desks/bea.sqlite")).ok()?);
    let mut pages = was.chunks(PAGE).zip(is.chunks(PAGE)).enumerate().filter(|(_, (was, is))| was != is);
    let (at, (_, is)) = pages.next()?;
    pages.next().is_none().then(|| (at, is.to_vec()))
}

/// The end of the log cut off, or an earlier day's log: a person who saw more remembers.
fn cut_the_log(world: &World, dir: &Path, dice: &mut Dice) -> Vec<DocumentId> {
    let log = dir.join("ledger.sqlite");
    if dice.below(2) == 0 {
        fs::copy(dice.of(&world.earlier).join("ledger.sqlite"), &log).expect("the log is copied");
        return Vec::new();
    }
    let entries = number(&log, "SELECT count(*) FROM entries;");
    let left = 1 + dice.below(entries - 1);
    // The nodes that are complete without those entries stay.
    sql(
        &log,
        &format!(
            "DELETE FROM parts WHERE entry >= {left}; DELETE FROM entries WHERE position >= {left};
             DELETE FROM nodes WHERE (place + 1) * (1 << level) > {left};"
        ),
    );
    Vec::new()
}

/// The whole folder as it was on an earlier day, indexes and identities too.
fn put_everything_back(world: &World, dir: &Path, dice: &mut Dice) -> Vec<DocumentId> {
    let day = dice.below(world.earlier.len());
    copy(&world.earlier[day], dir);
    vec![dice.of(&world.documents[..3 * (day + 1)]).clone()]
}

/// Another vault whose officers have the same names and passphrases: its log alone, its log and settings, all of it.
fn put_another_log(world: &World, dir: &Path, dice: &mut Dice) -> Vec<DocumentId> {
    fs::copy(world.other.join("ledger.sqlite"), dir.join("ledger.sqlite")).expect("the log is copied");
    if dice.below(2) == 0 {
        fs::copy(world.other.join("vault.toml"), dir.join("vault.toml")).expect("vault.toml is copied");
    }
    if dice.below(2) == 0 {
        fs::remove_dir_all(dir.join("desks")).expect("the folder is removed");
    }
    Vec::new()
}

#[test]
fn eight_attacks_on_the_folder_are_noticed_or_shown_to_those_who_remember() {
    let world = World::new();
    let seed = std::env::var("ZEGEL_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(SEED);
    assert!(!ask_untouched(&world).inside(), "nothing is noticed where nothing was done");
    let attacks: [(&str, Attack, MustBe); 8] = [
        ("a byte of the log altered", alter_the_log, Noticed::inside),
        ("entries left out, exchanged, written twice", reorder_the_log, Noticed::inside),
        ("an object altered, cut off, removed", damage_an_object, |noticed| noticed.opening),
        ("another document's object", exchange_objects, |noticed| noticed.opening),
        ("an identity or index altered, removed, another's", exchange_what_is_hers, |noticed| noticed.doctor),
        // Only somebody who remembers notices these.
        ("the end of the log cut off, an older log", cut_the_log, |noticed| noticed.unlock),
        ("the whole folder put back", put_everything_back, |noticed| noticed.memory && noticed.checkpoint),
        ("another vault's log", put_another_log, |noticed| noticed.unlock && noticed.checkpoint),
    ];
    // What is the same in every run; where it says nothing, it depends on the place.
    const ALL: Option<usize> = Some(TRIES);
    const NONE: Option<usize> = Some(0);
    let always: [[Option<usize>; 6]; 8] = [
        [None, NONE, ALL, None, ALL, ALL],
        [None, NONE, ALL, None, ALL, ALL],
        [NONE, ALL, NONE, NONE, NONE, None],
        [NONE, ALL, NONE, NONE, NONE, ALL],
        [None, None, NONE, None, NONE, ALL],
        [ALL, NONE, NONE, ALL, None, ALL],
        // What only a memory tells, the folder by itself does not: else the table says less than is true.
        [NONE, NONE, NONE, ALL, ALL, NONE],
        [ALL, NONE, None, ALL, ALL, ALL],
    ];
    let mut table =
        format!("seed {seed}, {TRIES} tries each: unlock, opening, verify, workstation, checkpoint, doctor\n");
    let mut unnoticed = Vec::new();
    for (n, (name, attack, must)) in attacks.into_iter().enumerate() {
        let mut dice = Dice(seed.wrapping_mul(n as u64 + 1) | 1);
        let mut counts = [0; 6];
        for attempt in 0..TRIES {
            let attacked = world.temp.path().join("attacked");
            let noticed = loop {
                copy(&world.now, &attacked);
                let documents = attack(&world, &attacked, &mut dice);
                let page = altered_page(&world, &attacked);
                let noticed = ask(&world, &attacked, &documents);
                // What lay on a page that was free and is written over before anybody reads it is damage to nothing.
                let gone = page.is_some_and(|(at, bytes)| page_at(&attacked, at) != Some(bytes));
                if must(noticed) || !gone {
                    break noticed;
                }
            };
            let Noticed { unlock, opening, verify, memory, checkpoint, doctor } = noticed;
            for (count, one) in counts.iter_mut().zip([unlock, opening, verify, memory, checkpoint, doctor]) {
                *count += usize::from(one);
            }
            if !must(noticed) {
                unnoticed.push(format!("{name}, try {attempt}: {noticed:?}"));
            }
        }
        let _ = writeln!(table, "{name}: {counts:?}");
        for (counted, always) in counts.iter().zip(always[n]) {
            assert!(always.is_none_or(|always| always == *counted), "{table}");
        }
        assert_eq!(said_of(n).map(|said| said.len()), Some(6), "the table of the threat model has this row");
        for (said, always) in said_of(n).into_iter().flatten().zip(always[n]) {
            assert!(
                always.is_none_or(|always| always == said),
                "docs/THREAT-MODEL.md says {said} of “{name}”: {table}"
            );
        }
    }
    eprintln!("{table}");
    assert!(unnoticed.is_empty(), "{table}{}", unnoticed.join("\n"));
}

/// The figures of a row of the table in docs/THREAT-MODEL.md.
fn said_of(row: usize) -> Option<Vec<usize>> {
    const THREAT_MODEL: &str = include_str!("../docs/THREAT-MODEL.md");
    let (_, table) = THREAT_MODEL.split_once("| attack | unlock |")?;
    let row = table.lines().skip(2).take_while(|line| line.starts_with('|')).nth(row)?;
    row.split('|').skip(2).take(6).map(|cell| cell.trim().parse().ok()).collect()
}

fn ask_untouched(world: &World) -> Noticed {
    let attacked = world.temp.path().join("attacked");
    copy(&world.now, &attacked);
    let noticed = ask(world, &attacked, &world.documents);
    assert!(!noticed.memory && !noticed.checkpoint && !noticed.doctor, "{noticed:?}");
    noticed
}

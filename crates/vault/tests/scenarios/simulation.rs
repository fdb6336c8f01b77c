//! Whole vaults from a seed: several sessions at work at once, rights that come and go, processes that die between any two
//! of their steps. After each death, and at the end, what the vault must be is compared with what it is.
//!
//! A seed that fails is named. `ZEGEL_SEED=17` runs that one alone, `ZEGEL_SEEDS=5000` as many.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use ledger::conformance::{Life, Mortal as MortalLog};
use ledger::{Access, Position};
use objects::conformance::Mortal as MortalObjects;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use testkit::simulation::{Filed, Oracle, Rights, Told, each_seed};
use vault::*;

use super::house::*;

/// How many vaults are tried where nobody says otherwise.
const SEEDS: u64 = 12;
/// Seeds that once showed a fault, with the fault: each stays here once it is mended, and is tried each time. None is known yet.
const FAILED: &[u64] = &[];
/// How many things happen in each.
const DEEDS: usize = 30;
const LEVELS: [&str; 2] = ["CONFIDENTIEL", "SECRET"];
/// Those whose rights come and go. `rik` is cleared and a member throughout, and `ada` keeps the vault.
const READERS: [&str; 3] = ["bea", "carl", "cleo"];

/// Keys and ids from a seed.
struct Seeded(Mutex<ChaCha20Rng>);

impl Randomness for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().expect("nobody panics").fill_bytes(bytes);
    }
}

struct World {
    dice: ChaCha20Rng,
    clock: Hand,
    stores: Stores,
    randomness: Arc<Seeded>,
    sessions: Vec<(&'static str, Session)>,
    oracle: Oracle<DocumentId>,
    told: Told,
    filed: usize,
    deaths: usize,
    opened: usize,
    refused: usize,
}

impl World {
    fn new(seed: u64, told: Told) -> World {
        let mut dice = ChaCha20Rng::seed_from_u64(seed);
        let randomness = Arc::new(Seeded(Mutex::new(ChaCha20Rng::seed_from_u64(dice.next_u64()))));
        let clock = Hand::at(testkit::FOUNDED);
        let stores = Stores::in_memory(ledger::VaultId::random_from(&*randomness));
        let new = NewVault {
            name: "Simulated registry".to_owned(),
            officer: id("ada"),
            full_name: "Ada Officer".to_owned(),
            nationality: "BEL".to_owned(),
            regime: vault::Regime::Exercise,
            work_factor: weak(),
        };
        Vault::init_in(&stores, new, &phrase(), clock.told(), randomness.clone()).expect("the vault is made");
        let world = World {
            dice,
            clock,
            stores,
            randomness,
            sessions: Vec::new(),
            oracle: Oracle::new("rik", 1, &READERS),
            told,
            filed: 0,
            deaths: 0,
            opened: 0,
            refused: 0,
        };
        let mut ada = world.unlock("ada");
        for officer in READERS.into_iter().chain(["rik"]) {
            let name = format!("{officer} of the simulation");
            let (request, _) = world
                .vault(world.stores.clone())
                .request_identity(&id(officer), &name, "BEL", &phrase())
                .expect("made");
            let registers = if officer == "rik" { Some(Role::Registrar) } else { None };
            let roles = [Role::Reader].into_iter().chain(registers).collect();
            ada.admit_officer(request.as_bytes(), &roles).expect("ada lets the newcomer in");
            brief(&mut ada, officer, "BEL", "SECRET");
        }
        grant(&mut ada, "rik", "BEL", "SECRET", &[]).expect("ada grants the clearance");
        // Who leads a dossier decides about its documents' markings.
        let lead = Some(id("rik"));
        ada.create_dossier(NewDossier { id: dossier("D-1"), title: "Simulation".to_owned(), lead, deputy: None })
            .expect("ada makes the dossier");
        ada.add_member(&dossier("D-1"), &id("rik"), None, "simulation").expect("ada adds rik to the dossier");
        drop(ada);
        world
    }

    /// Below `of`.
    fn roll(&mut self, of: usize) -> usize {
        (self.dice.next_u64() % of as u64) as usize
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }

    fn vault(&self, stores: Stores) -> Vault {
        let vault = Vault::open_in(stores, self.clock.told()).expect("the vault opens");
        vault.with_work_factor(weak()).with_randomness(self.randomness.clone())
    }

    fn unlock(&self, officer: &str) -> Session {
        self.vault(self.stores.clone()).unlock(&id(officer), &phrase()).expect("the officer unlocks")
    }

    /// A session of a process that may die.
    fn mortal(&self, officer: &str, life: &Life) -> Session {
        let (of_objects, of_log) = (life.clone(), life.clone());
        let stores = self.stores.seen_through(
            |objects| Arc::new(MortalObjects::new(objects, of_objects)),
            move |log| Box::new(MortalLog::new(log, of_log.clone())),
        );
        self.vault(stores).unlock(&id(officer), &phrase()).expect("the officer unlocks")
    }

    /// A session of this officer, one that is open or a new one.
    fn session(&mut self, officer: &'static str) -> &mut Session {
        let at = match self.sessions.iter().position(|(whose, _)| *whose == officer) {
            Some(at) => at,
            None => {
                if self.sessions.len() == 3 {
                    self.sessions.remove(0);
                }
                let session = self.unlock(officer);
                self.sessions.push((officer, session));
                self.sessions.len() - 1
            }
        };
        &mut self.sessions[at].1
    }

    /// One thing that happens, by a process that may die while it does it.
    fn happens(&mut self) {
        let later = 1 + self.roll(600) as i64;
        self.clock.seconds(later);
        let dies = self.roll(4) == 0;
        match self.roll(10) {
            0..=2 => self.files(dies),
            3..=5 => self.opens(dies),
            6 => self.remarks(dies),
            7 => self.changes_clearance(dies),
            8 => self.changes_members(dies),
            _ => {
                self.sessions.clear();
            }
        }
    }

    /// Lets somebody do something, in his open session or in a process that dies within so many steps. None: it died.
    fn let_do<T>(
        &mut self,
        officer: &'static str,
        dies: bool,
        what: &str,
        deed: impl FnOnce(&mut Session) -> Result<T, Error>,
    ) -> Option<Result<T, Error>> {
        let told = self.told.clone();
        let tell = |how: &str| told.lock().expect("nobody panics").push(format!("{officer} {what}: {how}"));
        if !dies {
            let done = deed(self.session(officer));
            tell(done.as_ref().map_or_else(Error::code, |_| "done"));
            return Some(done);
        }
        let life = Life::endless();
        let mut session = self.mortal(officer, &life);
        // Of a call there is a step before and one after; a filing takes some forty.
        life.end_after(self.roll(50) as u64);
        let done = deed(&mut session);
        let died = !life.lives();
        life.end();
        drop(session);
        tell(if died { "died" } else { done.as_ref().map_or_else(Error::code, |_| "done") });
        if died {
            self.deaths += 1;
            self.is_settled();
            return None;
        }
        Some(done)
    }

    fn files(&mut self, dies: bool) {
        let officer = self.pick(&["rik", "rik", "bea", "cleo"]);
        let level = self.roll(2);
        let many = 1 + self.roll(3);
        let titles: Vec<String> = (0..many).map(|n| format!("paper {} {n}", self.filed)).collect();
        self.filed += 1;
        let new = |title: &String| NewDocument {
            originator: String::new(),
            ..paper(title, marked(LEVELS[level], None), title.as_bytes())
        };
        let batch = titles.iter().map(new).collect();
        let done = self.let_do(officer, dies, &format!("files {titles:?} {}", LEVELS[level]), |session| {
            session.file_documents(batch, &mut quietly).map_err(|failed| {
                assert!(failed.filed.is_empty(), "one transaction");
                failed.error
            })
        });
        match done {
            Some(Ok(filed)) => {
                for (title, filed) in titles.into_iter().zip(filed) {
                    self.oracle.papers.insert(title, Filed { id: filed.id, level });
                }
            }
            Some(Err(error)) => {
                // Who is no member, or whom its key did not reach yet, does not know the dossier.
                let unknown = matches!(error, Error::NotFound { kind: "dossier", .. });
                assert!(unknown || error.exit() == ExitClass::Denied, "{officer} files: {error:?}");
                assert!(officer != "rik", "rik may always file: {error:?}");
                self.refused += 1;
            }
            None => self.oracle.is_one_batch(&titles),
        }
    }

    fn any_paper(&mut self) -> Option<(String, Filed<DocumentId>)> {
        let World { oracle, dice, .. } = self;
        oracle.any(|of| (dice.next_u64() % of as u64) as usize)
    }

    fn opens(&mut self, dies: bool) {
        let Some((title, paper)) = self.any_paper() else { return };
        let officer = self.pick(&["rik", "bea", "carl", "cleo", "ada"]);
        let may = self.oracle.reads(officer, paper.level);
        match self.let_do(officer, dies, &format!("opens {title}"), |session| try_read(session, &paper.id)) {
            Some(Ok(bytes)) => {
                self.oracle.opened(officer, may, &title, &bytes);
                self.opened += 1;
            }
            Some(Err(error)) => {
                let late = codes(&error).contains(&"key_not_delivered");
                assert!(!may || late, "{officer} may read {title}: {error:?}");
                assert!(matches!(error.exit(), ExitClass::Denied | ExitClass::Failed), "{error:?}");
                self.refused += 1;
            }
            None => {}
        }
    }

    fn remarks(&mut self, dies: bool) {
        let Some((title, paper)) = self.any_paper() else { return };
        let level = 1 - paper.level;
        let decision = super::reclassify::to(LEVELS[level]);
        match self.let_do("rik", dies, &format!("remarks {title} {}", LEVELS[level]), |session| {
            session.reclassify(&paper.id, &decision)
        }) {
            Some(Ok(_)) => {
                self.oracle.papers.insert(title, Filed { level, ..paper });
            }
            Some(Err(error)) => panic!("rik may give {title} another marking: {error:?}"),
            None => {}
        }
    }

    fn changes_clearance(&mut self, dies: bool) {
        let officer = self.pick(&READERS);
        let before = self.oracle.of(officer).cleared;
        let level = self.roll(2);
        let done = self.let_do("ada", dies, &format!("clears {officer} {before:?} {level}"), |session| match before {
            Some(_) => session.withdraw_clearance(&id(officer), "BEL", "simulation").map(|()| None),
            None => grant(session, officer, "BEL", LEVELS[level], &[]).map(|_| Some(level)),
        });
        if let Some(done) = done {
            self.oracle.rights.entry(officer).or_default().cleared = done.expect("the rules allow it");
        }
    }

    fn changes_members(&mut self, dies: bool) {
        let officer = self.pick(&READERS);
        let member = self.oracle.of(officer).member;
        let done = self.let_do("ada", dies, &format!("member {officer} {member}"), |session| {
            if member {
                session.remove_member(&dossier("D-1"), &id(officer), "simulation").map(drop)
            } else {
                session.add_member(&dossier("D-1"), &id(officer), None, "simulation")
            }
        });
        if let Some(done) = done {
            done.expect("the rules allow it");
            self.oracle.rights.entry(officer).or_default().member = !member;
        }
    }

    /// After a death: the next session settles what was left, and says what became of it.
    fn is_settled(&mut self) {
        let mut ada = self.unlock("ada");
        let mut rik = self.unlock("rik");
        assert_eq!(self.stores.objects().left_over().expect("the store says what is left"), [], "nothing is left over");
        let rows = rik.list(&DocumentFilter { limit: 1000, ..DocumentFilter::default() }).expect("listed").rows;
        let level = |row: &DocumentRow| usize::from(row.banner.level == Level::Secret);
        self.oracle.settle(rows.into_iter().map(|row| (row.title.clone(), Filed { level: level(&row), id: row.id })));
        let members: BTreeSet<OfficerId> = rik
            .dossiers(&Default::default())
            .expect("rik lists the dossiers")
            .rows
            .remove(0)
            .members
            .into_iter()
            .map(|member| member.officer)
            .collect();
        for officer in READERS {
            let clearances = ada.officer(&id(officer)).expect("ada sees the officer").clearances;
            let valid = clearances.iter().find(|clearance| clearance.status == ClearanceState::Valid);
            let cleared = valid.map(|clearance| if clearance.level.starts_with("SECRET") { 1 } else { 0 });
            let member = members.contains(&id(officer));
            self.oracle.rights.insert(officer, Rights { cleared, member });
        }
        self.each_object_is_a_documents();
    }

    /// As many objects as documents; that each opens, [`World::is_whole`] shows.
    fn each_object_is_a_documents(&self) {
        let objects = self.stores.objects().list(None, 10_000).expect("the officer lists the documents");
        assert_eq!(objects.len(), self.oracle.papers.len(), "objects and documents are in step");
    }

    /// The log verifies, each document opens with its own bytes for those who may read it and for nobody else.
    fn is_whole(&mut self) {
        self.sessions.clear();
        let verified = self.vault(self.stores.clone()).verify().expect("the log is whole");
        // Holders deliver what is to be delivered; what nobody holds comes from custody, once it is asked for.
        for officer in READERS.into_iter().chain(["ada", "rik"]) {
            drop(self.unlock(officer));
        }
        for officer in READERS.into_iter().chain(["rik"]) {
            let mut ada = self.unlock("ada");
            match ada.request_custody(&CustodyFor::Officer(id(officer)), "nobody else has it") {
                Ok(request) => {
                    ada.give_assent(&request).expect("ada says yes");
                    assert_eq!(ada.carry_out_custody(&request).expect("carried out").delivered.len(), 1);
                }
                Err(error) => assert_eq!(codes(&error), ["nothing_in_custody"], "{error:?}"),
            }
        }
        self.each_object_is_a_documents();
        for officer in READERS.into_iter().chain(["rik", "ada"]) {
            let mut session = self.unlock(officer);
            for (title, paper) in &self.oracle.papers {
                let may = self.oracle.reads(officer, paper.level);
                match try_read(&mut session, &paper.id) {
                    Ok(bytes) => self.oracle.opened(officer, may, title, &bytes),
                    Err(error) => assert!(!may, "{officer} may read {title}: {error:?}"),
                }
            }
            let listed: BTreeSet<String> = titles(&mut session).into_iter().collect();
            assert_eq!(listed, self.oracle.listed(officer), "{officer} lists what he may");
        }
        let log = self.stores.log(Access::ReadOnly).expect("the officer reads the log");
        assert!(log.verify().expect("the log is whole").size > verified.entries, "what was opened is in the log");
    }

    /// What happened, as far as a seed decides it: who wrote when, for whom, and how much.
    fn trace(&self) -> Vec<String> {
        let log = self.stores.log(Access::ReadOnly).expect("the officer reads the log");
        let (entries, _) = log.read(&Position::start(), 100_000).expect("the log is read");
        let parts = |entry: &ledger::Entry| -> Vec<String> {
            // Facts about new keys hold a signature, which is never the same twice, nor as long when it is compressed.
            let signature = entry.parts().iter().any(|part| part.audience == ledger::AUTHOR);
            let counts = |audience: &str| !(signature && audience.starts_with("common/"));
            let length = |part: &ledger::Part| if counts(&part.audience) { part.sealed.len() } else { 0 };
            entry.parts().iter().map(|part| format!("{} {}", part.audience, length(part))).collect()
        };
        entries.iter().map(|entry| format!("{} {} {:?}", entry.at_ms(), entry.author(), parts(entry))).collect()
    }
}

fn run(seed: u64, told: &Told) -> World {
    let mut world = World::new(seed, told.clone());
    for _ in 0..DEEDS {
        world.happens();
    }
    world.is_whole();
    world
}

#[test]
fn vaults_are_whole_whatever_happens_and_no_matter_who_dies() {
    each_seed(SEEDS, FAILED, run, |world| {
        let World { oracle, deaths, opened, refused, .. } = world;
        vec![("filed", oracle.papers.len()), ("died", *deaths), ("opened", *opened), ("refused", *refused)]
    });
}

#[test]
fn a_seed_gives_the_same_vault_again() {
    let told = Arc::default();
    let (one, two, other) = (run(7, &told).trace(), run(7, &told).trace(), run(8, &told).trace());
    assert!(one == two, "who, when, for whom, how much");
    assert!(one != other);
}

/// A process that dies at whatever step of a use of custody leaves it where it was, or one step on; the next goes on from there.
#[test]
fn a_use_of_custody_that_is_killed_at_each_step_goes_on_and_is_carried_out_once() {
    let mut world = World::new(11, Arc::default());
    let tip = world.session("rik").file_document(paper("Tip", marked("TRES SECRET", None), b"heard"), &mut quietly);
    let tip = tip.expect("the tip is filed").id;
    let mut ada = world.unlock("ada");
    clear(&mut ada, "cleo", "BEL", "TRES SECRET");
    ada.add_member(&dossier("D-1"), &id("cleo"), None, "simulation").expect("ada adds cleo to the dossier");
    drop(ada);
    world.sessions.clear();
    let uses = |world: &World| world.unlock("ada").custody().expect("ada sees custody").requests;
    let mut deaths = 0;
    let mut killed = |world: &World, deed: &dyn Fn(&mut Session), done: &dyn Fn(&World) -> bool| {
        for steps in 0.. {
            let life = Life::endless();
            let mut session = world.mortal("ada", &life);
            life.end_after(steps);
            deed(&mut session);
            let died = !life.lives();
            life.end();
            drop(session);
            deaths += usize::from(died);
            world.vault(world.stores.clone()).verify().expect("the log is whole");
            if done(world) {
                return;
            }
            assert!(died, "what nobody killed is done");
        }
    };
    let ask = |session: &mut Session| drop(session.request_custody(&CustodyFor::Officer(id("cleo")), "nobody has it"));
    killed(&world, &ask, &|world| !uses(world).is_empty());
    let request = uses(&world).remove(0).request;
    let give = |session: &mut Session| drop(session.give_assent(&request));
    killed(&world, &give, &|world| uses(world)[0].status == CustodyStatus::Granted);
    assert!(try_read(&mut world.unlock("cleo"), &tip).is_err());
    let carry_out = |session: &mut Session| drop(session.carry_out_custody(&request));
    killed(&world, &carry_out, &|world| uses(world)[0].status == CustodyStatus::CarriedOut);
    assert!(deaths >= 6, "{deaths}");
    assert_eq!(read(&mut world.unlock("cleo"), &tip), b"heard");
    assert_eq!(codes(&world.unlock("ada").carry_out_custody(&request).expect_err("refused")), ["custody_used_twice"]);
    assert_eq!(uses(&world).len(), 1);
}

//! Whole shared vaults from a seed: officers at several workstations, a network that loses, delays and repeats, processes that die
//! between any two of their steps, servers that lie. After each thing of which nobody knows what became of it, and at the end, what the
//! vault must be is compared with what it is.
//!
//! A seed that fails is named. `ZEGEL_SEED=17` runs that one alone, `ZEGEL_SEEDS=10000` as many, `ZEGEL_DEEDS=100` longer ones.

use std::collections::BTreeSet;
use std::io::Read;
use std::sync::{Arc, Mutex};

use ledger::conformance::{Life, Mortal as MortalLog};
use ledger::{Access, Ledger, LogStore, MemoryLog};
use objects::ObjectStore;
use objects::conformance::Mortal as MortalObjects;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use remote::{Mirror, Pace};
use testkit::simulation::{Filed, Oracle, Rights, Told, each_seed};
use vault::*;

use super::cast::*;
use super::network::Network;
use super::servers::{Bucket, Lie, Servers, Way, Wire};

/// How many vaults are tried where nobody says otherwise.
const SEEDS: u64 = 60;
/// Seeds that once showed a fault, with the fault: each stays here once it is mended, and is tried each time. None is known yet.
const FAILED: &[u64] = &[];
/// How many things happen in each.
const DEEDS: usize = 12;

/// Keys and ids from a seed.
struct Seeded(Mutex<ChaCha20Rng>);

impl Randomness for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().expect("nobody panics").fill_bytes(bytes);
    }
}

#[derive(Default)]
struct Counts {
    filed: usize,
    opened: usize,
    refused: usize,
    deaths: usize,
    /// Whose outcome nobody knew.
    unknown: usize,
    /// Refused because no server was there.
    offline: usize,
    /// Messages that were given up and counted all the same.
    late: usize,
    lies: usize,
    /// Objects that were withheld.
    withheld: usize,
}

struct World {
    dice: ChaCha20Rng,
    clock: Hand,
    stations: Vec<(tempfile::TempDir, Way)>,
    servers: Arc<Servers>,
    network: Arc<Network>,
    randomness: Arc<Seeded>,
    sessions: Vec<(&'static str, Session)>,
    oracle: Oracle<DocumentId>,
    told: Told,
    batches: usize,
    counts: Counts,
}

/// How something ended.
enum Came<T> {
    Done(T),
    Refused(Error),
    /// By a process that died, or whose servers did not answer: it is done, or it is not.
    Unknown,
}

impl World {
    fn new(seed: u64, told: Told) -> World {
        let mut dice = ChaCha20Rng::seed_from_u64(seed);
        let randomness = Arc::new(Seeded(Mutex::new(ChaCha20Rng::seed_from_u64(dice.next_u64()))));
        let network = Arc::new(Network::new(dice.next_u64()));
        let folder = WorkstationFolder::open(&Model::of_all().folder()).expect("the model is there");
        let servers = Arc::new(Servers::new(published(&folder)));
        let stations = (0..STATIONS).map(|station| {
            let temp = super::cast::folder();
            Model::of_all().copy_to(&temp.path().join("vault"));
            (temp, Way::new(station, servers.clone(), network.clone()))
        });
        let stations = stations.collect();
        World {
            dice,
            clock: Hand::at(testkit::FOUNDED),
            stations,
            servers,
            network,
            randomness,
            sessions: Vec::new(),
            oracle: Oracle::new("rik", 1, &READERS),
            told,
            batches: 0,
            counts: Counts::default(),
        }
    }

    /// Below `of`.
    fn roll(&mut self, of: usize) -> usize {
        (self.dice.next_u64() % of as u64) as usize
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }

    fn tell(&self, what: String) {
        self.told.lock().expect("nobody panics").push(what);
    }

    /// The vault at a workstation, for a process that may die.
    fn vault(&self, station: usize, life: Option<&Life>) -> Vault {
        let (temp, way) = &self.stations[station];
        let folder = WorkstationFolder::open(&temp.path().join("vault")).expect("the folder is there");
        let way = way.of_another_process();
        let (here, root, wire) = (folder.clone(), folder.root().clone(), way.clone());
        let open = move |access| {
            let (here, wire) = (here.clone(), wire.clone());
            let there = move |access| Ok(Box::new(Wire::open(&wire, access)?) as Box<dyn LogStore>);
            let mirror = Mirror::following(
                move |access| here.log(access),
                root.clone(),
                Arc::new(there),
                Pace::ALWAYS,
                access,
                Arc::new(|| 0),
            )?;
            Ok(Box::new(mirror) as Box<dyn LogStore>)
        };
        let mut stores = folder.stores(Arc::new(Bucket(way)), open);
        if let Some(life) = life {
            let (of_objects, of_log) = (life.clone(), life.clone());
            stores = stores.seen_through(
                |objects| Arc::new(MortalObjects::new(objects, of_objects)),
                move |log| Box::new(MortalLog::new(log, of_log.clone())),
            );
        }
        let vault = Vault::open_in(stores, self.clock.told()).expect("the vault opens");
        vault.with_work_factor(weak()).with_randomness(self.randomness.clone())
    }

    fn unlock(&self, officer: &str) -> Result<Session, Error> {
        self.vault(station_of(officer), None).unlock(&id(officer), &phrase())
    }

    /// As if nothing had ever gone wrong in the network, for as long as `look` looks.
    fn undisturbed<T>(&mut self, look: impl FnOnce(&mut World) -> T) -> T {
        self.network.set_troubled(false);
        let seen = look(self);
        self.network.set_troubled(true);
        seen
    }

    /// A session of this officer, one that is open or a new one.
    fn session(&mut self, officer: &'static str) -> Result<&mut Session, Error> {
        let at = match self.sessions.iter().position(|(whose, _)| *whose == officer) {
            Some(at) => at,
            None => {
                if self.sessions.len() == 3 {
                    self.sessions.remove(0);
                }
                let session = self.unlock(officer)?;
                self.sessions.push((officer, session));
                self.sessions.len() - 1
            }
        };
        Ok(&mut self.sessions[at].1)
    }

    fn happens(&mut self) {
        let later = 1 + self.roll(600) as i64;
        self.clock.seconds(later);
        let dies = self.roll(6) == 0;
        match self.roll(14) {
            0..=2 => self.files(dies),
            3..=5 => self.opens(dies),
            6 => self.remarks(dies),
            7 => self.changes_clearance(dies),
            8 => self.changes_members(dies),
            9 => self.sessions.clear(),
            10 => {
                let station = self.roll(STATIONS);
                self.tell(format!("workstation {station} is cut off"));
                self.network.cut(station);
            }
            11 | 12 => {
                let station = self.roll(STATIONS);
                self.network.mend(station);
            }
            _ => self.late_messages_arrive(),
        }
    }

    /// Lets somebody do something, in his open session or in a process that dies within so many steps.
    fn let_do<T>(
        &mut self,
        officer: &'static str,
        dies: bool,
        what: &str,
        deed: impl FnOnce(&mut Session) -> Result<T, Failed>,
    ) -> Came<T> {
        let mut died = false;
        let done = if dies {
            let life = Life::endless();
            let session = self.vault(station_of(officer), Some(&life)).unlock(&id(officer), &phrase());
            let done = session.map_err(Failed::Vault).and_then(|mut session| {
                // Of a call there is a step before and one after; a filing takes some forty.
                life.end_after(self.roll(50) as u64);
                deed(&mut session)
            });
            died = !life.lives();
            life.end();
            done
        } else {
            self.session(officer).map_err(Failed::Vault).and_then(deed)
        };
        let how = match &done {
            _ if died => "died",
            Ok(_) => "done",
            Err(Failed::Vault(error)) => error.code(),
            Err(Failed::Reading) => "not read to its end",
        };
        self.tell(format!("{officer} {what}: {how}"));
        self.counts.deaths += usize::from(died);
        match done {
            Ok(done) if !died => return Came::Done(done),
            Err(Failed::Vault(error)) if !died && decides(&error) => {
                self.counts.refused += 1;
                return Came::Refused(error);
            }
            Err(Failed::Vault(error)) if error.code() == "offline" => self.counts.offline += 1,
            Ok(_) | Err(_) => self.counts.unknown += 1,
        }
        // It may still be on its way when the next one looks.
        if self.roll(2) == 0 && self.servers.late_messages_arrive() {
            self.tell("something late counted".to_owned());
            self.counts.late += 1;
        }
        self.is_settled();
        Came::Unknown
    }

    fn files(&mut self, dies: bool) {
        let officer = self.pick(&["rik", "rik", "bea", "cleo"]);
        let level = self.roll(2);
        let many = 1 + self.roll(3);
        let titles: Vec<String> = (0..many).map(|n| format!("paper {} {n}", self.batches)).collect();
        self.batches += 1;
        let batch: Vec<NewDocument> = titles.iter().map(|title| paper(title, LEVELS[level])).collect();
        let filed = self.let_do(officer, dies, &format!("files {titles:?} {}", LEVELS[level]), |session| {
            session.file_documents(batch, &mut |_| Flow::Continue).map_err(|failed| {
                assert!(failed.filed.is_empty(), "one transaction");
                Failed::Vault(failed.error)
            })
        });
        match filed {
            Came::Done(filed) => {
                self.counts.filed += filed.len();
                for (title, filed) in titles.into_iter().zip(filed) {
                    self.oracle.papers.insert(title, Filed { id: filed.id, level });
                }
            }
            Came::Refused(error) => assert!(officer != "rik", "rik may always file: {error:?}"),
            Came::Unknown => self.oracle.is_one_batch(&titles),
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
            Came::Done(bytes) => {
                self.oracle.opened(officer, may, &title, &bytes);
                self.counts.opened += 1;
            }
            Came::Refused(error) => {
                let late = error.reasons().iter().any(|reason| reason.code == "key_not_delivered");
                let station = station_of(officer);
                assert!(!may || late || self.is_behind(station), "{officer} may read {title}: {error:?}");
            }
            Came::Unknown => {}
        }
    }

    /// Whether a workstation has not heard of all that is in the log.
    fn is_behind(&self, station: usize) -> bool {
        self.mirrored(station) < size(self.servers.log(Access::ReadOnly))
    }

    /// How many entries a workstation has of the log.
    fn mirrored(&self, station: usize) -> u64 {
        let folder = WorkstationFolder::open(&self.stations[station].0.path().join("vault")).expect("it is there");
        Ledger::on(folder.log(Access::ReadOnly).expect("the mirror opens")).head().expect("it has a head").size
    }

    fn remarks(&mut self, dies: bool) {
        let Some((title, paper)) = self.any_paper() else { return };
        let level = 1 - paper.level;
        let decision = remarked(LEVELS[level]);
        let what = format!("remarks {title} {}", LEVELS[level]);
        match self.let_do("rik", dies, &what, |session| session.reclassify(&paper.id, &decision).map_err(Failed::Vault))
        {
            Came::Done(_) => {
                self.oracle.papers.insert(title, Filed { level, ..paper });
            }
            Came::Refused(error) => {
                assert!(self.is_behind(station_of("rik")), "rik may give {title} another marking: {error:?}");
            }
            Came::Unknown => {}
        }
    }

    fn changes_clearance(&mut self, dies: bool) {
        let officer = self.pick(&READERS);
        let before = self.oracle.of(officer).cleared;
        let level = self.roll(2);
        let what = format!("clears {officer} {before:?} {level}");
        let done = self.let_do("ada", dies, &what, |session| {
            let done = match before {
                Some(_) => session.withdraw_clearance(&id(officer), "BEL", "simulation").map(|()| None),
                None => grant(session, officer, LEVELS[level]).map(|()| Some(level)),
            };
            done.map_err(Failed::Vault)
        });
        match done {
            Came::Done(cleared) => self.oracle.rights.entry(officer).or_default().cleared = cleared,
            Came::Refused(error) => panic!("ada may: {error:?}"),
            Came::Unknown => {}
        }
    }

    fn changes_members(&mut self, dies: bool) {
        let officer = self.pick(&READERS);
        let member = self.oracle.of(officer).member;
        let done = self.let_do("ada", dies, &format!("member {officer} {member}"), |session| {
            let done = if member {
                session.remove_member(&dossier(), &id(officer), "simulation").map(drop)
            } else {
                session.add_member(&dossier(), &id(officer), None, "simulation")
            };
            done.map_err(Failed::Vault)
        });
        match done {
            Came::Done(()) => self.oracle.rights.entry(officer).or_default().member = !member,
            Came::Refused(error) => panic!("ada may: {error:?}"),
            Came::Unknown => {}
        }
    }

    /// What was given up arrives at the server after all. What it does to the log is as if it had arrived at once.
    fn late_messages_arrive(&mut self) {
        if self.servers.late_messages_arrive() {
            self.tell("something late counted".to_owned());
            self.counts.late += 1;
            self.is_settled();
        }
    }

    /// After something of which nobody knows what became of it: the next sessions settle what was left, and say what it is.
    fn is_settled(&mut self) {
        self.undisturbed(|world| {
            let mut ada = world.unlock("ada").expect("ada unlocks");
            let mut rik = world.unlock("rik").expect("rik unlocks");
            assert_eq!(
                world.servers.objects().left_over().expect("the store says what is left"),
                [],
                "nothing is left"
            );
            let rows = rik.list(&DocumentFilter { limit: 1000, ..DocumentFilter::default() }).expect("listed").rows;
            let level = |row: &DocumentRow| usize::from(row.banner.level == Level::Secret);
            world
                .oracle
                .settle(rows.into_iter().map(|row| (row.title.clone(), Filed { level: level(&row), id: row.id })));
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
                world.oracle.rights.insert(officer, Rights { cleared, member });
            }
            world.each_object_is_a_documents();
        });
    }

    /// As many objects as documents; that each opens, [`World::is_whole`] shows.
    fn each_object_is_a_documents(&self) {
        let objects = self.servers.objects().list(None, 10_000).expect("the objects are listed");
        assert_eq!(objects.len(), self.oracle.papers.len(), "objects and documents are in step");
    }

    /// A server that lies is found out, nothing is overwritten here, and the truth is taken again.
    fn a_lie_is_found(&mut self) {
        self.sessions.clear();
        let station = 1 + self.roll(STATIONS - 1);
        let officer = if station == 1 { "rik" } else { "bea" };
        self.undisturbed(|world| {
            drop(world.unlock(officer).expect("the officer unlocks"));
            let known = world.mirrored(station);
            let kind = world.roll(5);
            if kind == 4 {
                return world.a_withheld_object_is_missed();
            }
            // Somebody elsewhere goes on: the workstation has not heard of it yet.
            drop(world.unlock("ada").expect("ada unlocks"));
            let mut ada = world.unlock("ada").expect("ada unlocks");
            let _ = ada.add_member(&dossier(), &id("carl"), None, "simulation");
            drop(ada);
            let now = size(world.servers.log(Access::ReadOnly));
            assert!(now > known, "there is something new");
            let mut truth = None;
            match kind {
                0 => world.servers.set_lie(Some(Lie::EndsAt(known - 1))),
                1 => world.servers.set_lie(Some(Lie::Alters(known))),
                2 => truth = Some(world.servers.put_back(super::servers::of_another_vault())),
                _ => truth = Some(world.servers.put_back(world.forked(known))),
            }
            let error = world.unlock(officer).map(|mut session| session.list(&DocumentFilter::default()).map(drop));
            let error = error.and_then(|listed| listed).expect_err("the lie is found");
            world.tell(format!("lie {kind} is found: {}", error.code()));
            assert_eq!(error.exit(), ExitClass::Integrity, "lie {kind}: {error:?}");
            assert_eq!(world.mirrored(station), known, "nothing is overwritten");
            world.servers.set_lie(None);
            if let Some(truth) = truth {
                world.servers.put_back(truth);
            }
            world.counts.lies += 1;
            drop(world.unlock(officer).expect("the officer unlocks again"));
        });
        self.is_settled();
    }

    /// A bucket that says that there is no object: who opens the document is told that it is gone.
    fn a_withheld_object_is_missed(&mut self) {
        let Some(paper) = self.oracle.papers.values().next().map(|paper| paper.id.clone()) else { return };
        let mut rik = self.unlock("rik").expect("rik unlocks");
        self.servers.set_lie(Some(Lie::Withholds));
        let Err(Failed::Vault(error)) = try_read(&mut rik, &paper) else { panic!("what is withheld was read") };
        self.tell(format!("lie 4 is found: {}", error.code()));
        assert_eq!(error.exit(), ExitClass::Integrity, "{error:?}");
        self.servers.set_lie(None);
        assert!(try_read(&mut rik, &paper).is_ok(), "it was there all the time");
        self.counts.lies += 1;
        self.counts.withheld += 1;
    }

    /// A log that went on differently before what a workstation knows: one entry fewer, and then another.
    fn forked(&self, known: u64) -> MemoryLog {
        let log = self.servers.log(Access::ReadOnly);
        let view = log.view().expect("the log is there");
        let copy = MemoryLog::new(log.vault().clone());
        let mut ledger = Ledger::on(Box::new(copy.with_access(Access::ReadWrite)));
        let short = Ledger::on(Box::new(log.with_access(Access::ReadOnly)));
        let mut position = ledger::Position::start();
        while position.size() < known - 1 {
            let left = usize::try_from(known - 1 - position.size()).expect("few");
            position = short.follow_to(&mut ledger, &position, left).expect("it is copied");
        }
        drop(view);
        // Somebody works on with what was put back.
        let evil = Arc::new(Servers::new(copy.with_access(Access::ReadWrite)));
        let quiet = Arc::new(Network::new(0));
        quiet.set_troubled(false);
        let temp = super::cast::folder();
        Model::of_all().copy_to(&temp.path().join("vault"));
        let folder = WorkstationFolder::open(&temp.path().join("vault")).expect("the folder is there");
        let way = Way::new(0, evil, quiet);
        let (here, root, wire) = (folder.clone(), folder.root().clone(), way.clone());
        let stores = folder.stores(Arc::new(Bucket(way)), move |access| {
            let (here, wire) = (here.clone(), wire.clone());
            let there = move |access| Ok(Box::new(Wire::open(&wire, access)?) as Box<dyn LogStore>);
            let mirror = Mirror::following(
                move |access| here.log(access),
                root.clone(),
                Arc::new(there),
                Pace::ALWAYS,
                access,
                Arc::new(|| 0),
            )?;
            Ok(Box::new(mirror) as Box<dyn LogStore>)
        });
        let vault = Vault::open_in(stores, self.clock.told()).expect("the vault opens").with_work_factor(weak());
        let mut ada = vault.unlock(&id("ada"), &phrase()).expect("ada unlocks there");
        for _ in 0..2 {
            let _ = ada.remove_member(&dossier(), &id("carl"), "simulation");
            let _ = ada.add_member(&dossier(), &id("carl"), None, "simulation");
        }
        drop(ada);
        assert!(size(copy.with_access(Access::ReadOnly)) > known, "it went on");
        copy
    }

    /// The log verifies everywhere and is the same, each document opens with its own bytes for those who may read it and for nobody
    /// else.
    fn is_whole(&mut self) {
        self.sessions.clear();
        self.late_messages_arrive();
        self.is_settled();
        self.undisturbed(|world| {
            // Holders deliver what is to be delivered; what nobody holds comes from custody, once it is asked for.
            for officer in READERS.into_iter().chain(["ada", "rik"]) {
                drop(world.unlock(officer).expect("the officer unlocks"));
            }
            for officer in READERS.into_iter().chain(["rik"]) {
                let mut ada = world.unlock("ada").expect("ada unlocks");
                match ada.request_custody(&CustodyFor::Officer(id(officer)), "nobody else has it") {
                    Ok(request) => {
                        ada.give_assent(&request).expect("ada says yes");
                        assert_eq!(ada.carry_out_custody(&request).expect("carried out").delivered.len(), 1);
                    }
                    Err(error) => assert_eq!(error.reasons()[0].code, "nothing_in_custody", "{error:?}"),
                }
            }
            world.each_object_is_a_documents();
            for officer in READERS.into_iter().chain(["rik", "ada"]) {
                let mut session = world.unlock(officer).expect("the officer unlocks");
                for (title, paper) in &world.oracle.papers {
                    let may = world.oracle.reads(officer, paper.level);
                    match try_read(&mut session, &paper.id) {
                        Ok(bytes) => world.oracle.opened(officer, may, title, &bytes),
                        Err(error) => assert!(!may, "{officer} may read {title}: {error:?}"),
                    }
                }
                let filter = DocumentFilter { limit: 1000, ..DocumentFilter::default() };
                let rows = session.list(&filter).expect("listed").rows;
                let titles: BTreeSet<String> = rows.into_iter().map(|row| row.title).collect();
                assert_eq!(titles, world.oracle.listed(officer), "{officer} lists what he may");
            }
            let whole = Ledger::on(Box::new(world.servers.log(Access::ReadOnly))).verify().expect("the log is whole");
            for station in 0..STATIONS {
                drop(world.unlock(["ada", "rik", "bea"][station]).expect("the officer unlocks"));
                world.vault(station, None).verify().expect("the mirror is whole");
                let folder = WorkstationFolder::open(&world.stations[station].0.path().join("vault")).expect("there");
                let mirror = Ledger::on(folder.log(Access::ReadOnly).expect("the mirror opens"));
                mirror.in_common_with(&Ledger::on(Box::new(world.servers.log(Access::ReadOnly)))).map_or_else(
                    |error| panic!("workstation {station}: {error:?}"),
                    |common| assert!(common >= whole.size, "workstation {station} has the same log"),
                );
            }
        });
    }
}

/// Why something was not done.
#[derive(Debug)]
enum Failed {
    Vault(Error),
    /// A document was opened, and not all of it came.
    Reading,
}

/// Whether an error is an answer, and not the want of one.
fn decides(error: &Error) -> bool {
    let unknown_here = matches!(error, Error::NotFound { .. });
    unknown_here || error.exit() == ExitClass::Denied
}

fn try_read(session: &mut Session, document: &DocumentId) -> Result<Vec<u8>, Failed> {
    let mut opened = session.open_document(document, "simulation").map_err(Failed::Vault)?;
    let mut bytes = Vec::new();
    opened.read_to_end(&mut bytes).map_err(|_| Failed::Reading)?;
    Ok(bytes)
}

fn size(log: MemoryLog) -> u64 {
    Ledger::on(Box::new(log)).head().expect("it has a head").size
}

/// The log of a folder, as it is on the server after it was published.
fn published(folder: &WorkstationFolder) -> MemoryLog {
    let here = Ledger::on(folder.log(Access::ReadOnly).expect("the log opens"));
    let log = MemoryLog::new(here.vault().clone());
    let mut there = Ledger::on(Box::new(log.with_access(Access::ReadWrite)));
    here.copy_to(&mut there, &here.head().expect("it has a head"), &mut |_| ()).expect("it is copied");
    log
}

fn run(seed: u64, told: &Told) -> World {
    let mut world = World::new(seed, told.clone());
    let deeds = std::env::var("ZEGEL_DEEDS").map_or(DEEDS, |deeds| deeds.parse().expect("a number"));
    for _ in 0..deeds {
        world.happens();
    }
    world.a_lie_is_found();
    world.is_whole();
    world
}

#[test]
fn shared_vaults_are_whole_whatever_is_lost_and_whichever_process_dies_or_server_lies() {
    each_seed(SEEDS, FAILED, run, |world| {
        let ([lost, unanswered, late], counts) = (world.network.failures(), &world.counts);
        vec![
            ("documents that were filed", counts.filed),
            ("documents that were opened", counts.opened),
            ("refusals", counts.refused),
            ("deaths", counts.deaths),
            ("outcomes that nobody knew", counts.unknown),
            ("refused without a server", counts.offline),
            ("given up, and counted all the same", counts.late),
            ("lies that were found", counts.lies),
            ("objects that were withheld", counts.withheld),
            ("messages that were lost", lost),
            ("answers that were lost", unanswered),
            ("messages that came late", late),
        ]
    });
}

#[test]
fn a_seed_gives_the_same_again() {
    let told = |seed| {
        let told = Arc::default();
        drop(run(seed, &told));
        let told: Vec<String> = told.lock().expect("nobody panics").clone();
        told
    };
    assert_eq!(told(7), told(7));
    assert_ne!(told(7), told(8));
}

//! Messages that arrive after others, step by step: the network follows a script.
//! Each test shows as well what becomes of a document without what keeps it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use objects::ObjectStore as _;
use remote::Pace;
use vault::*;

use super::bucket::LATE;
use super::cast::*;
use super::deeds::try_read;
use super::network::{Fate, Network, Script};
use super::servers::{Servers, Way, Without};
use super::simulation::published;
use super::stations::stores;

struct Scene {
    stations: Vec<(tempfile::TempDir, Way)>,
    servers: Arc<Servers>,
    network: Arc<Network>,
    clock: Hand,
}

impl Scene {
    fn new(without: Without) -> Scene {
        let published = published(&WorkstationFolder::open(&Model::of_all().folder()).expect("the model is there"));
        let (clock, network) = (Hand::at(testkit::FOUNDED), Arc::new(Network::scripted()));
        let servers = Arc::new(Servers::new(published, clock.clone()));
        let stations = (0..STATIONS).map(|station| {
            let temp = folder();
            Model::of_all().copy_to(&temp.path().join("vault"));
            (temp, Way::new(station, servers.clone(), network.clone()).without(without))
        });
        let stations = stations.collect();
        Scene { stations, servers, network, clock }
    }

    /// In a process of its own.
    fn unlock(&self, officer: &str, pace: Pace) -> Session {
        let (temp, way) = &self.stations[station_of(officer)];
        let folder = WorkstationFolder::open(&temp.path().join("vault")).expect("the folder is there");
        let stores = stores(&folder, way.of_another_process(), pace);
        let vault = Vault::open_in(stores, self.clock.told()).expect("the vault opens").with_work_factor(weak());
        vault.unlock(&id(officer), &phrase()).expect("the officer unlocks")
    }

    /// Follows the script as long as `what` goes on.
    fn under<T>(&self, script: Script, what: impl FnOnce() -> T) -> T {
        self.network.set_script(Some(script));
        let came = what();
        self.network.set_script(None);
        came
    }

    fn objects(&self) -> usize {
        self.servers.objects.list(None, 100).expect("they are listed").len()
    }
}

fn files(session: &mut Session, title: &str, level: &str) -> Result<DocumentId, String> {
    let filed = session.file_document(paper(title, level), &mut |_| Flow::Continue);
    filed.map(|filed| filed.id).map_err(|failed| failed.code().to_owned())
}

/// Whether it is so for the first time.
fn first(flag: &AtomicBool) -> bool {
    !flag.swap(true, Ordering::SeqCst)
}

fn is(flag: &AtomicBool) -> bool {
    flag.load(Ordering::SeqCst)
}

/// An object was put by the second of two messages, and taken back, because its dossier was closed meanwhile; then the first one comes.
/// How many objects there are then, and after the next collection.
fn comes_after_it_was_taken_back(without: Without) -> (Scene, [usize; 2]) {
    let scene = Scene::new(without);
    let mut rik = scene.unlock("rik", Pace::ALWAYS);
    let elsewhere = Mutex::new(scene.unlock("rik", Pace::ALWAYS));
    let (put, closed) = (AtomicBool::new(false), AtomicBool::new(false));
    let script: Script = Arc::new(move |_, what| match what {
        "put" if first(&put) => Some(Fate::Late),
        "append" if is(&put) && first(&closed) => {
            let mut rik = elsewhere.lock().expect("nobody panics");
            rik.change_dossier(&dossier(), DossierStatus::Closed, "it is done").expect("he keeps it");
            None
        }
        _ => None,
    });
    let refused = scene.under(script, || files(&mut rik, "too late", "SECRET"));
    assert_eq!(refused, Err("denied".to_owned()), "the dossier takes nothing more");
    assert_eq!(scene.objects(), 0, "it was taken back");
    scene.servers.all_arrive(|| 0);
    let came = scene.objects();
    drop(scene.unlock("ada", Pace::ALWAYS));
    let left = scene.objects();
    (scene, [came, left])
}

#[test]
fn what_comes_after_its_batch_was_taken_back_is_removed_also_where_it_was_answered_once() {
    let (scene, counts) = comes_after_it_was_taken_back(Without::default());
    assert_eq!(counts, [1, 0]);
    // Nothing waits for it for ever.
    assert_eq!(scene.servers.objects.left_over().expect("it says").len(), 1, "where one came, more may come");
    scene.clock.seconds(LATE);
    drop(scene.unlock("ada", Pace::ALWAYS));
    assert_eq!(scene.servers.objects.left_over().expect("it says"), []);
    let uncounted = Without { unanswered: true, ..Without::default() };
    assert_eq!(comes_after_it_was_taken_back(uncounted).1, [1, 1], "nothing names it any more");
}

/// A key is renewed while rik files, so that what he has put is taken back, by two messages of which the first comes late. What came of it,
/// and whether the document is there.
fn is_taken_back_twice(without: Without) -> (Result<(), String>, bool) {
    let scene = Scene::new(without);
    let mut ada = scene.unlock("ada", Pace::ALWAYS);
    grant(&mut ada, "bea", "CONFIDENTIEL").expect("ada grants the clearance");
    ada.add_member(&dossier(), &id("bea"), None, "scripted").expect("ada adds bea");
    let mut rik = scene.unlock("rik", Pace::ALWAYS);
    files(&mut rik, "known to bea", "CONFIDENTIEL").expect("he files");
    drop(scene.unlock("rik", Pace::ALWAYS));
    drop(scene.unlock("bea", Pace::ALWAYS));
    let (put, removed, renewed) = (AtomicBool::new(false), AtomicBool::new(false), AtomicBool::new(false));
    let ada = Mutex::new(ada);
    let script: Script = Arc::new(move |_, what| match what {
        "put" => {
            put.store(true, Ordering::SeqCst);
            None
        }
        "append" if is(&put) && first(&renewed) => {
            let mut ada = ada.lock().expect("nobody panics");
            ada.remove_member(&dossier(), &id("bea"), "scripted").expect("ada takes her off the list");
            None
        }
        "remove" if is(&renewed) && first(&removed) => Some(Fate::Late),
        _ => None,
    });
    let filed = scene.under(script, || files(&mut rik, "for others", "CONFIDENTIEL"));
    scene.servers.all_arrive(|| 0);
    let is_there = filed.as_ref().is_ok_and(|document| try_read(&mut rik, document).is_ok());
    (filed.map(drop), is_there)
}

#[test]
fn nothing_is_put_under_a_name_that_may_yet_be_removed() {
    assert_eq!(is_taken_back_twice(Without::default()), (Err("busy".to_owned()), false));
    let uncounted = Without { unanswered: true, ..Without::default() };
    assert_eq!(is_taken_back_twice(uncounted), (Ok(()), false), "it was filed, and is gone");
}

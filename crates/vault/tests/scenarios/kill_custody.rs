//! A use of custody whose process is killed: at each step, and at any moment. The next goes on from there.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use vault::*;

use super::custody::of_three;
use super::house::*;

const DIR: &str = "ZEGEL_TEST_CUSTODY_VAULT";
const OFFICER: &str = "ZEGEL_TEST_OFFICER";
/// What he does: it is asked for, agreed to, or carried out.
const DEED: &str = "ZEGEL_TEST_DEED";
/// The request that he answers or carries out.
const REQUEST: &str = "ZEGEL_TEST_REQUEST";
/// After how many steps of it the process dies.
const STEPS: &str = "ZEGEL_TEST_STEPS";
/// The file that it makes once it has begun.
const BEGUN: &str = "ZEGEL_TEST_BEGUN";

/// Each look at the clock and each draw of chance is a step: between them lies what is written.
struct Steps(AtomicU64);

impl Steps {
    fn take(&self) {
        let left = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        if left.is_err() {
            // As by power loss: no destructor runs.
            let _ = Command::new("kill").args(["-9", &std::process::id().to_string()]).status();
            std::thread::sleep(Duration::from_secs(10));
        }
    }
}

struct Chance(Arc<Steps>);

impl Randomness for Chance {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.take();
        SystemRandomness.fill(bytes);
    }
}

fn process(house: &House, (officer, deed): (&str, &str), request: Option<&AssentId>, steps: u64) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
    command
        .args(["--exact", "--nocapture", "kill_custody::a_process_that_uses_custody"])
        .env(DIR, &house.dir)
        .env(OFFICER, officer)
        .env(DEED, deed)
        .env(REQUEST, request.map(AssentId::as_str).unwrap_or_default())
        .env(STEPS, steps.to_string())
        .env(BEGUN, begun(house))
        .stdout(Stdio::null());
    command
}

fn begun(house: &House) -> PathBuf {
    house.dir.with_extension("begun")
}

/// What such a process does. Run as a test like the others, it does nothing.
#[test]
fn a_process_that_uses_custody() {
    let Ok(dir) = std::env::var(DIR) else { return };
    let told = |name| std::env::var(name).expect("the parent says it");
    let steps = Arc::new(Steps(AtomicU64::new(u64::MAX)));
    let (clock, of_clock) = (Hand::at(testkit::FOUNDED).told(), steps.clone());
    let clock = move || {
        of_clock.take();
        clock.now()
    };
    let vault = Vault::open(Path::new(&dir), Arc::new(clock)).expect("the vault opens");
    let vault = vault.with_randomness(Arc::new(Chance(steps.clone())));
    let mut session = vault.unlock(&id(&told(OFFICER)), &phrase()).expect("the officer unlocks");
    let request = || AssentId::parse(&told(REQUEST)).expect("of the form of an id");
    std::fs::write(told(BEGUN), b"").expect("the file is made");
    steps.0.store(told(STEPS).parse().expect("it is a number"), Ordering::SeqCst);
    match told(DEED).as_str() {
        "ask" => drop(session.request_custody(&CustodyFor::Officer(id("bea")), "the tip may not wait").expect("asked")),
        "agree" => drop(session.give_assent(&request()).expect("the officer says yes")),
        _ => drop(session.carry_out_custody(&request()).expect("the officer carries it out")),
    }
    // What comes after it is no step of it.
    steps.0.store(u64::MAX, Ordering::SeqCst);
}

fn uses(house: &House) -> Vec<CustodyRequestView> {
    house.unlock("otto").custody().expect("otto sees custody").requests
}

/// The steps of a use: who does what, and whether it is done.
type Step = (&'static str, &'static str, fn(&[CustodyRequestView]) -> bool);

const USE: [Step; 4] = [
    ("sam", "ask", |uses| uses.len() == 1),
    ("rik", "agree", |uses| uses[0].given.len() == 1),
    ("kim", "agree", |uses| uses[0].status == CustodyStatus::Granted),
    ("sam", "carry out", |uses| uses[0].status == CustodyStatus::CarriedOut),
];

/// Bea reads what nobody else could give her, and it was once.
fn was_carried_out_once(house: &House, tip: &DocumentId) {
    assert_eq!(read(&mut house.unlock("bea"), tip), b"the bytes of Tip");
    let request = uses(house).remove(0).request;
    let again = house.unlock("sam").carry_out_custody(&request).expect_err("refused");
    assert_eq!(codes(&again), ["custody_used_twice"]);
    assert_eq!(uses(house).len(), 1);
}

#[test]
fn a_use_of_custody_whose_process_is_killed_at_each_step_goes_on_and_is_carried_out_once() {
    let (house, tip) = of_three();
    let mut request = None;
    for (officer, deed, is_done) in USE {
        for steps in 0.. {
            let status = process(&house, (officer, deed), request.as_ref(), steps).status().expect("the program runs");
            house.open().verify().expect("the log is whole");
            let mut uses = uses(&house);
            if is_done(&uses) {
                assert!(steps > 0, "{officer}: {deed}");
                request = uses.pop().map(|one| one.request);
                break;
            }
            assert!(!status.success(), "{deed}: what nobody killed is done");
        }
        let reads = try_read(&mut house.unlock("bea"), &tip.id).is_ok();
        assert_eq!(reads, deed == "carry out", "{officer}: {deed}");
    }
    was_carried_out_once(&house, &tip.id);
}

#[test]
fn a_use_of_custody_whose_process_is_killed_at_any_moment_goes_on_and_is_carried_out_once() {
    let (house, tip) = of_three();
    let mut request = None;
    for (officer, deed, is_done) in USE {
        for pause in 0.. {
            let _ = std::fs::remove_file(begun(&house));
            let mut process = process(&house, (officer, deed), request.as_ref(), u64::MAX).spawn().expect("it starts");
            when_begun(&house, &mut process);
            std::thread::sleep(Duration::from_millis(2 * pause));
            let _ = process.kill();
            process.wait().expect("the program ends");
            house.open().verify().expect("the log is whole");
            let mut uses = uses(&house);
            if is_done(&uses) {
                request = uses.pop().map(|one| one.request);
                break;
            }
        }
    }
    was_carried_out_once(&house, &tip.id);
}

/// Waits for it: how long that takes depends on the machine.
fn when_begun(house: &House, process: &mut Child) {
    for _ in 0..6_000 {
        if begun(house).exists() || process.try_wait().expect("it is there").is_some() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

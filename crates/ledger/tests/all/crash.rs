//! Processes that are killed, and processes that compete. The children are this test binary, told by the environment.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use ledger::{Access, Draft, Error, Ledger, Position};
use seal::Weight;

use crate::world::*;

const LOG: &str = "ZEGEL_TEST_LEDGER";
const HOW_MANY: &str = "ZEGEL_TEST_HOW_MANY";

fn child(path: &Path, how_many: u64) -> Child {
    Command::new(std::env::current_exe().expect("this program has a path"))
        .args(["--exact", "crash::a_child_appends", "--nocapture"])
        .env(LOG, path)
        .env(HOW_MANY, how_many.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// What a child does: append, and say so once it is recorded. Run as a test like the others, it does nothing.
#[test]
fn a_child_appends() {
    let Some(path) = std::env::var_os(LOG) else { return };
    let how_many: u64 = std::env::var(HOW_MANY).expect("the parent says it").parse().expect("it is a number");
    let mut ledger = Ledger::open(Path::new(&path), Access::ReadWrite).expect("the log opens");
    let (me, mut position, mut n) = (signer(1), Position::start(), 0);
    while n < how_many {
        position = read_all(&ledger, &position).expect("the log is whole").1;
        // Small and large, alone and in batches, so that journals of all sizes are cut off.
        let drafts = (0..1 + n % 5).map(|k| {
            let weight = if k == 0 { Weight::Dual } else { Weight::Single };
            (Draft::new(weight).part("common/1", vec![n as u8; 1 << (n % 17)]), ())
        });
        match ledger.append_all(&position.head(), &me, T0, drafts.collect()) {
            Ok(recorded) => println!("\nrecorded {}", recorded.last().expect("one was appended").index()),
            Err(Error::Moved(_)) => continue,
            Err(error) => panic!("{error}"),
        }
        n += 1;
    }
}

#[test]
fn a_log_whose_writer_was_killed_is_whole_and_has_all_that_was_recorded() {
    let world = World::new();
    let mut cut_off = 0;
    for round in 0..12u64 {
        let mut writer = child(&world.path, u64::MAX);
        let output = BufReader::new(writer.stdout.take().expect("it is piped"));
        let (send, told) = std::sync::mpsc::channel();
        let listener = std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if let Some(index) = line.strip_prefix("recorded ") {
                    send.send(index.parse::<u64>().expect("it is a number")).expect("somebody listens");
                }
            }
        });
        let mut last = told.recv().expect("the writer is heard");
        std::thread::sleep(Duration::from_millis(10 + round * 13 % 60));
        writer.kill().expect("the program is stopped"); // SIGKILL
        writer.wait().expect("the program ends");
        listener.join().expect("the thread does not panic");
        last = told.try_iter().last().unwrap_or(last);
        cut_off +=
            u64::from(fs::exists(world.dir.path().join("ledger.sqlite-journal")).expect("its folder can be asked"));
        let entries = world.verify().expect("the log is whole");
        assert!(entries.len() as u64 > last, "entry {last} was recorded and is gone");
        add(&mut world.open(), &world.signer, vec![numbered(1)]);
    }
    println!("{cut_off} of 12 were killed in the middle of a write");
}

#[test]
fn two_processes_appending_at_once_lose_nothing() {
    let world = World::new();
    let mut writers = [child(&world.path, 40), child(&world.path, 40)];
    for writer in &mut writers {
        assert!(writer.wait().expect("the program ends").success());
    }
    // 40 times one to five entries each, and the first entry.
    assert_eq!(world.verify().expect("the log is whole").len(), 1 + 2 * (40 * 3));
}

#[test]
fn a_write_that_was_cut_off_is_put_right_by_the_next_writer_and_not_by_a_reader() {
    let world = World::of(30);
    let broken = world.dir.path().join("broken.sqlite");
    let connection = rusqlite::Connection::open(&world.path).expect("the log is a database");
    // A cache of a few pages: they go to the file, and to the journal, long before any commit.
    connection
        .execute_batch("PRAGMA cache_size = 3; PRAGMA synchronous = FULL; BEGIN IMMEDIATE")
        .expect("the database does as it is told");
    for position in 30..400 {
        put(&connection, position, &[1; 3000], &[2; 64]);
    }
    fs::copy(&world.path, &broken).expect("the log is copied");
    fs::copy(world.dir.path().join("ledger.sqlite-journal"), world.dir.path().join("broken.sqlite-journal"))
        .expect("the log is copied");
    drop(connection);
    let refused = Ledger::open(&broken, Access::ReadOnly).map(drop).expect_err("the log is cut short");
    assert!(matches!(refused, Error::Unfinished), "{refused:?}");
    assert_eq!(Ledger::open(&broken, Access::ReadWrite).expect("the log opens").verify().expect("whole").size, 30);
    assert_eq!(Ledger::open(&broken, Access::ReadOnly).expect("the log opens").verify().expect("whole").size, 30);
}

#[test]
fn a_log_that_another_process_keeps_locked_is_busy_and_not_broken() {
    let world = World::of(3);
    let other = rusqlite::Connection::open(&world.path).expect("the log is a database");
    other.execute_batch("BEGIN EXCLUSIVE").expect("the database does as it is told");
    let opened = Ledger::open_with_patience(&world.path, Access::ReadWrite, Duration::from_millis(50)).map(drop);
    assert!(matches!(opened, Err(Error::Busy)), "{opened:?}");
    drop(other);
    assert_eq!(world.verify().expect("the log is whole").len(), 3);
}

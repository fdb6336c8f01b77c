//! The end of the program.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::fixture::Fixture;

#[test]
fn the_end_waits_until_what_was_being_written_has_stopped() {
    let fixture = Fixture::unlocked();
    let visit = fixture.shell.visit().expect("anna is at the window");
    let [begun, stopped] = [(); 2].map(|()| Arc::new(AtomicBool::new(false)));
    let (here, begins, stops) = (fixture.shell.clone(), Arc::clone(&begun), Arc::clone(&stopped));
    tauri::async_runtime::spawn(async move {
        let writing = move || {
            begins.store(true, Ordering::SeqCst);
            while visit.goes_on() {
                std::thread::sleep(Duration::from_millis(1));
            }
            // What was begun is taken away.
            std::thread::sleep(Duration::from_millis(80));
            stops.store(true, Ordering::SeqCst);
            Ok(())
        };
        here.blocking(writing).await
    });
    while !begun.load(Ordering::SeqCst) {
        std::thread::sleep(Duration::from_millis(1));
    }
    fixture.shell.leave();
    assert!(stopped.load(Ordering::SeqCst), "the program would have ended amid it");
    assert!(fixture.shell.visit().is_none());
}

//! Locks before the machine sleeps, and when the desktop locks its screen.
//!
//! Through logind on the system bus, which is local. Where there is none, the two clocks of `presence` notice sleep
//! afterwards.

use std::cell::RefCell;
use std::rc::Rc;

use gio::prelude::*;
use gio::{BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, UnixFDList};
use gtk::glib::VariantTy;

use crate::events::LockedBecause;
use crate::shell::Shell;

const LOGIND: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const MILLISECONDS: i32 = 2_000;

/// Locks the shell on each `PrepareForSleep` and `Lock` signal, for as long as the connection that it gives back is
/// kept. To be called on the main thread, which hears them.
pub fn lock_on_sleep(shell: &Shell) -> Option<DBusConnection> {
    let bus = gio::bus_get_sync(BusType::System, Cancellable::NONE).ok()?;
    let hold = Rc::new(RefCell::new(hold_sleep(&bus)));
    let sleeper = shell.clone();
    bus.signal_subscribe(
        Some(LOGIND),
        Some(MANAGER),
        Some("PrepareForSleep"),
        Some(PATH),
        None,
        DBusSignalFlags::NONE,
        move |bus, _, _, _, _, about| {
            let going_to_sleep = about.child_value(0).get::<bool>().unwrap_or(true);
            if going_to_sleep {
                sleeper.lock(LockedBecause::Suspend);
                // Dropping what holds sleep back lets the machine go on.
                hold.replace(None);
            } else {
                hold.replace(hold_sleep(bus));
            }
        },
    );
    let locker = shell.clone();
    bus.signal_subscribe(
        Some(LOGIND),
        Some(SESSION),
        Some("Lock"),
        None,
        None,
        DBusSignalFlags::NONE,
        move |_, _, _, _, _, _| locker.lock(LockedBecause::Suspend),
    );
    Some(bus)
}

/// Asks logind to wait with sleeping until the vault is locked. Sleep is held back until this is dropped, or for as
/// long as logind allows (5 seconds).
fn hold_sleep(bus: &DBusConnection) -> Option<UnixFDList> {
    let asked = ("sleep", "Zegel", "locks the vault", "delay").to_variant();
    bus.call_with_unix_fd_list_sync(
        Some(LOGIND),
        PATH,
        MANAGER,
        "Inhibit",
        Some(&asked),
        VariantTy::new("(h)").ok(),
        DBusCallFlags::NONE,
        MILLISECONDS,
        UnixFDList::NONE,
        Cancellable::NONE,
    )
    .ok()
    .map(|(_, files)| files)
}

//! The PIN of the officer at the window: it counts after the window has locked itself because nothing happened, and then alone.
//!
//! Owner of the rule when it ends: with any other lock (by hand, sleep, a failure), with the program, with the passphrase of
//! the next one who unlocks, with three wrong tries, and some hours after the passphrase was typed.

use std::time::Duration;

use serde::Serialize;
use specta::Type;
use vault::{ExitClass, KeptIdentity, Passphrase, Session};

use super::{Shell, Visit};
use crate::events::LockedBecause;
use crate::held;
use crate::presence::Uptime;
use crate::problem::Problem;

/// So long after the passphrase was typed a PIN counts: a working day, whatever the machine did meanwhile.
const GOOD_FOR: Duration = Duration::from_secs(10 * 60 * 60);

/// A PIN that was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PinView {
    /// Whose it is.
    pub officer: String,
    /// How many tries are left before the passphrase is needed.
    pub left: u8,
    /// It unlocks now.
    pub counts: bool,
}

/// Where the PIN of a window is.
#[derive(Default)]
pub(super) enum PinState {
    #[default]
    Nowhere,
    Set(Pin),
    /// The caller who unlocks with it has it; one who takes it away meanwhile has taken it away.
    InUse,
}

/// What unlocks with a PIN, and since when.
pub(super) struct Pin {
    kept: KeptIdentity,
    since: Uptime,
}

impl Pin {
    /// Whether its time is over.
    fn is_over(&self) -> bool {
        Uptime::now().with_sleep.saturating_sub(self.since.with_sleep) >= GOOD_FOR
    }
}

impl Shell {
    /// Sets a PIN for the officer at the window; another takes the place of the one before.
    ///
    /// # Errors
    /// Those of [`Session::keep_under_pin`].
    pub fn set_pin(
        &self,
        session: &mut Session,
        visit: &Visit,
        passphrase: &Passphrase,
        pin: &Passphrase,
    ) -> Result<(), Problem> {
        let kept = session.keep_under_pin(passphrase, pin)?;
        let mut place = held(&self.0.pin);
        // A lock that came meanwhile has looked there already, or looks next.
        if visit.goes_on() {
            *place = PinState::Set(Pin { kept, since: Uptime::now() });
        }
        Ok(())
    }

    /// From now on the passphrase is needed.
    pub fn forget_pin(&self) {
        *held(&self.0.pin) = PinState::Nowhere;
    }

    /// The PIN that is set, if there is one whose time is not over.
    pub fn pin(&self) -> Option<PinView> {
        let locked = self.visit().is_none() && self.locked_because() == LockedBecause::Idle;
        let mut place = held(&self.0.pin);
        let PinState::Set(Pin { kept, .. }) = &*place else { return None };
        let view = PinView { officer: kept.officer().to_string(), left: kept.left(), counts: locked };
        if matches!(&*place, PinState::Set(pin) if pin.is_over()) {
            *place = PinState::Nowhere;
            return None;
        }
        Some(view)
    }

    /// Unlocks with the PIN of the officer who was here when the window locked itself, and has a look at the new session.
    ///
    /// # Errors
    /// `pin_gone` where none counts; those of [`vault::Vault::unlock_with_pin`].
    pub fn unlock_with_pin<T>(
        &self,
        pin: &Passphrase,
        look: impl FnOnce(&mut Session) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        if !self.pin().is_some_and(|pin| pin.counts) {
            return Err(vault::Error::PinGone.into());
        }
        let PinState::Set(mut set) = std::mem::replace(&mut *held(&self.0.pin), PinState::InUse) else {
            self.forget_pin();
            return Err(vault::Error::PinGone.into());
        };
        let officer = set.kept.officer().clone();
        let unlocked = self.0.vault.unlock_with_pin(&mut set.kept, pin, &mut |step| self.tell(step));
        // What may be otherwise the next time leaves the tries that are left; whatever else there is, the passphrase tells.
        let stays = match &unlocked {
            Ok(_) => true,
            Err(vault::Error::WrongPin { left }) => *left > 0,
            Err(vault::Error::Wait { .. }) => true,
            Err(error) => error.exit() == ExitClass::Failed,
        };
        let mut place = held(&self.0.pin);
        let taken = !matches!(*place, PinState::InUse);
        if !taken {
            *place = if stays { PinState::Set(set) } else { PinState::Nowhere };
        }
        drop(place);
        let session = unlocked?;
        // The machine went to sleep meanwhile, or the person asked for the lock.
        if taken { Err(vault::Error::PinGone.into()) } else { self.sit_down(&officer, session, look) }
    }

    /// A PIN ends with every lock but that of an idle window.
    pub(super) fn end_pin(&self, because: LockedBecause) {
        match because {
            LockedBecause::Idle => {}
            LockedBecause::Start
            | LockedBecause::User
            | LockedBecause::Suspend
            | LockedBecause::Crash
            | LockedBecause::Disabled
            | LockedBecause::Frozen
            | LockedBecause::Revoked => self.forget_pin(),
        }
    }
}

//! A PIN: it unlocks once more what locked itself because nothing happened.
//!
//! The session ends at the lock, with all its keys. What remains in memory, and is never written anywhere, is the text of the
//! officer's identity file, locked with the PIN as the file is with the passphrase; it is wiped after three wrong tries. So a
//! PIN begins a session as a passphrase does: the log is read, and what it says of the officer counts.
//!
//! It keeps out who comes by while the officer is away. It is no passphrase: anyone who can read the memory of this process tries
//! all PINs in hours.

use std::ops::RangeInclusive;

use seal::{Passphrase, lock_identity, unlock_identity};
use zeroize::Zeroizing;

use crate::identity::{Opened, read};
use crate::stores::Seat;
use crate::strength::is_guessed_pin;
use crate::{Error, OfficerId, Session, Unlocking, Vault};

/// How many digits a PIN has.
pub const PIN_DIGITS: RangeInclusive<usize> = 4..=12;
/// So many wrong PINs, and the passphrase is needed.
pub const PIN_TRIES: u8 = 3;

/// An officer's identity in memory, under a PIN. Wiped when it is dropped.
pub struct KeptIdentity {
    officer: OfficerId,
    seat: Seat,
    locked: Zeroizing<Vec<u8>>,
    wrong: u8,
    /// The passphrase that it stands for is easily guessed: sessions that the PIN begins say so as well.
    guessable: bool,
}

impl KeptIdentity {
    pub fn officer(&self) -> &OfficerId {
        &self.officer
    }

    /// How many tries are left.
    pub fn left(&self) -> u8 {
        PIN_TRIES.saturating_sub(self.wrong)
    }

    /// No try is left.
    fn end(&mut self) {
        (self.wrong, self.locked) = (PIN_TRIES, Zeroizing::default());
    }

    /// Opens it; a wrong PIN counts, and with the last one nothing is left to be opened.
    fn open(&mut self, pin: &Passphrase) -> Result<Opened, Error> {
        if self.left() == 0 {
            return Err(Error::PinGone);
        }
        // Counted before it is tried: whatever ends the try does not give it back.
        self.wrong += 1;
        let opened = match unlock_identity(&self.locked, pin).ok().and_then(|text| read(text, self.seat.clone())) {
            Some((opened, owner)) if owner == self.officer => opened,
            Some(_) | None => {
                if self.left() == 0 {
                    self.locked = Zeroizing::default();
                }
                return Err(Error::WrongPin { left: self.left() });
            }
        };
        self.wrong = 0;
        Ok(opened)
    }
}

impl std::fmt::Debug for KeptIdentity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KeptIdentity({}, {} tries left)", self.officer, self.left())
    }
}

/// Refuses what is no PIN, and one that is tried first. `known`: what an attacker knows of the officer.
fn acceptable(pin: &Passphrase, known: &[&str]) -> Result<(), Error> {
    let typed = pin.expose_secret();
    if !PIN_DIGITS.contains(&typed.len()) || !typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Error::PinForm { least: *PIN_DIGITS.start(), most: *PIN_DIGITS.end() });
    }
    if is_guessed_pin(pin, known) { Err(Error::PinWeak) } else { Ok(()) }
}

impl Session {
    /// Keeps one's identity under a PIN, for [`Vault::unlock_with_pin`]. The passphrase is asked for: anyone who finds the window
    /// open sets no PIN of his own.
    ///
    /// # Errors
    /// [`Error::PinForm`]; [`Error::PinWeak`]; [`Error::WrongPassphrase`]; integrity errors.
    pub fn keep_under_pin(&mut self, passphrase: &Passphrase, pin: &Passphrase) -> Result<KeptIdentity, Error> {
        self.catch_up()?;
        acceptable(pin, &[self.id().as_str(), &self.myself()?.full_name])?;
        let opened = self.own_identity(passphrase)?;
        let locked = Zeroizing::new(lock_identity(opened.text(), pin, self.work_factor));
        // In an exercise as well: the system may be approved as long as the PIN counts.
        let guessable = self.is_guessable(passphrase);
        Ok(KeptIdentity { officer: self.id().clone(), seat: opened.seat, locked, wrong: 0, guessable })
    }
}

impl Vault {
    /// Starts a session with an identity that was kept under a PIN. Wrong ones count as wrong passphrases do as well: for the
    /// wait after them, and for what the officer is told.
    ///
    /// # Errors
    /// [`Error::WrongPin`]; [`Error::PinGone`] where no try is left; as [`Vault::unlock`].
    pub fn unlock_with_pin(
        &self,
        kept: &mut KeptIdentity,
        pin: &Passphrase,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<Session, Error> {
        let officer = kept.officer.clone();
        let tries = self.tries(&officer)?;
        match kept.open(pin) {
            Ok(opened) => match self.begin_by_pin(&officer, &opened, tries, tell) {
                Ok(mut session) => {
                    session.guessable = kept.guessable;
                    Ok(session)
                }
                // It stood for a passphrase that was changed elsewhere meanwhile.
                Err(Error::IdentityOlder { .. }) => {
                    kept.end();
                    Err(Error::PinGone)
                }
                Err(error) => Err(error),
            },
            Err(wrong) => {
                self.note_failure(&officer, tries);
                Err(wrong)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_four_to_twelve_digits_that_are_not_tried_first() {
        let code =
            |typed: &str| acceptable(&Passphrase::new(typed.to_owned()), &["n4071", "Nele"]).err().map(|e| e.code());
        for typed in ["", "407", "4071835240718", "40a1", "40 71", "٤٠٧١"] {
            assert_eq!(code(typed), Some("pin_form"), "{typed}");
        }
        for typed in ["1234", "0000", "9876", "1212", "1999", "2580", "123456", "112233", "7777777", "147258"] {
            assert_eq!(code(typed), Some("pin_weak"), "{typed}");
        }
        for typed in ["8352", "7294", "907341", "528304196172"] {
            assert_eq!(code(typed), None, "{typed}");
        }
    }

    #[test]
    fn after_three_wrong_tries_nothing_is_left_to_be_opened() {
        let work = seal::WorkFactor::new(2).expect("it is one");
        let locked =
            lock_identity(&seal::SecretText::new("text".to_owned()), &Passphrase::new("8352".to_owned()), work);
        let officer = OfficerId::parse("nele").expect("a name");
        let seat = Seat { identity: "nele.age".to_owned(), name: "nele".to_owned() };
        let mut kept = KeptIdentity { officer, seat, locked: Zeroizing::new(locked), wrong: 0, guessable: false };
        for left in [2, 1, 0] {
            let wrong = kept.open(&Passphrase::new("8353".to_owned())).err().expect("it is another");
            assert!(matches!(wrong, Error::WrongPin { left: said } if said == left), "{wrong:?}");
        }
        assert!(kept.locked.is_empty(), "wiped");
        let right = kept.open(&Passphrase::new("8352".to_owned())).err().expect("it is too late");
        assert_eq!(right.code(), "pin_gone");
    }
}

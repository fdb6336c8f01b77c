//! Identity files: an identity at rest, a stock age file under a passphrase.

use age::{DecryptError, Identity as _, Recipient as _};
use age_core::secrecy::SecretString;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};
use zeroize::Zeroizing;

use crate::bytes::{append_payload, open_payload};
use crate::error::{MOST_WORK, OpenError, UnlockError};
use crate::header::{self, Header};
use crate::secret::SecretText;

/// What an officer types to unlock an identity file.
#[derive(Debug)]
pub struct Passphrase(SecretText);

impl Passphrase {
    /// Takes the text over as it was typed; it is wiped when dropped.
    ///
    /// An `é` is one character or two, as keyboard and system have it: it becomes one (Unicode NFC), so that a passphrase
    /// opens wherever it is typed.
    pub fn new(typed: String) -> Self {
        if is_nfc_quick(typed.chars()) == IsNormalized::Yes {
            return Self(SecretText::new(typed));
        }
        let typed = Zeroizing::new(typed);
        // NFC makes a text three times as long at most: nothing is copied to a larger place and left behind.
        let mut composed = String::with_capacity(typed.len() * 3);
        composed.extend(typed.nfc());
        Self(SecretText::new(composed))
    }

    pub fn expose_secret(&self) -> &str {
        self.0.expose_secret()
    }

    fn for_age(&self) -> SecretString {
        SecretString::from(self.0.expose_secret().to_owned())
    }
}

/// How much work a guess at a passphrase costs: scrypt with N = 2^factor, r = 8, p = 1, which takes 2^factor KiB of memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// For real vaults: 256 MiB and somewhat less than a second.
    pub const REAL: Self = Self(18);
    /// For exercise vaults, whose passphrases are public.
    pub const EXERCISE: Self = Self(10);
    /// The largest that is ever unlocked: 1 GiB and some four seconds. Who plants a file that asks for more is told at once,
    /// before any memory is taken.
    pub const MAX: u8 = MOST_WORK;

    /// Between 1 and [`MAX`](Self::MAX).
    pub fn new(factor: u8) -> Option<Self> {
        (1..=Self::MAX).contains(&factor).then_some(Self(factor))
    }

    pub fn get(self) -> u8 {
        self.0
    }
}

/// Locks the text of an identity file with a passphrase. Gives a stock age file.
pub fn lock_identity(text: &SecretText, passphrase: &Passphrase, work: WorkFactor) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(passphrase.for_age());
    recipient.set_work_factor(work.0);
    let file_key = header::new_file_key();
    let (stanzas, _) = recipient.wrap_file_key(&file_key).expect("a passphrase wraps any file key");
    let mut locked = header::write(&stanzas, &file_key);
    append_payload(&mut locked, &file_key, text.expose_secret().as_bytes());
    locked
}

/// Whether some bytes are an age file under a passphrase, as far as that shows without it.
pub fn is_locked_identity(locked: &[u8]) -> bool {
    let header = Header::parse(locked.get(..header::CAP).unwrap_or(locked));
    header.is_ok_and(|header| header.passphrase_stanza().is_some() && locked.len() > header.len())
}

/// Unlocks what [`lock_identity`], or stock age, locked.
pub fn unlock_identity(locked: &[u8], passphrase: &Passphrase) -> Result<SecretText, UnlockError> {
    let header = Header::parse(locked.get(..header::CAP).unwrap_or(locked)).map_err(UnlockError::Corrupt)?;
    let stanza = header.passphrase_stanza().ok_or(UnlockError::NotLocked)?;
    let mut identity = age::scrypt::Identity::new(passphrase.for_age());
    identity.set_max_work_factor(WorkFactor::MAX);
    let file_key = match identity.unwrap_stanza(stanza) {
        Some(Ok(file_key)) => file_key,
        Some(Err(DecryptError::ExcessiveWork { required, .. })) => {
            return Err(UnlockError::TooMuchWork { asked: required });
        }
        Some(Err(DecryptError::DecryptionFailed)) => return Err(UnlockError::WrongPassphrase),
        Some(Err(_)) | None => return Err(UnlockError::Corrupt(OpenError::Malformed)),
    };
    header.check(&file_key).map_err(UnlockError::Corrupt)?;
    let payload = locked.get(header.len()..).ok_or(UnlockError::Corrupt(OpenError::Truncated))?;
    let text = open_payload(&file_key, payload).map_err(UnlockError::Corrupt)?;
    text.into_text().ok_or(UnlockError::NotText)
}

//! A new vault: its folder or stores, entry 0, and its first officer.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use ledger::{Access, Ledger, VaultId};
use objects::Root;
use registry::event::Founded;
use registry::keys::{KeyName, Keyring};
use registry::log::{Act, AuditRecord};
use registry::people::OfficerRecord;
use registry::state::State;
use seal::{Identity, Randomness, SystemRandomness};

use super::Vault;
use crate::draft::{EntryDraft, OversightSession};
use crate::identity::{Anchor, Pair};
use crate::stores::{LEDGER, Settings, Stores, furnish};
use crate::strength::{self, Taken};
use crate::{Clock, Error, OfficerId, Passphrase, Regime, WorkFactor, text};

/// The prefix of reference numbers of new vaults.
const REGISTER: &str = "ZGL";

/// A vault to be made, with its first officer: security officer and custodian.
#[derive(Clone, Debug)]
pub struct NewVault {
    pub name: String,
    pub officer: OfficerId,
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    pub nationality: String,
    /// Full: what takes two takes two from the beginning.
    pub regime: Regime,
    pub work_factor: WorkFactor,
}

impl Vault {
    /// Makes a vault in a folder that is missing or empty, with its first officer: security officer and custodian.
    ///
    /// # Errors
    /// [`Error::NotEmpty`], [`Error::NotAFolder`], or why it could not be written; then nothing is left behind.
    pub fn init(dir: &Path, new: NewVault, passphrase: &Passphrase, clock: Arc<dyn Clock>) -> Result<Vault, Error> {
        let first = First::parse(new, passphrase)?;
        let dir = std::path::absolute(dir).map_err(|e| Error::io("vault", e))?;
        match fs::read_dir(&dir) {
            Ok(mut files) => {
                if files.next().is_some() {
                    return Err(Error::NotEmpty);
                }
            }
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(e) if e.kind() == io::ErrorKind::NotADirectory => return Err(Error::NotAFolder),
            Err(e) => return Err(Error::io("vault", e)),
        }
        let parent = dir.parent().unwrap_or(Path::new("/"));
        crate::apart_from_vaults(parent).map_err(|e| Error::io("vault", e))?;
        DirBuilder::new().recursive(true).mode(0o700).create(parent).map_err(|e| Error::io("vault", e))?;
        let draft = tempfile::Builder::new().prefix(".zegel-").tempdir_in(parent).map_err(|e| Error::io("vault", e))?;
        let root = Root::open(draft.path()).map_err(|e| Error::io("vault", e))?;
        furnish(&root)?;
        let path = root.sqlite(LEDGER)?;
        let ledger = Ledger::create(&path, VaultId::random_from(&SystemRandomness))?;
        let work_factor = first.work_factor;
        first.found(&Stores::open(draft.path())?, ledger, passphrase, clock.now(), &SystemRandomness)?;
        fs::File::open(path).and_then(|file| file.sync_all()).map_err(|e| Error::io(LEDGER, e))?;
        root.sync("")?;
        // Over an empty folder or into a free place; the one who came in between wins.
        fs::rename(draft.path(), &dir).map_err(|e| match e.kind() {
            io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                Error::NotEmpty
            }
            _ => Error::io("vault", e),
        })?;
        let _ = draft.keep();
        Root::open(parent).map_err(|e| Error::io("vault", e))?.sync("")?;
        Vault::open(&dir, clock).map(|vault| vault.with_work_factor(work_factor))
    }

    /// Makes a vault in empty stores.
    ///
    /// # Errors
    /// As [`Vault::init`].
    pub fn init_in(
        stores: &Stores,
        new: NewVault,
        passphrase: &Passphrase,
        clock: Arc<dyn Clock>,
        randomness: Arc<dyn Randomness>,
    ) -> Result<Vault, Error> {
        let first = First::parse(new, passphrase)?;
        let work_factor = first.work_factor;
        first.found(stores, stores.log(Access::ReadWrite)?, passphrase, clock.now(), &*randomness)?;
        let vault = Vault::open_in(stores.clone(), clock)?;
        Ok(vault.with_work_factor(work_factor).with_randomness(randomness))
    }
}

/// The first officer of a new vault, and what the vault is called.
struct First {
    name: String,
    officer: OfficerId,
    full_name: String,
    nationality: String,
    regime: Regime,
    work_factor: WorkFactor,
}

impl First {
    fn parse(new: NewVault, passphrase: &Passphrase) -> Result<First, Error> {
        let (name, full_name) = (text::name("name", &new.name)?, text::name("full_name", &new.full_name)?);
        strength::acceptable(passphrase, &[new.officer.as_str(), &full_name, &name], Taken::Any)?;
        Ok(First {
            name,
            full_name,
            nationality: text::nationality(&new.nationality)?,
            officer: new.officer,
            regime: new.regime,
            work_factor: new.work_factor,
        })
    }

    /// Writes settings, entry 0 (the vault, its keys and its first officer), and the officer's identity.
    fn found(
        self,
        stores: &Stores,
        mut ledger: Ledger,
        passphrase: &Passphrase,
        now: DateTime<Utc>,
        randomness: &dyn Randomness,
    ) -> Result<(), Error> {
        let id = ledger.vault().clone();
        let pair = Pair::generate(randomness);
        stores.write_settings(&Settings::signed(&id, &self.name, REGISTER, &pair.signer))?;
        let officer = OfficerRecord {
            id: self.officer,
            full_name: self.full_name,
            nationality: self.nationality,
            roles: [policy::Role::SecurityOfficer, policy::Role::Custodian].into(),
            recipient: pair.identity.recipient().clone(),
            key: pair.signer.key_id(),
        };
        let me = officer.id.clone();
        let mut keyring = Keyring::new(me.clone(), pair.identity, pair.signer, id);
        let oversight = Identity::generate_from(randomness);
        let vault_key = seal::PartKey::generate_from(randomness);
        let mut words =
            EntryDraft { introduces: Some(keyring.signer.verifying_key().clone()), ..EntryDraft::default() };
        let text = words.keys_for(officer.key, &officer.recipient);
        text.part(&KeyName::Vault, 1, &vault_key);
        text.identity(&KeyName::Oversight, 1, &oversight);
        let words = words.record(AuditRecord::new(Act::Found).about("officer", me.to_string())).fact(Founded {
            name: self.name,
            register: REGISTER.to_owned(),
            officer,
            oversight: oversight.recipient().clone(),
            four_eyes: self.regime == Regime::Full,
        });
        let state = State::before_the_first(oversight.recipient());
        keyring.add_vault_key(1, vault_key);
        let key = seal::PartKey::generate_from(randomness);
        let session = OversightSession { id: randomness.id(), key, epoch: 1 };
        let draft = words.seal(&state, &keyring, (&session, true), 0)?;
        let head = ledger.head()?;
        let _ = ledger.append(&head, &keyring.signer, now.timestamp_millis(), draft, ())?;
        // The identity names the first entry of its vault, so that entry comes first.
        let anchor = Anchor { vault: ledger.vault().clone(), first: ledger.first()? };
        drop(ledger);
        let pair = Pair {
            identity: keyring.identity,
            signer: keyring.signer,
            former: Vec::new(),
            seat: None,
            number: 0,
            given: Vec::new(),
        };
        let locked = pair.lock(&me, &anchor, passphrase, self.work_factor);
        Ok(stores.files().write(&stores.identity(&me), &locked)?)
    }
}

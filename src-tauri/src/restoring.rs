//! A backup that is being restored, before there is a vault: what was picked for it, how far it has come, whether to stop.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use serde::Serialize;
use specta::Type;
use specta_typescript::Number;

use crate::held;
use crate::problem::Problem;

/// How far it has come, in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RestoringProgress {
    #[specta(type = Number)]
    pub done: u64,
    #[specta(type = Number)]
    pub total: u64,
}

/// A handle; clones are the same.
#[derive(Clone, Default)]
pub struct Restoring(Arc<Inner>);

#[derive(Default)]
struct Inner {
    from: Mutex<Option<PathBuf>>,
    to: Mutex<Option<PathBuf>>,
    come: Mutex<Option<RestoringProgress>>,
    is_going: AtomicBool,
    is_to_stop: AtomicBool,
}

impl Restoring {
    pub fn take_from(&self, backup: PathBuf) {
        *held(&self.0.from) = Some(backup);
    }

    pub fn put_into(&self, place: PathBuf) {
        *held(&self.0.to) = Some(place);
    }

    /// The backup, and where the vault is to be.
    ///
    /// # Errors
    /// `not_picked`.
    pub fn places(&self) -> Result<(PathBuf, PathBuf), Problem> {
        let picked = |place: &Mutex<Option<PathBuf>>| held(place).clone().ok_or_else(|| Problem::new("not_picked"));
        Ok((picked(&self.0.from)?, picked(&self.0.to)?))
    }

    /// As long as what this gives is held, it goes on.
    ///
    /// # Errors
    /// `busy` while another one goes on.
    pub fn begins(&self) -> Result<Ends, Problem> {
        if self.0.is_going.swap(true, Ordering::SeqCst) {
            return Err(Problem::new("busy"));
        }
        self.0.is_to_stop.store(false, Ordering::SeqCst);
        Ok(Ends(self.clone()))
    }

    pub fn has_come(&self, so_far: RestoringProgress) {
        *held(&self.0.come) = Some(so_far);
    }

    pub fn come(&self) -> Option<RestoringProgress> {
        *held(&self.0.come)
    }

    pub fn stop(&self) {
        self.0.is_to_stop.store(true, Ordering::SeqCst);
    }

    pub fn is_to_stop(&self) -> bool {
        self.0.is_to_stop.load(Ordering::SeqCst)
    }
}

/// It ends when this is dropped.
pub struct Ends(Restoring);

impl Drop for Ends {
    fn drop(&mut self) {
        *held(&self.0.0.come) = None;
        self.0.0.is_going.store(false, Ordering::SeqCst);
    }
}

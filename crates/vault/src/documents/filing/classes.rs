//! The class that a document is filed into: made where it is not there yet, its key renewed where somebody knows it who must
//! not.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use label::AccessPart;
use registry::event::{ClassMade, Delivered};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::questions::FilingQuestion;
use seal::Identity;

use super::RETRIES;
use crate::draft::EntryDraft;
use crate::session::denied;
use crate::upkeep::Renewal;
use crate::{ClassId, DossierKey, Error, Session};

/// What decides the class of a document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ClassOf {
    pub access: AccessPart,
    pub dossier: DossierKey,
}

/// Whether an officer may put a document into a class.
pub(crate) type May<'m> = dyn Fn(&Session, DateTime<Utc>) -> Result<(), Error> + 'm;

impl Session {
    /// The class of each kind and its present epoch.
    pub(crate) fn classes_of<'k>(&self, kinds: &[&'k ClassOf]) -> Result<BTreeMap<&'k ClassOf, (ClassId, u32)>, Error> {
        let mut classes = BTreeMap::new();
        for kind in kinds {
            let class = self.state.class_of(&kind.access, &kind.dossier).ok_or(Error::Internal { what: "class" })?;
            let (epoch, _) =
                self.state.current(&KeyName::Class(class.clone())).ok_or(Error::Internal { what: "key" })?;
            classes.insert(*kind, (class.clone(), epoch));
        }
        Ok(classes)
    }

    pub(super) fn may_make(&self, ClassOf { access, dossier }: &ClassOf, at: DateTime<Utc>) -> Result<(), Error> {
        let permit = self.state.may_file(self.id(), access, dossier, &FilingQuestion::PLAIN, at);
        permit.map(drop).map_err(|no| denied("file", &no))
    }

    /// Sees to it that the class of a kind is there, and that nobody knows its key who must not. Whether this officer may put a
    /// document into it was decided before, and is by the entry that does; `may` decides it for an entry that comes in between.
    pub(crate) fn class_for(&mut self, kind: &ClassOf, may: &May<'_>) -> Result<(), Error> {
        let ClassOf { access, dossier } = kind;
        for _ in 0..RETRIES {
            self.catch_up()?;
            let at = registry::state::instant(self.instant_ms()?);
            let due = match self.state.class_of(access, dossier) {
                // Who may not by himself does it by the entry that files.
                Some(class) => {
                    self.state.is_due(&KeyName::Class(class.clone()), at, Some(self.id())) && self.may_renew(class, at)
                }
                None => true,
            };
            if !due {
                return Ok(());
            }
            let made = self.record(|session, at| {
                may(session, at)?;
                let words = match session.state.class_of(access, dossier) {
                    Some(class) => session.renewed(class, at)?,
                    None => Some(session.new_class(access, dossier, at)?),
                };
                let words = words.ok_or(Error::Overtaken)?;
                Ok((words, ()))
            });
            match made {
                // Somebody else was faster.
                Ok(_) | Err(Error::Overtaken) => {}
                Err(error) => return Err(error),
            }
        }
        Err(Error::Busy)
    }

    /// The new epochs of those classes whose keys are due and that this officer may only renew by filing into them.
    pub(super) fn renewals(&self, classes: &BTreeMap<&ClassOf, (ClassId, u32)>) -> BTreeMap<ClassId, Renewal> {
        let now = self.now();
        let renewal = |(class, _): &(ClassId, u32)| Some((class.clone(), self.renewal_by_filing(class, now)?));
        classes.values().filter_map(renewal).collect()
    }

    /// Whether nobody who must not knows the key that something was sealed to: the present one of a class, or the one that is
    /// renewed with it.
    pub(crate) fn is_sealed_soundly(
        &self,
        class: &ClassId,
        epoch: u32,
        renewal: Option<&Renewal>,
        at: DateTime<Utc>,
    ) -> bool {
        let due = self.state.is_due(&KeyName::Class(class.clone()), at, Some(self.id()));
        match renewal {
            Some(renewal) => due && renewal.epoch == epoch + 1,
            None => !due,
        }
    }

    /// A new class: its key goes to those who may hold it, or is dealt to them where two open together, and to custody. Who makes it keeps no key by that.
    pub(super) fn new_class(
        &self,
        access: &AccessPart,
        dossier: &DossierKey,
        at: DateTime<Utc>,
    ) -> Result<EntryDraft, Error> {
        let class = ClassId::parse(&self.randomness.id())?;
        let identity = Identity::generate_from(&*self.randomness);
        let key = KeyName::Class(class.clone());
        let mut words = EntryDraft::default()
            .fact(ClassMade {
                class: class.clone(),
                dossier: dossier.clone(),
                access: access.clone(),
                recipient: identity.recipient().clone(),
            })
            .record(
                AuditRecord::new(Act::MakeClass)
                    .about("class", class.to_string())
                    .about("dossier", dossier.to_string()),
            );
        let officers = self.state.would_hold(access, dossier, at);
        if access.opens_by_two() {
            self.deal((&class, 1), &identity, officers.into_iter().collect(), None, &mut words)?;
            self.to_custody(&key, 1, &identity, &mut words)?;
            return Ok(words);
        }
        for officer in &officers {
            if let Some(record) = self.state.officers.get(officer) {
                words.keys_to(record, |text| text.identity(&key, 1, &identity));
            }
        }
        if !officers.is_empty() {
            words.push(Delivered { key: key.clone(), epochs: vec![1], officers });
        }
        self.to_custody(&key, 1, &identity, &mut words)?;
        Ok(words)
    }
}

//! Of whom a consent must be: of the authority whose document it is.
//!
//! That a consent was given is the word of the one who names it; that it is of the authority that has the say is compared
//! with what is written of the document. The log holds no originators in the clear, so it is compared where it is decided:
//! by who asks, and again by who approves and by who writes.

use label::fold;
use policy::{Authority, Consent};
use registry::documents::DocumentRecord;

use crate::marks::foreign;
use crate::session::denied_for;
use crate::{DocumentId, Error, Reason, Session};

/// Who has the say over a document.
enum Whose {
    /// The vault's own authority, or one that it speaks for.
    Ours,
    /// Another one that nothing names.
    Others,
    /// Another one, by name: as it was first written, or as its label says.
    Named(Vec<String>),
}

impl Session {
    /// Whether a consent to what is done with a document may be of that authority, as far as this officer may read whose
    /// the document is.
    ///
    /// # Errors
    /// [`Error::NotFound`]; integrity errors.
    pub fn has_the_say(&mut self, id: &DocumentId, authority: &str) -> Result<bool, Error> {
        self.catch_up()?;
        let filing = self.filing(id)?;
        if self.state.may_open(self.id(), &filing.class, self.now()).is_err() {
            return Ok(false);
        }
        Ok(self.says(authority, &self.whose(id, &filing)?))
    }

    /// That a consent, where one is named, is of who has the say over the document.
    ///
    /// # Errors
    /// [`Error::Denied`] with whose it must be; integrity errors.
    pub(crate) fn require_of_originator(
        &self,
        action: &'static str,
        id: &DocumentId,
        filing: &DocumentRecord,
        consent: Option<&Consent>,
    ) -> Result<(), Error> {
        let Some(consent) = consent else { return Ok(()) };
        let whose = self.whose(id, filing)?;
        if self.says(&consent.authority, &whose) {
            return Ok(());
        }
        Err(denied_for(
            action,
            match whose {
                Whose::Named(names) => Reason::new("consent_of_another")
                    .with("authority", &*consent.authority)
                    .with("originator", names.join("; ")),
                Whose::Ours => Reason::new("consent_of_another")
                    .with("originator", self.vault_name().to_owned())
                    .with("authority", &*consent.authority),
                Whose::Others => Reason::new("consent_of_own").with("authority", &*consent.authority),
            },
        ))
    }

    fn says(&self, authority: &str, whose: &Whose) -> bool {
        match whose {
            Whose::Ours => self.own(authority) == Authority::Own,
            Whose::Others => self.own(authority) == Authority::Other,
            Whose::Named(names) => names.iter().any(|name| fold(name) == fold(authority)),
        }
    }

    /// What was once written to be of another stays that one's, as for every decision about it: who puts its originator
    /// right does not choose who is asked.
    fn whose(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Whose, Error> {
        let document = self.in_index(id, filing)?;
        let label = self.label_of(&document)?;
        let mut written = self.originators(id, filing)?.into_iter().chain([document.listed.originator.clone()]);
        let first = written.find(|name| self.own(name) == Authority::Other);
        let labelled = label.originator().map(|one| one.id.clone()).filter(|name| self.own(name) == Authority::Other);
        let names: Vec<String> = first.into_iter().chain(labelled).collect();
        Ok(if !names.is_empty() {
            Whose::Named(names)
        } else if foreign(&label) || self.came_as_others(id, filing)? {
            Whose::Others
        } else {
            Whose::Ours
        })
    }

    fn own(&self, name: &str) -> Authority {
        self.state.authorities.list.authority(name, &self.state.name)
    }
}

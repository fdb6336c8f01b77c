//! Of whom a consent must be: of the authority whose document it is.
//!
//! That a consent was given is the word of the one who names it; that it is of the authority that has the say is compared
//! with what is written of the document. The log holds no originators in the clear, so it is compared where it is decided:
//! by the officer who asks, and again by those who approve and by the one who writes.

use policy::{Authority, Consent};
use registry::documents::DocumentRecord;

use crate::documents::origins::is_named;
use crate::marks::foreign;
use crate::session::denied_for;
use crate::{DocumentId, Error, Reason, Session};
use index::Document;

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
        let document = self.in_index(id, &filing)?;
        let also = self.also_of(id, &filing, &document)?;
        Ok(self.says(authority, &self.whose(id, &filing, &document)?)
            || also.iter().any(|name| is_named(authority, name)))
    }

    /// Consents to the release of documents that name no authority: whose they must be, nothing says, and who agrees should look.
    /// Words: `warning-consent-unnamed`. What this officer may not read is not compared.
    pub(crate) fn consents_unnamed<'c>(
        &self,
        consents: impl IntoIterator<Item = (&'c DocumentId, &'c Consent)>,
    ) -> Vec<Reason> {
        let unnamed = |(id, consent): (&DocumentId, &Consent)| {
            let filing = self.filing(id).ok()?;
            let document = self.in_index(id, &filing).ok()?;
            match self.whose(id, &filing, &document).ok()? {
                Whose::Others => {
                    let reason = Reason::new("consent_unnamed").with("name", document.listed.reference);
                    Some(reason.with("authority", &*consent.authority))
                }
                Whose::Ours | Whose::Named(_) => None,
            }
        };
        consents.into_iter().filter_map(unnamed).collect()
    }

    /// That a consent, where one is named, is of the authority that has the say over the document.
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
        let document = self.in_index(id, filing)?;
        let whose = self.whose(id, filing, &document)?;
        let also = self.also_of(id, filing, &document)?;
        if !also.is_empty() {
            return self.require_of_each(action, consent, &whose, also);
        }
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

    /// What was made from documents of others answers to each of them, and to whose it is where that is another.
    fn require_of_each(
        &self,
        action: &'static str,
        consent: &Consent,
        whose: &Whose,
        also: Vec<String>,
    ) -> Result<(), Error> {
        let all = also.iter().all(|name| is_named(&consent.authority, name));
        let own = match whose {
            Whose::Ours => Vec::new(),
            Whose::Others if self.says(&consent.authority, whose) => Vec::new(),
            Whose::Others => {
                return Err(denied_for(action, Reason::new("consent_of_own").with("authority", &*consent.authority)));
            }
            Whose::Named(names) if self.says(&consent.authority, whose) => names.clone(),
            Whose::Named(names) => return Err(of_each(action, consent, names.iter().chain(&also))),
        };
        if all { Ok(()) } else { Err(of_each(action, consent, own.iter().chain(&also))) }
    }

    fn says(&self, authority: &str, whose: &Whose) -> bool {
        match whose {
            Whose::Ours => self.authority_of(authority) == Authority::Own,
            Whose::Others => self.authority_of(authority) == Authority::Other,
            Whose::Named(names) => names.iter().any(|name| is_named(authority, name)),
        }
    }

    /// What was once written to be of another stays that one's, as for every decision about it: who puts its originator
    /// right does not choose who is asked.
    fn whose(&self, id: &DocumentId, filing: &DocumentRecord, document: &Document) -> Result<Whose, Error> {
        let names = self.named_originators(id, filing, document)?;
        Ok(if !names.is_empty() {
            Whose::Named(names)
        } else if foreign(&self.label_of(document)?) || self.came_as_others(id, filing)? {
            Whose::Others
        } else {
            Whose::Ours
        })
    }

    /// Authorities who have the say over it still, although something else is written of it now: an originator that was a slip counts
    /// as well, and who reads the sheet should know whom to ask.
    pub(crate) fn still_of(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        document: &Document,
    ) -> Result<Vec<String>, Error> {
        let mut names = self.named_originators(id, filing, document)?;
        names.retain(|name| !is_named(&document.listed.originator, name));
        names.dedup();
        Ok(names)
    }

    /// The other authority whose document it is, by name: as it was first written, or as its label says.
    pub(crate) fn named_originators(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        document: &Document,
    ) -> Result<Vec<String>, Error> {
        let label = self.label_of(document)?;
        let other = |name: &String| self.authority_of(name) == Authority::Other;
        let mut written = self.originators(id, filing)?.into_iter().chain([document.listed.originator.clone()]);
        let labelled = label.originator().map(|one| one.id.clone()).filter(other);
        Ok(written.find(other).into_iter().chain(labelled).collect())
    }
}

/// Whose consents it takes.
fn of_each<'n>(action: &'static str, consent: &Consent, names: impl Iterator<Item = &'n String>) -> Error {
    let names: Vec<&str> = names.map(String::as_str).collect();
    let reason = Reason::new("consent_of_each").with("authority", &*consent.authority);
    denied_for(action, reason.with("originators", names.join("; ")))
}

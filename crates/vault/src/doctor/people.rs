//! What belongs to officers and partners: identities, indexes, the count of wrong passphrases, keys.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{EXERCISE, Finding, Gravity, Look, is_database, name_of};
use crate::identity::is_identity;
use crate::stores::{further, key_in};
use crate::{OfficerId, PartnerId, Reason, Session};

/// The largest identity file that is looked at, in bytes.
const MAX_IDENTITY: u64 = 64 << 10;

impl Look<'_> {
    /// Whose identities lie there.
    pub(super) fn at_identities(&mut self) -> BTreeSet<OfficerId> {
        let mut officers = BTreeSet::new();
        for path in self.names(&self.root.join("identities")) {
            let name = name_of(&path);
            let of = |ending| name.strip_suffix(ending).and_then(|officer| OfficerId::parse(officer).ok());
            // `<officer>.<key>.new`, for as long as the entry is not there that makes it count.
            // `<officer>.<key>.requested`, until somebody lets him in.
            let kept = name.strip_suffix(".requested");
            let waits = name.strip_suffix(".new").or(kept).and_then(|rest| rest.rsplit_once('.'));
            let waits = waits.is_some_and(|(officer, _)| OfficerId::parse(officer).is_ok());
            let (first, further, tries) = (of(".age"), further(name).map(|(officer, _)| officer), of(".tries"));
            let identity = first.or(further);
            if identity.is_none() && tries.is_none() && !waits && !name.starts_with(".draft-") {
                self.found(Gravity::Upkeep, "stranger", &path);
                continue;
            }
            if self.regular(&path).is_none() {
                continue;
            }
            if let Some(officer) = identity {
                officers.insert(officer);
                self.shut(&path);
                match self.folder.read(&self.named(&path), MAX_IDENTITY) {
                    Ok(Some(locked)) if is_identity(&locked) => {}
                    Ok(_) | Err(_) => self.found(Gravity::Integrity, "identity_unreadable", &path),
                }
            } else if tries.is_some() || kept.is_some() {
                self.shut(&path);
            } else if self.is_left(&path) {
                self.found(Gravity::Upkeep, "leftover", &path);
            }
        }
        officers
    }

    /// What belongs to an officer besides his identity: his index and what is next to it, the count of wrong passphrases.
    pub(super) fn at_indexes(&mut self) -> Vec<(OfficerId, PathBuf)> {
        let mut belongings = Vec::new();
        for path in self.names(&self.root.join("identities")) {
            let officer = name_of(&path).strip_suffix(".tries").and_then(|officer| OfficerId::parse(officer).ok());
            belongings.extend(officer.map(|officer| (officer, path)));
        }
        for path in self.names(&self.root.join("desks")) {
            let name = name_of(&path);
            if name == ".lock" {
                // Held while an index takes the place of another.
                self.shut(&path);
                continue;
            }
            let seat = name.split_once(".sqlite").map_or("", |(seat, _)| seat);
            let officer = OfficerId::parse(of_seat(seat)).ok();
            let Some(officer) = officer.filter(|_| is_database(name, seat)) else {
                self.found(Gravity::Upkeep, "stranger", &path);
                continue;
            };
            if self.regular(&path).is_none() {
                continue;
            }
            self.shut(&path);
            belongings.push((officer, path));
        }
        belongings
    }

    /// What belongs to officers who do not exist.
    pub(super) fn at_belongings(&mut self, belongings: &[(OfficerId, PathBuf)], known: impl Fn(&OfficerId) -> bool) {
        for (_, path) in belongings.iter().filter(|(officer, _)| !known(officer)) {
            self.found(Gravity::Upkeep, "of_nobody", path);
        }
    }

    /// Without a key nobody knows the names of the officers, but the key of each of them was introduced.
    pub(super) fn at_numbers(
        &mut self,
        introduced: Option<usize>,
        identities: &BTreeSet<OfficerId>,
        belongings: &[(OfficerId, PathBuf)],
    ) {
        let Some(introduced) = introduced else { return };
        let (missing, surplus) =
            (introduced.saturating_sub(identities.len()), identities.len().saturating_sub(introduced));
        if surplus > 0 {
            let what = Reason::new("identities_surplus").with("count", surplus.to_string());
            self.checkup.findings.push(Finding { gravity: Gravity::Upkeep, what, name: "identities".to_owned() });
        }
        if missing == 0 {
            return self.at_belongings(belongings, |officer| identities.contains(officer));
        }
        let gone: BTreeSet<&OfficerId> = belongings.iter().map(|(officer, _)| officer).collect();
        let gone: Vec<&OfficerId> = gone.into_iter().filter(|officer| !identities.contains(*officer)).collect();
        gone.iter().for_each(|officer| self.identity_gone(officer));
        let unnamed = missing.saturating_sub(gone.len());
        if self.shared {
            self.checkup.identities_elsewhere = unnamed as u64;
        } else if unnamed > 0 {
            let what = Reason::new("identities_missing").with("count", unnamed.to_string());
            self.checkup.findings.push(Finding { gravity: Gravity::Integrity, what, name: "identities".to_owned() });
        }
    }

    /// What partners would have, of partners who do not exist.
    pub(super) fn at_partners(&mut self, session: &Session) {
        let folder = self.root.join(EXERCISE.0);
        if !folder.is_dir() {
            return;
        }
        for path in self.names(&folder) {
            let partner = name_of(&path).strip_suffix(EXERCISE.1).map(PartnerId::parse);
            let known = |id: &PartnerId| session.state.partners.contains_key(id);
            if partner.is_some_and(|id| !id.is_ok_and(|id| known(&id))) {
                self.found(Gravity::Upkeep, "of_nobody", &path);
            }
        }
    }

    /// The officers of the log.
    pub(super) fn at_officers(
        &mut self,
        session: &Session,
        identities: &BTreeSet<OfficerId>,
        belongings: &[(OfficerId, PathBuf)],
    ) {
        let those = session.state.officers.iter().filter(|(_, officer)| officer.belongs());
        for (officer, _) in those.filter(|(officer, _)| !identities.contains(officer)) {
            // Of one who worked at this workstation something else is here as well.
            if self.shared && !belongings.iter().any(|(known, _)| known == officer) {
                self.checkup.identities_elsewhere += 1;
            } else {
                self.identity_gone(officer);
            }
        }
        for officer in identities.iter().filter(|officer| !session.state.officers.contains_key(*officer)) {
            self.found(Gravity::Upkeep, "of_nobody", &self.root.join(format!("identities/{officer}.age")));
        }
        if !session.state.custody_is_sound() {
            let what = Reason::new("no_custodian");
            self.checkup.findings.push(Finding { gravity: Gravity::Upkeep, what, name: String::new() });
        }
    }

    /// Said once, no matter who mentions him.
    fn identity_gone(&mut self, officer: &OfficerId) {
        let name = format!("identities/{officer}.age");
        let what = Reason::new("identity_gone");
        let found = Finding { gravity: Gravity::Integrity, what, name };
        if !self.checkup.findings.contains(&found) {
            self.checkup.findings.push(found);
        }
    }

    /// The officer's own index, each page of it: an unlock reads some, and a list those that it shows.
    pub(super) fn at_own_index(&mut self, session: &Session) {
        if let Err(error) = session.index.check() {
            let name = format!("desks/{}.sqlite", session.seat.name);
            self.checkup.findings.push(Finding::of(&error.into(), &name));
        }
    }
}

/// The officer in the name of what belongs to one of his identities: `<officer>`, or `<officer>.<key>`.
fn of_seat(seat: &str) -> &str {
    key_in(seat).map_or(seat, |(officer, _)| officer)
}

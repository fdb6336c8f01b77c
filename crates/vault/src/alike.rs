//! Names that a person takes for the same. Two people may bear one name, and two files one title: it is said, and nothing is
//! refused.

use label::fold;
use registry::people::Officer;

use crate::{DossierKey, Error, OfficerId, PartnerId, Reason, Session};

/// Whether two names differ by no more than case, accents, signs, spaces, what nobody sees, and the order of their words.
pub(crate) fn alike(one: &str, other: &str) -> bool {
    let key = key(one);
    !key.is_empty() && key == self::key(other)
}

fn key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.concat()
}

impl Session {
    /// What [`Session::warnings`] will say of an officer who is about to be entered, as far as his id and his name are typed yet:
    /// that others have a name or an id that is taken for his.
    ///
    /// # Errors
    /// As any reading on.
    pub fn like_officers(&mut self, id: &str, full_name: &str) -> Result<Option<Reason>, Error> {
        self.catch_up()?;
        let name = if id.is_empty() { full_name.trim() } else { id };
        Ok(told("officer", name.to_owned(), self.officers_like(id, full_name)))
    }

    /// Other officers whose name or id is taken for that of this one.
    pub(crate) fn tell_of_like_officers(&mut self, id: &OfficerId) {
        let Some(named) = self.state.officers.get(id) else { return };
        let who = self.officers_like(id.as_str(), &named.full_name);
        self.tell_of_like("officer", id.as_str().to_owned(), who);
    }

    /// All but the one of this very id, and those who are gone.
    fn officers_like(&self, id: &str, full_name: &str) -> Vec<String> {
        let like = |other: &OfficerId, officer: &Officer| {
            officer.belongs() && (alike(full_name, &officer.full_name) || alike(id, other.as_str()))
        };
        let others = self.state.officers.iter().filter(|(other, officer)| other.as_str() != id && like(other, officer));
        others.map(|(other, officer)| format!("{} ({other})", officer.full_name)).collect()
    }

    /// Other dossiers that this officer knows, whose title or id is taken for that of this one.
    pub(crate) fn tell_of_like_dossiers(&mut self, key: &DossierKey) {
        let Some(named) = self.knowledge.dossiers.get(key) else { return };
        let others = self.knowledge.dossiers.iter().filter(|(other, name)| {
            *other != key && (alike(&named.title, &name.title) || alike(named.id.as_str(), name.id.as_str()))
        });
        let which = others.map(|(_, name)| format!("{} ({})", name.title, name.id)).collect();
        self.tell_of_like("dossier", named.id.to_string(), which);
    }

    /// Other partners whose name or id is taken for that of this one.
    pub(crate) fn tell_of_like_partners(&mut self, id: &PartnerId) {
        let Some(named) = self.state.partners.get(id) else { return };
        let others = self.state.partners.iter().filter(|(other, partner)| {
            *other != id && (alike(&named.record.name, &partner.record.name) || alike(id.as_str(), other.as_str()))
        });
        let which = others.map(|(other, partner)| format!("{} ({other})", partner.record.name)).collect();
        self.tell_of_like("partner", id.to_string(), which);
    }

    fn tell_of_like(&mut self, kind: &str, name: String, others: Vec<String>) {
        if let Some(told) = told(kind, name, others)
            && !self.notices.contains(&told)
        {
            self.notices.push(told);
        }
    }
}

fn told(kind: &str, name: String, others: Vec<String>) -> Option<Reason> {
    let told = |who: String| Reason::new("name_alike").with("kind", kind).with("name", name).with("who", who);
    (!others.is_empty()).then(|| told(others.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_a_person_takes_for_the_same() {
        for (one, other) in [
            ("Carla Fictief", "Carla Fictief"),
            ("Carla Fictief", "carla  FICTIEF "),
            ("Carla Fictief", "Fictief, Carla"),
            ("Zoë Müller-Krämer", "Zoe Muller Kramer"),
            ("Jan", "Jan\u{200d}"),
            ("jan", "jan."),
            ("OP-7", "op 7"),
        ] {
            assert!(alike(one, other), "{one} {other}");
        }
        for (one, other) in [("Jan Peeters", "Jan Peters"), ("OP-7", "OP-71"), ("—", "…"), ("", "")] {
            assert!(!alike(one, other), "{one} {other}");
        }
    }
}

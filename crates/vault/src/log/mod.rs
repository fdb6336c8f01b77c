//! The part of the log that an officer may read: what he did himself, what is about him, and the consultation sheets of
//! documents that he may see. Security officers and auditors read everything.

pub(crate) mod views;
pub(crate) mod wholeness;

use registry::log::{Act, LogLine};
use registry::policies::policies;

use crate::{
    DocumentId, DossierKey, Error, LogFilter, LogKind, LogPage, LogRow, LogValue, OfficerId, PartnerId, Session,
    Verified, recorded,
};
use index::Lines;

/// The order in which a person reads what was recorded.
const ORDER: &[&str] = &[
    "action",
    "fault",
    "document",
    "documents",
    "officer",
    "deputy",
    "officers",
    "dossier",
    "partner",
    "release",
    "class",
    "former",
    "key",
    "epoch",
    "epochs",
    "function",
    "policy",
    "level",
    "ceiling",
    "categories",
    "nature",
    "interest",
    "from",
    "until",
    "date",
    "certificate",
    "authority",
    "reference",
    "printer",
    "copies",
    "pages",
    "purpose",
    "basis",
    "why",
    "reasons",
];

/// Rows of a page when the filter does not say.
const PAGE: usize = 200;
const MOST: usize = 1_000;

impl Session {
    /// What this officer may see of the log, newest first.
    ///
    /// # Errors
    /// [`Error::Malformed`] cursor; [`Error::NotFound`] where the filter names an officer or a document that there is not;
    /// [`Error::Backwards`]; integrity errors.
    pub fn log(&mut self, filter: &LogFilter) -> Result<LogPage, Error> {
        if let Some(typed) = filter.action.as_deref()
            && Act::ALL.iter().all(|act| act.as_str() != typed)
        {
            return Err(Error::unknown("action", typed, Act::ALL.iter().map(|act| act.as_str())));
        }
        if let (Some(since), Some(until)) = (filter.since, filter.until)
            && since >= until
        {
            return Err(Error::Backwards);
        }
        self.catch_up()?;
        let malformed = |_| Error::Malformed { field: "after" };
        let reached = filter.after.as_deref().map(str::parse::<u64>).transpose().map_err(malformed)?;
        let query = Lines {
            before: reached.filter(|_| !filter.oldest_first),
            after: reached.filter(|_| filter.oldest_first),
            oldest_first: filter.oldest_first,
            since: filter.since,
            until: filter.until,
            did: filter.action.clone(),
            officer: filter.officer.clone(),
            document: filter.document.clone(),
            oversight: self.sees_papers(),
            classes: self.readable(),
            limit: if filter.limit == 0 { PAGE } else { filter.limit.min(MOST) },
        };
        let page = self.index.lines(&query)?;
        if page.lines.is_empty() && filter.after.is_none() {
            // Nothing was done by, or about, what there is not: that is another answer.
            filter.officer.as_ref().map(|officer| self.known_officer(officer)).transpose()?;
            filter.document.as_ref().map(|document| self.filing(document)).transpose()?;
        }
        Ok(LogPage {
            rows: page.lines.iter().map(|line| self.row(line)).collect(),
            next: page.next.map(|entry| entry.to_string()),
        })
    }

    /// Every row that this officer may see, in the order that is asked for, page by page, until `each` says stop. Gives back how many there were.
    ///
    /// # Errors
    /// As [`Session::log`], and those of `each`.
    pub fn whole_log<E: From<Error>>(
        &mut self,
        filter: &LogFilter,
        each: &mut dyn FnMut(&LogRow) -> Result<(), E>,
    ) -> Result<u64, E> {
        let mut filter = LogFilter { limit: MOST, ..filter.clone() };
        let mut count = 0;
        loop {
            let page = self.log(&filter)?;
            for row in &page.rows {
                each(row)?;
                count += 1;
            }
            match page.next {
                Some(next) => filter.after = Some(next),
                None => return Ok(count),
            }
        }
    }

    /// The reason that the author of an entry gave, as far as this officer may read it.
    pub(crate) fn why_of(&self, entry: u64) -> Option<String> {
        let query = Lines { before: Some(entry + 1), oversight: self.sees_papers(), limit: 8, ..Lines::default() };
        let page = self.index.lines(&query).ok()?;
        page.lines.into_iter().filter(|line| line.entry == entry).find_map(|mut line| line.detail.remove("why"))
    }

    fn row(&self, line: &LogLine) -> LogRow {
        let values = self.values(line);
        let subject = line.subject();
        LogRow {
            index: line.entry,
            at: line.at,
            officer: line.officer.clone(),
            action: line.did.clone(),
            about: values.iter().find(|value| value.value == subject).cloned(),
            subject,
            detail: line.detail.clone(),
            values,
        }
    }

    /// What was recorded, value by value.
    fn values(&self, line: &LogLine) -> Vec<LogValue> {
        let place = |name: &str| ORDER.iter().position(|other| *other == name).unwrap_or(ORDER.len());
        let mut details: Vec<(&String, &String)> = line.detail.iter().collect();
        details.sort_by_key(|(name, _)| place(name));
        let policy = line.detail.get("policy").map(String::as_str);
        let mut values = Vec::with_capacity(details.len());
        // What a reason names is read with the reason.
        for (name, recorded) in details.into_iter().filter(|(name, _)| !recorded::is_named(name)) {
            let (kind, between) = kind(name, policy.is_some());
            let each: Vec<&str> =
                between.map_or_else(|| vec![recorded.as_str()], |between| recorded.split(between).collect());
            values.extend(each.into_iter().filter(|value| !value.is_empty()).map(|value| {
                let (shown, title) = self.known_as(kind, policy, value);
                LogValue { name: name.clone(), kind, value: value.to_owned(), shown, title }
            }));
        }
        values
    }

    /// What this officer knows of a value in addition to what was recorded: from his own index and from what every program knows.
    fn known_as(&self, kind: LogKind, policy: Option<&str>, value: &str) -> (Option<String>, Option<String>) {
        match kind {
            LogKind::Document => match self.listed(value) {
                Some((reference, title)) => (Some(reference), Some(title)),
                None => (None, None),
            },
            LogKind::Dossier => {
                let key = DossierKey::parse(value).ok().filter(|key| self.sees_dossier(key, self.now()));
                match key.and_then(|key| self.knowledge.dossiers.get(&key)) {
                    Some(name) => (Some(name.id.to_string()), Some(name.title.clone())),
                    None => (None, None),
                }
            }
            LogKind::Officer => {
                let officer = OfficerId::parse(value).ok().and_then(|id| self.state.officers.get(&id));
                (officer.map(|officer| officer.full_name.clone()), None)
            }
            LogKind::Partner => {
                let partner = PartnerId::parse(value).ok().and_then(|id| self.state.partners.get(&id));
                (partner.map(|partner| partner.record.name.clone()), None)
            }
            LogKind::Classification => {
                let policy = policy.and_then(|policy| policies().policy(policy));
                (policy.and_then(|policy| policy.class_banner(value)).map(|banner| banner.text), None)
            }
            LogKind::Text
            | LogKind::Class
            | LogKind::Release
            | LogKind::Key
            | LogKind::KeyBy
            | LogKind::Level
            | LogKind::Category
            | LogKind::Day
            | LogKind::Number
            | LogKind::Role
            | LogKind::Reason
            | LogKind::Action
            | LogKind::Nature
            | LogKind::Function
            | LogKind::Interest
            | LogKind::Topic
            | LogKind::Fault
            | LogKind::Field
            | LogKind::Fingerprint => (None, None),
        }
    }

    /// Reference and title of a document that this officer may open now.
    fn listed(&self, id: &str) -> Option<(String, String)> {
        let id = DocumentId::parse(id).ok()?;
        let filing = self.state.documents.get(&id)?;
        let _ = self.state.may_open(self.id(), &filing.class, self.now()).ok()?;
        self.index.name_of(&id).ok()?
    }

    /// Reads the whole log again: every hash, every signature.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn verify(&mut self) -> Result<Verified, Error> {
        self.catch_up()?;
        Ok(Verified::from(&self.ledger.verify()?))
    }

    /// A signed statement of the log's size and root, to be kept elsewhere.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn checkpoint(&mut self) -> Result<String, Error> {
        self.hand_out_checkpoint(|note| Ok(note.to_owned()))
    }

    /// The same, where the note is written elsewhere by `hand_out`. Only then is it remembered that there is one.
    ///
    /// # Errors
    /// Integrity errors; those of `hand_out`.
    pub fn hand_out_checkpoint<T, E: From<Error>>(
        &mut self,
        hand_out: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, E> {
        self.catch_up()?;
        let note = self.ledger.checkpoint(&self.position, &self.keyring.signer).map_err(Error::from)?;
        let handed_out = hand_out(&note)?;
        let now = self.now();
        match self.index.change::<_, Error>(|change| Ok(change.set_last_checkpoint(now)?)) {
            // The note is good whether or not it is remembered that it was given.
            Ok(()) | Err(Error::DiskFull | Error::ReadOnly | Error::Busy | Error::Io { .. }) => Ok(handed_out),
            Err(error) => Err(error.into()),
        }
    }
}

/// What a value is by its name, and what stands between several of them. `policy`: one is named next to it.
fn kind(name: &str, policy: bool) -> (LogKind, Option<&'static str>) {
    match name {
        "document" => (LogKind::Document, None),
        "documents" => (LogKind::Document, Some(" ")),
        "officer" | "deputy" | "second" => (LogKind::Officer, None),
        "officers" => (LogKind::Officer, Some(" ")),
        "dossier" => (LogKind::Dossier, None),
        "class" | "former" => (LogKind::Class, None),
        "partner" => (LogKind::Partner, None),
        "release" => (LogKind::Release, None),
        "key" => (LogKind::Key, None),
        "by" => (LogKind::KeyBy, None),
        "level" if policy => (LogKind::Classification, None),
        "categories" => (LogKind::Category, Some("; ")),
        "ceiling" => (LogKind::Level, None),
        "from" | "until" | "date" => (LogKind::Day, None),
        "failed" | "epoch" | "topics" | "aggregation" | "version" => (LogKind::Number, None),
        "epochs" => (LogKind::Number, Some(" ")),
        "roles" => (LogKind::Role, Some(" ")),
        "reasons" => (LogKind::Reason, Some(" ")),
        "action" => (LogKind::Action, None),
        "nature" => (LogKind::Nature, None),
        "function" => (LogKind::Function, None),
        "interest" => (LogKind::Interest, None),
        "fields" => (LogKind::Field, Some(" ")),
        "below-guide" => (LogKind::Topic, Some(" ")),
        "fault" | "memory" | "with" => (LogKind::Fault, None),
        "fingerprint" | "sha256" => (LogKind::Fingerprint, None),
        // Written by a person, or by a program that this one does not know.
        _ => (LogKind::Text, None),
    }
}

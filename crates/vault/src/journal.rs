//! The log as one officer may read it: lines taken down while entries were read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::entries::{Deed, Event, Sheet};
use crate::{ClassId, OfficerId};

/// By which right a line is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Source {
    /// The officer did it.
    Own,
    /// It is about the officer.
    About,
    /// As a security officer or auditor.
    Oversight,
    /// It stands on the consultation sheet of a document of this class.
    Class(ClassId),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub index: u64,
    pub at_ms: i64,
    pub officer: OfficerId,
    pub source: Source,
    pub deed: Deed,
}

impl Line {
    pub fn new(index: u64, at_ms: i64, officer: &OfficerId, source: Source, deed: Deed) -> Line {
        Line { index, at_ms, officer: officer.clone(), source, deed }
    }

    /// What a line of a consultation sheet says in the log.
    pub fn of_sheet(index: u64, at_ms: i64, officer: &OfficerId, class: &ClassId, sheet: &Sheet) -> Line {
        let document = sheet.document().to_string();
        let deed = match sheet {
            Sheet::Filed { .. } => Deed::new("file"),
            Sheet::Opened { purpose, .. } => Deed::new("open").about("purpose", purpose.clone()),
            Sheet::Released { release, partner, step, purpose, .. } => Deed::new(step)
                .about("release", release.to_string())
                .about("partner", partner.to_string())
                .about("purpose", purpose.clone()),
        };
        Line::new(index, at_ms, officer, Source::Class(class.clone()), deed.about("document", document))
    }

    /// What it is about: the first of these that it names.
    pub fn subject(&self) -> String {
        ["document", "release", "officer", "dossier", "partner", "class"]
            .iter()
            .find_map(|name| self.deed.detail.get(*name))
            .cloned()
            .unwrap_or_default()
    }
}

/// What an officer may know of events that are about himself, when he may not read the deeds of their author.
pub(crate) fn lines_about(me: &OfficerId, events: &[Event]) -> Vec<Deed> {
    let about = |officer: &OfficerId| officer == me;
    let mut deeds = Vec::new();
    for event in events {
        let deed = match event {
            Event::OfficerAdded { officer } if about(&officer.id) => Deed::new("add-officer"),
            Event::OfficerDisabled { officer } if about(officer) => Deed::new("disable-officer"),
            Event::ClearanceGranted { officer, policy, level, from, until, certificate, authority, .. }
                if about(officer) =>
            {
                Deed::new("grant-clearance")
                    .about("policy", policy.clone())
                    .about("level", level.clone())
                    .about("from", from.to_string())
                    .about("until", until.to_string())
                    .about("certificate", certificate.clone())
                    .about("authority", authority.clone())
            }
            Event::ClearanceChanged { officer, policy, status } if about(officer) => {
                Deed::new(clearance_deed(*status)).about("policy", policy.clone())
            }
            Event::BriefingRecorded { officer, policy, level, date } if about(officer) => Deed::new("record-briefing")
                .about("policy", policy.clone())
                .about("level", level.clone())
                .about("date", date.to_string()),
            Event::DossierCreated { dossier, lead: Some(lead), .. } if about(lead) => {
                Deed::new("create-dossier").about("dossier", dossier.to_string())
            }
            Event::MemberAdded { dossier, officer, .. } if about(officer) => {
                Deed::new("add-member").about("dossier", dossier.to_string())
            }
            Event::MemberRemoved { dossier, officer } if about(officer) => {
                Deed::new("remove-member").about("dossier", dossier.to_string())
            }
            _ => continue,
        };
        deeds.push(deed.about("officer", me.to_string()));
    }
    deeds
}

pub(crate) fn clearance_deed(status: policy::ClearanceStatus) -> &'static str {
    match status {
        policy::ClearanceStatus::Valid => "reinstate-clearance",
        policy::ClearanceStatus::Suspended => "suspend-clearance",
        policy::ClearanceStatus::Withdrawn => "withdraw-clearance",
    }
}

/// All lines, by entry. INVARIANT: an entry's lines are replaced as a whole when it is read again.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Journal {
    lines: BTreeMap<u64, Vec<Line>>,
}

impl Journal {
    pub fn add(&mut self, lines: Vec<Line>) {
        let mut by_entry: BTreeMap<u64, Vec<Line>> = BTreeMap::new();
        for line in lines {
            by_entry.entry(line.index).or_default().push(line);
        }
        for (index, lines) in by_entry {
            self.lines.insert(index, lines);
        }
    }

    /// Adds lines of consultation sheets to entries of which nothing else is known.
    pub fn add_sheets(&mut self, lines: Vec<Line>) {
        for line in lines {
            let there = self.lines.entry(line.index).or_default();
            let better = there.iter().any(|other| !matches!(other.source, Source::Class(_)));
            if !better && !there.contains(&line) {
                there.push(line);
            }
        }
    }

    /// Newest first, below an entry.
    pub fn before(&self, index: u64) -> impl Iterator<Item = &Line> {
        self.lines.range(..index).rev().flat_map(|(_, lines)| lines.iter())
    }
}

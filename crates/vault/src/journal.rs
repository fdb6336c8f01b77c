//! The log as one officer may read it: what lines say, and who may know events that are about himself.

use jiff::Timestamp;

use crate::OfficerId;
use crate::desk::{Line, Source};
use crate::entries::{Deed, Event};
use crate::replay::Found;
use crate::state::instant;

/// A line for a deed.
pub(crate) fn line(entry: u64, at: Timestamp, officer: &OfficerId, source: Source, deed: Deed) -> Line {
    Line { entry, at, officer: officer.clone(), source, did: deed.did, detail: deed.detail }
}

/// What a line of a consultation sheet says in the log.
pub(crate) fn line_of_sheet(found: &Found) -> Line {
    use crate::entries::Sheet;
    let deed = match &found.sheet {
        Sheet::Filed { .. } => Deed::new("file"),
        Sheet::Derived { .. } => Deed::new("derive"),
        Sheet::Opened { purpose, .. } => Deed::new("open").about("purpose", purpose.clone()),
        Sheet::Released { release, partner, step, purpose, .. } => Deed::new(step)
            .about("release", release.to_string())
            .about("partner", partner.to_string())
            .about("purpose", purpose.clone()),
        Sheet::Decided { decided, .. } => Deed::new(decided.nature.as_str()),
        Sheet::Moved { .. } => Deed::new("move"),
        Sheet::Notified { partner, .. } => Deed::new("notify").about("partner", partner.to_string()),
    };
    let deed = deed.about("document", found.sheet.document().to_string());
    line(found.index, instant(found.at_ms), &found.author, Source::Class(found.class.clone()), deed)
}

/// What a line is about: the first of these that it names.
pub(crate) fn subject(line: &Line) -> String {
    let names = ["document", "release", "officer", "dossier", "partner", "class"];
    names.iter().find_map(|name| line.detail.get(*name)).cloned().unwrap_or_default()
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

//! What somebody might sign about documents that one opens, and about the printers that they go to; and who may do that, told from
//! what it means.

use label::Level;
use policy::Role;
use registry::event::*;
use registry::keys::KeyName;
use registry::state::State;
use registry::{ClassId, OfficerId, PrinterName};

use super::alone_moves::{Choice, Play, of};
use super::stage::*;

/// How many kinds of them there are.
pub const KINDS: u8 = 11;

/// With the sheets that its entry has.
pub type Drawn = (Event, Vec<(ClassId, u32)>);

pub fn printer() -> PrinterName {
    PrinterName::parse("safe").expect("a name that CUPS takes")
}

/// About a document that nobody asks to release, or another.
pub fn draw(play: &Play, kind: u8, [_, _, what, other, ..]: Choice) -> Option<Drawn> {
    let state = &play.stage.state;
    let document = play.paper.clone();
    let record = state.documents.get(&document)?;
    let class: ClassId = of(&play.classes(), what)?;
    let epoch = |class: &ClassId| state.current(&KeyName::Class(class.clone())).map_or(1, |(epoch, _)| epoch);
    let sheets = vec![(class.clone(), epoch(&class)), (record.class.clone(), epoch(&record.class))];
    let earlier = || record.versions.iter().map(|_| fresh()).collect();
    let event = match kind % KINDS {
        0 => Filed { document: fresh(), epoch: epoch(&class), class }.into(),
        1 => Corrected { document }.into(),
        2 => {
            let number = record.count_versions() + 1;
            VersionFiled { document, number, epoch: epoch(&record.class), class: record.class, object: fresh() }.into()
        }
        3 => Refiled { document, epoch: epoch(&class), class, object: fresh(), earlier: earlier() }.into(),
        4 => {
            let consented = other.is_multiple_of(2);
            Reclassified { document, epoch: epoch(&class), class, object: fresh(), earlier: earlier(), consented }
                .into()
        }
        5 => Maintained { document, consented: other.is_multiple_of(2) }.into(),
        6 => Resealed { document, epoch: epoch(&record.class), object: fresh(), earlier: earlier() }.into(),
        7 => Printed { document, printer: printer(), first: record.copies() + 1, copies: 1 }.into(),
        8 => {
            let ceiling = if other.is_multiple_of(2) { Level::Confidential } else { Level::TopSecret };
            PrinterListed { printer: printer(), ceiling }.into()
        }
        9 => TextRead { document, epoch: epoch(&record.class), object: fresh(), earlier: earlier() }.into(),
        _ => PrinterRemoved { printer: printer() }.into(),
    };
    Some((event, sheets))
}

/// What somebody did to it, or to the list of printers, who may not.
pub fn gained(play: &Play, last: &State, author: &OfficerId, events: &[Event]) -> Vec<String> {
    let (now, at, mut gained) = (&play.stage.state, play.stage.now, Vec::new());
    let document = &play.paper;
    let (Some(was), Some(is)) = (last.documents.get(document), now.documents.get(document)) else { return gained };
    let reads = last.may_hold(author, &was.class, at).is_ok();
    let dossier = last.classes.get(&was.class).map(|class| &class.dossier);
    let answers = was.by == *author || dossier.is_some_and(|dossier| last.lead(dossier) == Some(author));
    let registers = last.has_role(author, Role::Registrar);
    let (mut changes, mut may) = (false, true);
    for event in events {
        let allowed = match event {
            Event::Reclassified(fact) if fact.document == *document => reads && answers,
            Event::Maintained(fact) if fact.document == *document => reads && answers,
            Event::Refiled(fact) if fact.document == *document => reads && answers,
            Event::Corrected(fact) if fact.document == *document => reads && (answers || registers),
            Event::VersionFiled(fact) if fact.document == *document => reads && (answers || registers),
            Event::Resealed(fact) if fact.document == *document => reads,
            Event::TextRead(fact) if fact.document == *document => {
                reads && was.withdrawn.is_none() && !last.opens_by_two(&was.class)
            }
            Event::Printed(fact) if fact.document == *document => {
                let listed = last.printers.iter().find(|listed| listed.name == fact.printer);
                reads && listed.is_some_and(|listed| listed.ceiling >= last.level(&was.class))
            }
            // By two: looked at elsewhere.
            Event::FilingWithdrawn(_) | Event::Answered(_) => true,
            _ => continue,
        };
        (changes, may) = (true, may && allowed);
    }
    if !may || (was != is && !changes) {
        gained.push(format!("{author} did to a document what he may not"));
    }
    if is.copies() < was.copies() || (is.class != was.class && now.opens_by_two(&is.class)) {
        gained.push("a copy has the number of another, or one marked what two open".to_owned());
    }
    if last.printers != now.printers && !last.has_role(author, Role::SecurityOfficer) {
        gained.push(format!("{author} changed the list of printers"));
    }
    gained
}

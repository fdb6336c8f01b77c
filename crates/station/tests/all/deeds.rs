//! What officers do in the simulation, and how it ends.

use std::fmt;
use std::io::Read as _;

use remote::Pace;
use testkit::simulation::Filed;
use vault::*;

use super::cast::*;

/// What somebody is about to do.
pub enum Deed {
    Files {
        titles: Vec<String>,
        level: usize,
    },
    Opens {
        title: String,
        paper: Filed<DocumentId>,
    },
    Remarks {
        title: String,
        paper: Filed<DocumentId>,
        level: usize,
    },
    /// Grants a clearance up to a level, or withdraws the one that there is.
    Clears {
        officer: &'static str,
        to: Option<usize>,
    },
    Member {
        officer: &'static str,
        to: bool,
    },
    /// Unlocks, in a process of its own, and puts in order what others left.
    Comes,
}

/// When a process dies.
#[derive(Clone, Copy)]
pub enum Dies {
    /// After so many steps.
    After(u64),
    /// So many steps after the first entry that it adds: its other servers do not know of that yet.
    Recorded(u64),
}

/// What came of it.
pub enum Done {
    Filed(Vec<DocumentId>),
    Read(Vec<u8>),
    /// An entry is all that there is to it.
    Entered,
}

/// Who does it, and how.
pub struct Attempt {
    pub officer: &'static str,
    pub deed: Deed,
    /// In a process of its own that dies.
    pub dies: Option<Dies>,
    /// How often a new process looks at the server.
    pub pace: Pace,
    /// Its workstation has not heard of all that is in the log.
    pub is_behind: bool,
}

/// How it ended.
pub struct Ended {
    pub done: Result<Done, Failed>,
    pub died: bool,
    /// The session goes on.
    pub session: Option<Session>,
}

/// What is known of it.
pub enum Came {
    Done(Done),
    Refused(Error),
    /// By a process that died, or whose servers did not answer: it is done, or it is not.
    Unknown,
}

/// Why something was not done.
#[derive(Debug)]
pub enum Failed {
    Vault(Error),
    /// A document was opened, and not all of it came.
    Reading,
}

impl Failed {
    pub fn code(&self) -> &'static str {
        match self {
            Failed::Vault(error) => error.code(),
            Failed::Reading => "not read to its end",
        }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Deed::Files { titles, level } => write!(f, "files {titles:?} {}", LEVELS[*level]),
            Deed::Opens { title, .. } => write!(f, "opens {title}"),
            Deed::Remarks { title, level, .. } => write!(f, "remarks {title} {}", LEVELS[*level]),
            Deed::Clears { officer, to } => write!(f, "clears {officer} {to:?}"),
            Deed::Member { officer, to } => write!(f, "member {officer} {to}"),
            Deed::Comes => write!(f, "comes"),
        }
    }
}

impl Deed {
    pub fn done_in(&self, session: &mut Session) -> Result<Done, Failed> {
        let done = match self {
            Deed::Files { titles, level } => {
                let batch = titles.iter().map(|title| paper(title, LEVELS[*level])).collect();
                let filed = session.file_documents(batch, &mut |_| Flow::Continue).map_err(|failed| {
                    assert!(failed.filed.is_empty(), "one transaction");
                    failed.error
                });
                filed.map(|filed| Done::Filed(filed.into_iter().map(|filed| filed.id).collect()))
            }
            Deed::Opens { paper, .. } => return try_read(session, &paper.id).map(Done::Read),
            Deed::Remarks { paper, level, .. } => {
                session.reclassify(&paper.id, &remarked(LEVELS[*level])).map(|_| Done::Entered)
            }
            Deed::Clears { officer, to: Some(level) } => {
                grant(session, officer, LEVELS[*level]).map(|()| Done::Entered)
            }
            Deed::Clears { officer, to: None } => {
                session.withdraw_clearance(&id(officer), "BEL", "simulation").map(|()| Done::Entered)
            }
            Deed::Member { officer, to: true } => {
                session.add_member(&dossier(), &id(officer), None, "simulation").map(|()| Done::Entered)
            }
            Deed::Member { officer, to: false } => {
                session.remove_member(&dossier(), &id(officer), "simulation").map(|_| Done::Entered)
            }
            // That was done when the session began.
            Deed::Comes => Ok(Done::Entered),
        };
        done.map_err(Failed::Vault)
    }
}

pub fn try_read(session: &mut Session, document: &DocumentId) -> Result<Vec<u8>, Failed> {
    let mut opened = session.open_document(document, "simulation").map_err(Failed::Vault)?;
    let mut bytes = Vec::new();
    opened.read_to_end(&mut bytes).map_err(|_| Failed::Reading)?;
    Ok(bytes)
}

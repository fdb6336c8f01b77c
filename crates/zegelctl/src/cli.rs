//! What can be typed. The contract that scripts rely on.

#[cfg(test)]
mod advice;
mod guide;
mod text;

use std::path::PathBuf;
use std::str::FromStr;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

pub use crate::commands::dossier::Dossier;
pub use guide::{About, Derive, Guide};
pub use text::{Refused, parse};
pub(crate) use text::{TEXT, Text};

#[derive(Parser, Debug)]
#[command(name = "zegelctl", version, about = "Keeps classified documents: the same uses as the window, for scripts, oversight and recovery", long_about = None)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Args, Debug, Clone, Default)]
pub struct Common {
    /// The vault's folder.
    #[arg(long, global = true, value_name = "DIR", env = "ZEGEL_VAULT")]
    pub vault: Option<PathBuf>,
    /// Who acts.
    // An id of its own: other arguments are called `officer`, and clap would take one for the other.
    #[arg(id = Common::OFFICER, long = "as", global = true, value_name = "OFFICER")]
    pub officer: Option<String>,
    /// File whose first line is the passphrase, and which nobody else may read; `-` reads it from standard input.
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Go on although nothing here remembers the log, or cannot be read: on another workstation, with a copy. It is recorded.
    #[arg(long, global = true)]
    pub without_memory: bool,
    /// One JSON object on standard output, errors as one JSON object on standard error.
    #[arg(long, global = true)]
    pub json: bool,
    /// This computer's clock was looked at and is right, however long ago the last entry of the log was made; without it, a
    /// person at a terminal is asked.
    #[arg(long, global = true)]
    pub clock_is_right: bool,
    /// Language of sentences; else the locale's.
    #[arg(long, global = true, value_name = "fr|nl|de|en")]
    pub lang: Option<LangArg>,
}

impl Common {
    /// Who acts, in the matches of clap.
    pub const OFFICER: &str = "acting_officer";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    Fr,
    Nl,
    De,
    En,
}

impl From<LangArg> for words::Lang {
    fn from(arg: LangArg) -> words::Lang {
        match arg {
            LangArg::Fr => words::Lang::Fr,
            LangArg::Nl => words::Lang::Nl,
            LangArg::De => words::Lang::De,
            LangArg::En => words::Lang::En,
        }
    }
}

#[derive(Subcommand, Debug)]
pub enum Command {
    /// Make a vault and its first officer, a security officer and custodian.
    Init(Init),
    /// Officers.
    #[command(subcommand)]
    Officer(Officer),
    /// One's own passphrase.
    #[command(subcommand)]
    Passphrase(Passphrase),
    /// Security clearances.
    #[command(subcommand)]
    Clearance(Clearance),
    /// The system's approval; without one the vault is an exercise vault.
    #[command(subcommand)]
    Approval(Approval),
    /// Authorities that the vault speaks for: about their documents it decides itself.
    #[command(subcommand)]
    Authority(Authority),
    /// Security briefings.
    #[command(subcommand)]
    Briefing(Briefing),
    /// Need-to-know.
    #[command(subcommand)]
    Dossier(Dossier),
    /// Documents.
    #[command(subcommand)]
    Doc(Doc),
    /// The classification guide.
    #[command(subcommand)]
    Guide(Guide),
    /// Until when documents are classified, what is due first.
    Calendar(Calendar),
    /// The register of decisions about classifications.
    Register(Register),
    /// The decision without doing it.
    Explain(Explain),
    /// Partner services.
    #[command(subcommand)]
    Partner(Partner),
    /// Releases to partners.
    #[command(subcommand)]
    Release(Release),
    /// Labels, without any vault.
    #[command(subcommand)]
    Label(Label),
    /// The log.
    #[command(subcommand)]
    Ledger(Ledger),
    /// Whether everything in the vault's folder is as it should be; with --as, as far as that officer may read. Changes
    /// nothing.
    Doctor,
    /// Commands of this list, one a line, under one unlock.
    Batch(Batch),
    /// Make an exercise vault; the passphrase of each officer is `exercise`.
    Demo(Demo),
    /// Measure.
    Bench(Bench),
}

#[derive(Args, Debug)]
pub struct Init {
    /// The vault's name; it is also that of the authority that the vault speaks for.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub name: String,
    /// Id of the first officer, as it is typed to act.
    #[arg(long, value_name = "ID")]
    pub officer: String,
    /// The first officer's name.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    #[arg(long, value_name = "XXX")]
    pub nationality: String,
}

#[derive(Subcommand, Debug)]
pub enum Officer {
    /// Enter an officer and make his identity: security officers.
    Add {
        /// Id of the new officer, as it is typed to act.
        id: String,
        /// The new officer's name.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        full_name: String,
        /// ISO 3166-1 alpha-3.
        #[arg(long, value_name = "XXX")]
        nationality: String,
        /// reader, registrar, security-officer, release-authority, auditor
        #[arg(long = "role", value_name = "ROLE", required = true, num_args = 1.., value_delimiter = ',')]
        roles: Vec<String>,
        /// File whose first line is the new officer's first passphrase.
        #[arg(long, value_name = "F")]
        initial_passphrase_file: Option<PathBuf>,
    },
    /// All officers, with their roles and clearances as far as one may know them.
    List,
    /// One officer.
    Show {
        /// Id of the officer.
        id: String,
    },
    /// End an officer's access; the keys that he held are renewed: security officers.
    Disable {
        /// Id of the officer.
        id: String,
        /// Why, for the log.
        #[arg(long, default_value = "", value_name = TEXT, value_parser = Text)]
        why: String,
    },
}

#[derive(Subcommand, Debug)]
pub enum Passphrase {
    /// Lock one's identity with another passphrase.
    Change {
        /// File whose first line is the new passphrase; without it, it is asked for twice.
        #[arg(long, value_name = "F")]
        new_passphrase_file: Option<PathBuf>,
    },
}

#[derive(Subcommand, Debug)]
pub enum Clearance {
    /// Record a security clearance: security officers, not for themselves.
    Grant {
        /// Id of the officer whom it is granted to.
        id: String,
        /// The policy that it is for: BEL, NATO, EU.
        #[arg(long)]
        policy: String,
        /// The highest classification, by any of its names under that policy.
        #[arg(long)]
        level: String,
        /// TAG=VALUE, or a bare value of the tag Handling.
        #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
        categories: Vec<String>,
        /// Its first day.
        #[arg(long, value_name = "DATE")]
        from: NaiveDate,
        /// Its last day, five years after the first at most.
        #[arg(long, value_name = "DATE")]
        until: NaiveDate,
        /// Reference of the certificate.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        certificate: String,
        /// The security authority that granted it: ANS, VSSE, SGRS or a foreign one.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        authority: String,
    },
    /// Suspend a clearance: security officers.
    Suspend(ClearanceChange),
    /// Put a suspended clearance in force again: security officers.
    Reinstate(ClearanceChange),
    /// Withdraw a clearance for good: security officers.
    Withdraw(ClearanceChange),
    /// Clearances: everybody's for security officers, else one's own.
    List {
        /// Only those whose renewal must be asked for.
        #[arg(long)]
        due: bool,
    },
}

#[derive(Args, Debug)]
pub struct ClearanceChange {
    /// Id of the officer whose clearance it is.
    pub id: String,
    /// The policy that it is for: BEL, NATO, EU.
    #[arg(long)]
    pub policy: String,
    /// Why, for the log.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub why: String,
}

#[derive(Subcommand, Debug)]
pub enum Approval {
    /// Record the system's approval: security officers.
    Record {
        /// The authority that approved it.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        authority: String,
        /// Reference of the approval.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        reference: String,
        /// The highest level that it is approved for, by any of its names.
        #[arg(long, value_name = "LEVEL")]
        ceiling: String,
        /// Its last day.
        #[arg(long, value_name = "DATE")]
        until: NaiveDate,
    },
    /// The approval in force.
    Show,
}

#[derive(Subcommand, Debug)]
pub enum Authority {
    /// The vault's own name, and the others.
    List,
    /// Add the name of a section or service, as documents bear it: security officers.
    Add {
        /// The authority's name.
        #[arg(value_name = TEXT, value_parser = Text)]
        name: String,
    },
    /// From now on its consent is asked for: security officers.
    Remove {
        /// The authority's name.
        #[arg(value_name = TEXT, value_parser = Text)]
        name: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
}

#[derive(Subcommand, Debug)]
pub enum Briefing {
    /// Record that an officer was briefed: security officers.
    Record {
        /// Id of the officer.
        id: String,
        /// The policy that it was about: BEL, NATO, EU.
        #[arg(long)]
        policy: String,
        /// The highest classification that it covers, by any of its names under that policy.
        #[arg(long)]
        level: String,
        /// The day on which it was given.
        #[arg(long)]
        date: NaiveDate,
    },
}

#[derive(Subcommand, Debug)]
pub enum Doc {
    /// Register documents.
    File(File),
    /// Register a document that is made from others.
    Derive(Derive),
    /// Documents that one may see.
    List {
        /// Words of title, subject, reference or originator.
        #[arg(long, short, value_name = TEXT, value_parser = Text)]
        query: Option<String>,
        /// Only of this level, by any of its names.
        #[arg(long)]
        level: Option<String>,
        /// Only of this dossier.
        #[arg(long)]
        dossier: Option<String>,
        /// In what order; else the latest filed first.
        #[arg(long, value_name = "date|title|level|reference[:desc]")]
        sort: Option<String>,
        /// How many rows at most.
        #[arg(long, value_name = "N|all", default_value = "100")]
        limit: Limit,
        /// The `next` of the page before, in the same order.
        #[arg(long, value_name = "CURSOR")]
        after: Option<String>,
    },
    /// What the register says of a document, its history, and whether one may open it.
    Show {
        /// The document: its id, or its reference.
        id: String,
    },
    /// Decrypt, after deciding and recording.
    Open {
        /// The document: its id, or its reference.
        id: String,
        /// What it is opened for, for the log and the document's history.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        purpose: String,
        #[command(flatten)]
        out: Out,
    },
    /// The marked pages as PNG, after deciding and recording, and what could not be drawn on each.
    Pages {
        /// The document: its id, or its reference.
        id: String,
        /// What it is opened for, for the log and the document's history.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        purpose: String,
        /// A folder, made where there is none; its files are `page-0001.png` and so on.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[command(flatten)]
        force: Force,
        /// `3`, `1-3` or `5-`; of a range past the end, what there is. Else all.
        #[arg(long, value_name = "PAGES")]
        pages: Option<String>,
        /// Of a page in pixels, from 64 to 4000.
        #[arg(long, value_name = "PX", default_value_t = 1200, value_parser = clap::value_parser!(u32).range(64..=4000))]
        width: u32,
        /// A file, which nobody else may read, with the password of the document itself on its first line; `-` is standard input.
        #[arg(long, value_name = "PATH")]
        document_password_file: Option<PathBuf>,
    },
    /// What can be read in it, after deciding and recording.
    Text {
        /// The document: its id, or its reference.
        id: String,
        /// What it is opened for, for the log and the document's history.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        purpose: String,
        /// A new file, which nobody else may read; `-`, or nothing, is standard output. Devices and pipes are written to.
        #[arg(long, value_name = "PATH", default_value = "-")]
        out: PathBuf,
        #[command(flatten)]
        force: Force,
        /// A file, which nobody else may read, with the password of the document itself on its first line; `-` is standard input.
        #[arg(long, value_name = "PATH")]
        document_password_file: Option<PathBuf>,
    },
    /// The ADatP-4774 label as XML.
    Label {
        /// The document: its id, or its reference.
        id: String,
        #[command(flatten)]
        out: MaybeOut,
    },
    /// Change its marking: lower, raise or lift its classification, or give it other categories.
    Relabel(Relabel),
    /// Lift its classification.
    Declassify {
        /// The document: its id, or its reference.
        id: String,
        #[command(flatten)]
        ground: Ground,
    },
    /// Keep it classified as it is.
    Maintain {
        /// The document: its id, or its reference.
        id: String,
        #[command(flatten)]
        ground: Ground,
        /// By when it is looked at again; else ten years from now.
        #[arg(long, value_name = "DATE")]
        next: Option<NaiveDate>,
    },
    /// Note that a recipient was told how it is marked now.
    Notified {
        /// The document: its id, or its reference.
        id: String,
        /// Id of the partner that was told.
        #[arg(long)]
        partner: String,
    },
}

// Where something goes; a comment for the help would stand there as the command.
#[derive(Args, Debug)]
pub struct Out {
    /// A new file, which nobody else may read; `-` is standard output. Devices and pipes are written to.
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
    #[command(flatten)]
    pub force: Force,
}

// Where something goes that is shown unless it goes somewhere; a comment for the help would stand there as the command.
#[derive(Args, Debug)]
pub struct MaybeOut {
    /// A new file, which nobody else may read; without it, standard output. Devices and pipes are written to.
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub force: Force,
}

#[derive(Args, Debug)]
pub struct Force {
    /// Replace what has that name already. Of a link the link is replaced, never what it leads to.
    #[arg(long, requires = "out")]
    pub force: bool,
}

#[derive(Args, Debug)]
pub struct Relabel {
    /// The document: its id, or its reference.
    pub id: String,
    /// An ADatP-4774 label; else --level.
    #[arg(long, value_name = "label.xml", conflicts_with_all = ["level", "rel", "categories", "policy"])]
    pub label: Option<PathBuf>,
    /// Else that of its present marking.
    #[arg(long)]
    pub policy: Option<String>,
    /// The new classification, by any of its names under the policy.
    #[arg(long, required_unless_present = "label")]
    pub level: Option<String>,
    /// Releasable to; absent means Belgium only, empty means nobody.
    #[arg(long, value_name = "BEL,FRA")]
    pub rel: Option<String>,
    /// A category of the new marking; without TAG, one of the tag Handling.
    #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
    pub categories: Vec<String>,
    #[command(flatten)]
    pub ground: Ground,
}

/// On what a decision about a classification rests.
#[derive(Args, Debug)]
pub struct Ground {
    /// The motive, as it stands in the register.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub why: String,
    /// The interest of art. 3 §1 that calls for the classification, by its letter.
    #[arg(long, value_name = "a..k")]
    pub interest: Option<String>,
    /// The originating authority's consent: AUTHORITY:REF.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub consent: Option<String>,
}

/// How many rows of a list are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    Rows(usize),
    All,
}

impl FromStr for Limit {
    type Err = String;

    fn from_str(typed: &str) -> Result<Limit, String> {
        match typed.parse() {
            _ if typed == "all" => Ok(Limit::All),
            Ok(rows) if rows > 0 => Ok(Limit::Rows(rows)),
            _ => Err("a number from 1, or all".to_owned()),
        }
    }
}

#[derive(Args, Debug)]
pub struct Calendar {
    /// Only what is to be decided on: due, overdue, or a hundred years old.
    #[arg(long)]
    pub due: bool,
    /// Only of this dossier.
    #[arg(long)]
    pub dossier: Option<String>,
    /// Whose term ends on this day or before.
    #[arg(long, value_name = "DATE")]
    pub until: Option<NaiveDate>,
    /// In what order; else what ends first.
    #[arg(long, value_name = "term|finalised|title|level|reference[:desc]")]
    pub sort: Option<String>,
    /// How many rows at most.
    #[arg(long, value_name = "N|all", default_value = "100")]
    pub limit: Limit,
    /// The `next` of the page before, in the same order.
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
}

#[derive(Args, Debug)]
pub struct Register {
    /// Only of this dossier.
    #[arg(long)]
    pub dossier: Option<String>,
    /// Only about this document: its id, or its reference.
    #[arg(long)]
    pub doc: Option<String>,
    /// In what order; else the newest first.
    #[arg(long, value_name = "filed|title|level|reference[:desc]")]
    pub sort: Option<String>,
    /// How many rows at most.
    #[arg(long, value_name = "N|all", default_value = "100")]
    pub limit: Limit,
    /// The `next` of the page before, in the same order.
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
}

#[derive(Args, Debug)]
pub struct File {
    /// Files to register, and with --recursive folders.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Id of the dossier that they belong to.
    #[arg(long)]
    pub dossier: String,
    /// An ADatP-4774 label; else --policy and --level.
    #[arg(long, value_name = "label.xml", conflicts_with_all = ["level", "rel", "categories"])]
    pub label: Option<PathBuf>,
    /// The policy that the marking is under: BEL, NATO, EU.
    #[arg(long, default_value = "BEL")]
    pub policy: String,
    /// The classification, by any of its names under the policy.
    #[arg(long, required_unless_present = "label")]
    pub level: Option<String>,
    /// Releasable to; absent means Belgium only, empty means nobody.
    #[arg(long, value_name = "BEL,FRA")]
    pub rel: Option<String>,
    /// A category of the marking; without TAG, one of the tag Handling.
    #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
    pub categories: Vec<String>,
    /// Of the document; with many paths, their file names stand for it when it is absent.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub title: Option<String>,
    #[command(flatten)]
    pub about: About,
    /// From when the term of its classification counts; else from its own date.
    #[arg(long, value_name = "DATE")]
    pub finalised: Option<NaiveDate>,
    /// Folders with everything in them, hidden files as well; links, pipes, sockets and devices are left out and named.
    #[arg(long)]
    pub recursive: bool,
    /// Leave out what is already in the dossier with the very same bytes: for going on where a filing was broken off.
    #[arg(long)]
    pub skip_existing: bool,
}

#[derive(Args, Debug)]
pub struct Explain {
    /// open, release, file, reclassify
    pub action: String,
    /// The document: its id, or its reference.
    #[arg(long)]
    pub doc: String,
    /// For whom; others than oneself only by security officers.
    #[arg(long)]
    pub officer: Option<String>,
    /// For release: id of the partner.
    #[arg(long)]
    pub partner: Option<String>,
    /// For reclassify: the level that it would have; absent: to maintain it.
    #[arg(long)]
    pub level: Option<String>,
}

#[derive(Subcommand, Debug)]
pub enum Partner {
    /// Enter a partner service and its key: release authorities and security officers.
    Add {
        /// Id of the new partner.
        id: String,
        /// The service's name.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        name: String,
        /// Its nation, ISO 3166-1 alpha-3.
        #[arg(long, value_name = "FRA")]
        nation: String,
        /// A community that it belongs to, such as EU or NATO.
        #[arg(long = "community", value_delimiter = ',')]
        communities: Vec<String>,
        /// Whom to reach there, and how.
        #[arg(long, default_value = "", value_name = TEXT, value_parser = Text)]
        contact: String,
        /// age1… or age1pq…
        // Whatever is pasted here is told by what it is.
        #[arg(long, allow_hyphen_values = true)]
        recipient: String,
        /// The key with which it signs its receipts.
        #[arg(long, allow_hyphen_values = true)]
        signing_key: Option<String>,
        /// The highest level that it may receive, by any of its names.
        #[arg(long, value_name = "LEVEL")]
        ceiling: String,
        /// A restrictive marking that the agreement covers: TAG=VALUE, or a bare value of the tag Handling.
        #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
        categories: Vec<String>,
        /// Reference of the agreement; nothing is released without one.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        agreement: Option<String>,
        /// The agreement's last day; without it, no end.
        #[arg(long, value_name = "DATE")]
        until: Option<NaiveDate>,
    },
    /// Confirm a partner's key by the fingerprint that the partner read out: somebody else than who entered it.
    Confirm {
        /// Id of the partner.
        id: String,
        /// The fingerprint as it was read out.
        #[arg(long)]
        fingerprint: String,
    },
    /// The partner services.
    List,
}

#[derive(Subcommand, Debug)]
pub enum Release {
    /// Ask for documents to be released to a partner.
    Request {
        /// Id of the partner.
        #[arg(long)]
        partner: String,
        /// A document that is to go: its id, or its reference.
        #[arg(long = "doc", required = true, num_args = 1.., value_delimiter = ',')]
        docs: Vec<String>,
        /// What it is released for, for the package and the history of each document.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        purpose: String,
        /// The originator's consent: DOC=AUTHORITY:REF; without DOC it holds for all.
        #[arg(long = "consent", num_args = 1.., value_name = TEXT, value_parser = Text)]
        consents: Vec<String>,
    },
    /// Approve a request, as the second person: release authorities.
    Approve {
        /// Id of the release.
        release: String,
    },
    /// Write the package.
    Write {
        /// Id of the release.
        release: String,
        /// The folder that the package is written into; it is made where it is not there.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Requests that one may see, and for release authorities all, whatever they may see of them.
    List,
    /// One release: what is in it, what of it one may not open and whom to ask, and why one may not approve it.
    Show {
        /// Id of the release.
        release: String,
    },
    /// End a request that waits, with a reason for the one who asked: release authorities.
    Refuse {
        /// Id of the release.
        release: String,
        /// The reason, for the log and the history of each document.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Call a request or a release back; a package that was handed over does not come back by itself.
    Recall {
        /// Id of the release.
        release: String,
        /// Why, for the log and the history of each document.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
}

#[derive(Args, Debug)]
pub struct PolicyArg {
    /// A SPIF file, or BEL, NATO, EU.
    #[arg(long = "policy", value_name = "SPIF")]
    pub policy: String,
}

#[derive(Subcommand, Debug)]
pub enum Label {
    /// Whether a label is valid under a policy, and everything that is wrong with it.
    Check {
        #[command(flatten)]
        policy: PolicyArg,
        /// `-` reads standard input.
        label: PathBuf,
    },
    /// The marking as it stands on a page.
    Mark {
        #[command(flatten)]
        policy: PolicyArg,
        /// Where it stands, such as page-top, page-bottom or portion.
        #[arg(long, value_name = "PLACE", default_value = "page-top")]
        at: String,
        /// The label, ADatP-4774; `-` reads standard input.
        label: PathBuf,
    },
    /// ADatP-4774.1: whether a clearance permits access to a label.
    Decide {
        #[command(flatten)]
        policy: PolicyArg,
        /// The clearance, ADatP-4774; `-` reads standard input.
        #[arg(long, value_name = "C")]
        clearance: PathBuf,
        /// The label, ADatP-4774; `-` reads standard input.
        label: PathBuf,
    },
    /// The equivalent of a label under another policy; refused where the tables say nothing.
    Translate {
        #[command(flatten)]
        policy: PolicyArg,
        /// The other policy: BEL, NATO, EU, or the name of the file's.
        #[arg(long, value_name = "POLICY")]
        to: String,
        /// The other policy's own file, where it is none of these.
        #[arg(long, value_name = "SPIF")]
        to_spif: Option<String>,
        /// The label, ADatP-4774; `-` reads standard input.
        label: PathBuf,
    },
    /// The high-water mark of several labels.
    Dominate {
        #[command(flatten)]
        policy: PolicyArg,
        /// The labels, ADatP-4774; `-` reads standard input.
        #[arg(required = true)]
        labels: Vec<PathBuf>,
    },
    /// ADatP-4778: binds labels (the original, then its equivalents) to a file, with its digest. Prints the binding, which
    /// is kept beside the file as `<name>.bdo`.
    Bind {
        /// The policy of each label: a SPIF file, or BEL, NATO, EU.
        #[arg(long = "policy", value_name = "SPIF", required = true)]
        policies: Vec<String>,
        /// The file that is labelled.
        #[arg(long, value_name = "FILE")]
        data: PathBuf,
        /// Its media type, where the binding is to say it.
        #[arg(long, value_name = "TYPE")]
        content_type: Option<String>,
        /// Puts the file within the binding.
        #[arg(long)]
        embed: bool,
        #[command(flatten)]
        out: MaybeOut,
        /// The labels, ADatP-4774: the original, then its equivalents.
        #[arg(required = true)]
        labels: Vec<PathBuf>,
    },
    /// What a binding says, and whether the files beside it are those that were labelled.
    Bound {
        /// The policies whose labels are read; others are shown by their words.
        #[arg(long = "policy", value_name = "SPIF", required = true)]
        policies: Vec<String>,
        /// The binding, ADatP-4778.
        binding: PathBuf,
    },
}

#[derive(Subcommand, Debug)]
pub enum Ledger {
    /// Every hash, every signature. Needs no key.
    Verify {
        /// A checkpoint note kept elsewhere.
        #[arg(long, value_name = "NOTE")]
        checkpoint: Option<PathBuf>,
    },
    /// A signed statement of size and root, to be kept elsewhere.
    Checkpoint {
        #[command(flatten)]
        out: MaybeOut,
    },
    /// What one may see of the log, line by line, the newest first.
    Show {
        /// Only who acted, or about whom.
        #[arg(long)]
        officer: Option<String>,
        /// Only about this document: its id, or its reference.
        #[arg(long)]
        doc: Option<String>,
        /// Only one kind of act, such as open, deny or grant-clearance.
        #[arg(long)]
        action: Option<String>,
        /// A date or a time, from its first moment.
        #[arg(long, value_name = "D")]
        since: Option<String>,
        /// A date, to its end; or a time.
        #[arg(long, value_name = "D")]
        until: Option<String>,
        /// How many lines at most; those of one entry stay together.
        #[arg(long, value_name = "N|all", default_value = "200")]
        limit: Limit,
        /// The `next` of the page before.
        #[arg(long, value_name = "CURSOR")]
        after: Option<String>,
        /// Every line, as comma-separated values; with `--out`, into a file.
        #[arg(long, conflicts_with_all = ["limit", "after"])]
        csv: bool,
        #[command(flatten)]
        out: MaybeOut,
    },
}

#[derive(Args, Debug)]
pub struct Batch {
    /// A file of commands; else standard input.
    pub file: Option<PathBuf>,
    /// End at the first failure.
    #[arg(long)]
    pub stop: bool,
}

#[derive(Args, Debug)]
pub struct Demo {
    /// The folder that it is made in.
    pub dir: PathBuf,
}

#[derive(Args, Debug)]
pub struct Bench {
    /// person, seal, file, search, ledger, decide, label; all when absent.
    pub what: Vec<String>,
    /// MiB of the document for `person` and `seal`; three times as much room is needed.
    #[arg(long, default_value_t = 2048)]
    pub mib: u64,
    /// How often `person` files and opens it.
    #[arg(long, default_value_t = 3)]
    pub runs: usize,
    /// Documents for `file`.
    #[arg(long, default_value_t = 10_000)]
    pub documents: usize,
    /// Documents for `search`.
    #[arg(long, default_value_t = 100_000)]
    pub rows: usize,
    /// Entries for `ledger`.
    #[arg(long, default_value_t = 100_000)]
    pub entries: u64,
    /// Where to work; else a temporary folder.
    #[arg(long)]
    pub dir: Option<PathBuf>,
    /// `search` leaves its filled vault in `--dir`, and measures the one that it finds there without filling it again.
    #[arg(long, requires = "dir")]
    pub keep: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_words_hang_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn each_command_argument_and_option_says_what_it_is() {
        fn undescribed(command: &clap::Command, above: &str, found: &mut Vec<String>) {
            let path = format!("{above} {}", command.get_name());
            let empty =
                |said: Option<&clap::builder::StyledStr>| said.is_none_or(|said| said.to_string().trim().is_empty());
            if empty(command.get_about()) {
                found.push(path.clone());
            }
            let arguments = command.get_arguments().filter(|arg| empty(arg.get_help()));
            found.extend(arguments.map(|arg| format!("{path} {arg}")));
            command.get_subcommands().for_each(|below| undescribed(below, &path, found));
        }
        let mut found = Vec::new();
        undescribed(&text::command(), "", &mut found);
        assert!(found.is_empty(), "without a description: {found:#?}");
    }

    #[test]
    fn who_acts_is_never_taken_for_whom_it_is_about() {
        let typed = ["zegelctl", "--as", "anna", "dossier", "add", "D", "bruno", "--basis", "x"];
        let cli = Cli::try_parse_from(typed).expect("it parses");
        assert_eq!(cli.common.officer.as_deref(), Some("anna"));
        let typed = ["zegelctl", "explain", "open", "--doc", "d", "--officer", "bruno", "--as", "anna"];
        let cli = Cli::try_parse_from(typed).expect("it parses");
        assert_eq!(cli.common.officer.as_deref(), Some("anna"));
    }
}

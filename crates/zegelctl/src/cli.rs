//! What can be typed. The contract that scripts rely on.

#[cfg(test)]
mod advice;
mod guide;
mod text;

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

pub use guide::{About, Derive, Guide};
pub use text::{Refused, parse};
use text::{TEXT, Text};

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
    /// This computer's clock was looked at and is right, however long ago the last entry of the log was made.
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
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub name: String,
    #[arg(long, value_name = "ID")]
    pub officer: String,
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    #[arg(long, value_name = "XXX")]
    pub nationality: String,
}

#[derive(Subcommand, Debug)]
pub enum Officer {
    Add {
        id: String,
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
    List,
    Show {
        id: String,
    },
    Disable {
        id: String,
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
    Grant {
        id: String,
        #[arg(long)]
        policy: String,
        #[arg(long)]
        level: String,
        /// TAG=VALUE, or a bare value of the tag Handling.
        #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
        categories: Vec<String>,
        #[arg(long, value_name = "DATE")]
        from: Date,
        #[arg(long, value_name = "DATE")]
        until: Date,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        certificate: String,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        authority: String,
    },
    Suspend(ClearanceChange),
    Reinstate(ClearanceChange),
    Withdraw(ClearanceChange),
    List {
        /// Only those whose renewal must be asked for.
        #[arg(long)]
        due: bool,
    },
}

#[derive(Args, Debug)]
pub struct ClearanceChange {
    pub id: String,
    #[arg(long)]
    pub policy: String,
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub why: String,
}

#[derive(Subcommand, Debug)]
pub enum Approval {
    Record {
        #[arg(long, value_name = TEXT, value_parser = Text)]
        authority: String,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        reference: String,
        #[arg(long, value_name = "LEVEL")]
        ceiling: String,
        #[arg(long, value_name = "DATE")]
        until: Date,
    },
    Show,
}

#[derive(Subcommand, Debug)]
pub enum Authority {
    /// The vault's own name, and the others.
    List,
    /// Add the name of a section or service, as documents bear it: security officers.
    Add {
        #[arg(value_name = TEXT, value_parser = Text)]
        name: String,
    },
    /// From now on its consent is asked for: security officers.
    Remove {
        #[arg(value_name = TEXT, value_parser = Text)]
        name: String,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
}

#[derive(Subcommand, Debug)]
pub enum Briefing {
    Record {
        id: String,
        #[arg(long)]
        policy: String,
        #[arg(long)]
        level: String,
        #[arg(long)]
        date: Date,
    },
}

#[derive(Subcommand, Debug)]
pub enum Dossier {
    Create {
        id: String,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        title: String,
        #[arg(long, value_name = "OFFICER")]
        lead: Option<String>,
    },
    Add {
        id: String,
        officer: String,
        #[arg(long, value_name = "DATE")]
        until: Option<Date>,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        basis: String,
    },
    Remove {
        id: String,
        officer: String,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    List,
}

#[derive(Subcommand, Debug)]
pub enum Doc {
    /// Register documents.
    File(File),
    /// Register a document that is made from others.
    Derive(Derive),
    List {
        #[arg(long, short, value_name = TEXT, value_parser = Text)]
        query: Option<String>,
        #[arg(long)]
        level: Option<String>,
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
    Show {
        id: String,
    },
    /// Decrypt, after deciding and recording.
    Open {
        id: String,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        purpose: String,
        #[command(flatten)]
        out: Out,
    },
    /// The marked pages as PNG, after deciding and recording, and what could not be drawn on each.
    Pages {
        id: String,
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
    },
    /// What can be read in it, after deciding and recording.
    Text {
        id: String,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        purpose: String,
        /// A new file, which nobody else may read; `-`, or nothing, is standard output. Devices and pipes are written to.
        #[arg(long, value_name = "PATH", default_value = "-")]
        out: PathBuf,
        #[command(flatten)]
        force: Force,
    },
    /// The ADatP-4774 label as XML.
    Label {
        id: String,
        #[command(flatten)]
        out: MaybeOut,
    },
    /// Change its marking: lower, raise or lift its classification, or give it other categories.
    Relabel(Relabel),
    /// Lift its classification.
    Declassify {
        id: String,
        #[command(flatten)]
        ground: Ground,
    },
    /// Keep it classified as it is.
    Maintain {
        id: String,
        #[command(flatten)]
        ground: Ground,
        /// By when it is looked at again; else ten years from now.
        #[arg(long, value_name = "DATE")]
        next: Option<Date>,
    },
    /// Note that a recipient was told how it is marked now.
    Notified {
        id: String,
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
    pub id: String,
    /// An ADatP-4774 label; else --level.
    #[arg(long, value_name = "label.xml", conflicts_with_all = ["level", "rel", "categories", "policy"])]
    pub label: Option<PathBuf>,
    /// Else that of its present marking.
    #[arg(long)]
    pub policy: Option<String>,
    #[arg(long, required_unless_present = "label")]
    pub level: Option<String>,
    /// Releasable to; absent means Belgium only, empty means nobody.
    #[arg(long, value_name = "BEL,FRA")]
    pub rel: Option<String>,
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
    #[arg(long)]
    pub dossier: Option<String>,
    /// Whose term ends on this day or before.
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// In what order; else what ends first.
    #[arg(long, value_name = "term|finalised|title|level|reference[:desc]")]
    pub sort: Option<String>,
    /// How many rows at most.
    #[arg(long, value_name = "N|all", default_value = "100")]
    pub limit: Limit,
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
}

#[derive(Args, Debug)]
pub struct Register {
    #[arg(long)]
    pub dossier: Option<String>,
    #[arg(long)]
    pub doc: Option<String>,
    /// In what order; else the newest first.
    #[arg(long, value_name = "filed|title|level|reference[:desc]")]
    pub sort: Option<String>,
    /// How many rows at most.
    #[arg(long, value_name = "N|all", default_value = "100")]
    pub limit: Limit,
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
}

#[derive(Args, Debug)]
pub struct File {
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long)]
    pub dossier: String,
    /// An ADatP-4774 label; else --policy and --level.
    #[arg(long, value_name = "label.xml", conflicts_with_all = ["level", "rel", "categories"])]
    pub label: Option<PathBuf>,
    #[arg(long, default_value = "BEL")]
    pub policy: String,
    #[arg(long, required_unless_present = "label")]
    pub level: Option<String>,
    /// Releasable to; absent means Belgium only, empty means nobody.
    #[arg(long, value_name = "BEL,FRA")]
    pub rel: Option<String>,
    #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
    pub categories: Vec<String>,
    /// Of the document; with many paths, their file names stand for it when it is absent.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub title: Option<String>,
    #[command(flatten)]
    pub about: About,
    /// From when the term of its classification counts; else from its own date.
    #[arg(long, value_name = "DATE")]
    pub finalised: Option<Date>,
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
    #[arg(long)]
    pub doc: String,
    /// For whom; others than oneself only by security officers.
    #[arg(long)]
    pub officer: Option<String>,
    #[arg(long)]
    pub partner: Option<String>,
    /// For reclassify: the level that it would have; absent: to maintain it.
    #[arg(long)]
    pub level: Option<String>,
}

#[derive(Subcommand, Debug)]
pub enum Partner {
    Add {
        id: String,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        name: String,
        #[arg(long, value_name = "FRA")]
        nation: String,
        #[arg(long = "community", value_delimiter = ',')]
        communities: Vec<String>,
        #[arg(long, default_value = "", value_name = TEXT, value_parser = Text)]
        contact: String,
        /// age1… or age1pq…
        #[arg(long)]
        recipient: String,
        #[arg(long)]
        signing_key: Option<String>,
        #[arg(long, value_name = "LEVEL")]
        ceiling: String,
        /// A restrictive marking that the agreement covers: TAG=VALUE, or a bare value of the tag Handling.
        #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
        categories: Vec<String>,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        agreement: Option<String>,
        #[arg(long, value_name = "DATE")]
        until: Option<Date>,
    },
    Confirm {
        id: String,
        #[arg(long)]
        fingerprint: String,
    },
    List,
}

#[derive(Subcommand, Debug)]
pub enum Release {
    Request {
        #[arg(long)]
        partner: String,
        #[arg(long = "doc", required = true, num_args = 1.., value_delimiter = ',')]
        docs: Vec<String>,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        purpose: String,
        /// The originator's consent: DOC=AUTHORITY:REF; without DOC it holds for all.
        #[arg(long = "consent", num_args = 1.., value_name = TEXT, value_parser = Text)]
        consents: Vec<String>,
    },
    Approve {
        release: String,
    },
    /// Write the package.
    Write {
        release: String,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    List,
    /// End a request that waits, with a reason for the one who asked.
    Refuse {
        release: String,
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    Recall {
        release: String,
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
        #[arg(long, value_name = "PLACE", default_value = "page-top")]
        at: String,
        label: PathBuf,
    },
    /// ADatP-4774.1: whether a clearance permits access to a label.
    Decide {
        #[command(flatten)]
        policy: PolicyArg,
        #[arg(long, value_name = "C")]
        clearance: PathBuf,
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
        label: PathBuf,
    },
    /// The high-water mark of several labels.
    Dominate {
        #[command(flatten)]
        policy: PolicyArg,
        #[arg(required = true)]
        labels: Vec<PathBuf>,
    },
    /// ADatP-4778: binds labels (the original, then its equivalents) to a file, with its digest. Prints the binding, which
    /// is kept beside the file as `<name>.bdo`.
    Bind {
        /// The policy of each label: a SPIF file, or BEL, NATO, EU.
        #[arg(long = "policy", value_name = "SPIF", required = true)]
        policies: Vec<String>,
        #[arg(long, value_name = "FILE")]
        data: PathBuf,
        #[arg(long, value_name = "TYPE")]
        content_type: Option<String>,
        /// Puts the file within the binding.
        #[arg(long)]
        embed: bool,
        #[command(flatten)]
        out: MaybeOut,
        #[arg(required = true)]
        labels: Vec<PathBuf>,
    },
    /// What a binding says, and whether the files beside it are those that were labelled.
    Bound {
        /// The policies whose labels are read; others are shown by their words.
        #[arg(long = "policy", value_name = "SPIF", required = true)]
        policies: Vec<String>,
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
    Show {
        #[arg(long)]
        officer: Option<String>,
        #[arg(long)]
        doc: Option<String>,
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
    fn who_acts_is_never_taken_for_whom_it_is_about() {
        let typed = ["zegelctl", "--as", "anna", "dossier", "add", "D", "bruno", "--basis", "x"];
        let cli = Cli::try_parse_from(typed).expect("it parses");
        assert_eq!(cli.common.officer.as_deref(), Some("anna"));
        let typed = ["zegelctl", "explain", "open", "--doc", "d", "--officer", "bruno", "--as", "anna"];
        let cli = Cli::try_parse_from(typed).expect("it parses");
        assert_eq!(cli.common.officer.as_deref(), Some("anna"));
    }
}

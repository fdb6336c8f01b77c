//! What can be typed. The contract that scripts rely on.

#[cfg(test)]
mod advice;
mod text;

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::bench::Bench;
use crate::commands::assent::Assent;
use crate::commands::authority::Authority;
use crate::commands::backup::{Backup, Restore};
use crate::commands::batch::Batch;
use crate::commands::clearance::{Approval, Briefing, Clearance};
use crate::commands::custody::Custody;
use crate::commands::decide::{Calendar, Register};
use crate::commands::doc::Doc;
use crate::commands::dossier::Dossier;
use crate::commands::explain::Explain;
use crate::commands::guide::Guide;
use crate::commands::identity::Identity;
use crate::commands::init::Init;
use crate::commands::label::Label;
use crate::commands::ledger::Ledger;
use crate::commands::officer::Officer;
use crate::commands::partner::Partner;
use crate::commands::passphrase::Passphrase;
use crate::commands::printer::Printer;
use crate::commands::rekey::Rekey;
use crate::commands::release::ReleaseCommand;
use crate::commands::shared::Shared;
use crate::demo::Demo;
pub use text::{Refused, Typed, command, parse};
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
    /// Go on although the identity file is one from before its passphrase or its token was changed. It is recorded.
    #[arg(long, global = true)]
    pub older_identity: bool,
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
    /// The keys of an officer: made, asked in with, renewed.
    #[command(subcommand)]
    Identity(Identity),
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
    /// Printers that documents may be printed on, each up to a level.
    #[command(subcommand)]
    Printer(Printer),
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
    Release(ReleaseCommand),
    /// What waits for the yes of another person, whatever it is: releases, clearances, charges, keys in the place of lost ones, custody and
    /// its uses, the approval, and all else that takes two.
    #[command(subcommand)]
    Assent(Assent),
    /// Keys in custody, shared among custodians.
    #[command(subcommand)]
    Custody(Custody),
    /// Labels, without any vault.
    #[command(subcommand)]
    Label(Label),
    /// The log.
    #[command(subcommand)]
    Ledger(Ledger),
    /// Seal what was filed before for the present keys: their headers are wrapped again. It may be interrupted and run again.
    Rekey(Rekey),
    /// Whether everything in the vault's folder is as it should be; with --as, as far as that officer may read. Repairs
    /// nothing: what opening the log and unlocking clear away, they clear away here as everywhere.
    Doctor,
    /// Copy the vault into a folder elsewhere: a new one, or that of its former backup, of which only what is new is copied. Needs
    /// no key, and others may go on working. It may be interrupted and run again.
    Backup(Backup),
    /// Make the vault again from a backup, in its place or where there is none. It is verified first, and a vault that was there
    /// is kept next to it.
    Restore(Restore),
    /// A vault of many workstations: its log in PostgreSQL, its objects in an S3-compatible store.
    #[command(subcommand)]
    Shared(Shared),
    /// Commands of this list, one a line, under one unlock.
    Batch(Batch),
    /// Make an exercise vault; the passphrase of each officer is `exercise`.
    Demo(Demo),
    /// Measure.
    Bench(Bench),
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
pub struct Listing {
    /// How many rows at most.
    #[arg(long, value_name = "N|all", default_value = "all")]
    pub limit: Limit,
    /// The `next` of the page before.
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
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
            found.extend(arguments.map(|arg| format!("{path} {}", arg.get_id())));
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

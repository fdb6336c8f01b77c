//! What can be typed about the guide and about documents that are made from others.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::text::{TEXT, Text};

#[derive(Subcommand, Debug)]
pub enum Guide {
    /// The guide in force: topics, and the level that each calls for.
    Show,
    /// Whether a file is a guide that can be put in force; else what is wrong, and in which line. Needs no vault.
    Check {
        /// `-` reads standard input.
        file: PathBuf,
    },
    /// Put a guide in force: security officers.
    Replace {
        /// `-` reads standard input.
        file: PathBuf,
    },
    /// Topics of which a hint stands in a text, such as a title.
    Suggest {
        /// The words.
        #[arg(required = true, value_name = TEXT, value_parser = Text)]
        text: Vec<String>,
    },
}

/// A document made from others.
#[derive(Args, Debug)]
pub struct Derive {
    /// The file to register.
    pub path: PathBuf,
    /// A document that it is made from.
    #[arg(long = "from", value_name = "ID", required = true)]
    pub from: Vec<String>,
    /// Id of the dossier that it belongs to.
    #[arg(long)]
    pub dossier: String,
    /// An ADatP-4774 label; without any marking, the high-water mark of the sources.
    #[arg(long, value_name = "label.xml", conflicts_with_all = ["policy", "level", "rel", "categories"])]
    pub label: Option<PathBuf>,
    /// The policy that the marking is under; else that of the sources.
    #[arg(long, requires = "level")]
    pub policy: Option<String>,
    /// The classification, by any of its names under the policy.
    #[arg(long)]
    pub level: Option<String>,
    /// Releasable to; absent means Belgium only, empty means nobody.
    #[arg(long, value_name = "BEL,FRA", requires = "level")]
    pub rel: Option<String>,
    /// A category of the marking; without TAG, one of the tag Handling.
    #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1.., requires = "level")]
    pub categories: Vec<String>,
    /// Title of the document.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub title: String,
    #[command(flatten)]
    pub about: About,
}

/// What is said of a document beside its title and its marking.
#[derive(Args, Debug)]
pub struct About {
    /// What it is about, in a line.
    #[arg(long, default_value = "", value_name = TEXT, value_parser = Text)]
    pub subject: String,
    /// The authority that it comes from; without it, this vault's.
    #[arg(long, default_value = "", value_name = TEXT, value_parser = Text)]
    pub originator: String,
    /// The document's own date; else today.
    #[arg(long, value_parser = vault::written_day)]
    pub date: Option<NaiveDate>,
    /// A topic of the classification guide that it touches.
    #[arg(long = "topic", value_name = "ID")]
    pub topics: Vec<String>,
    /// Why it is marked lower than the topics, or the sources, call for.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub motive: Option<String>,
}

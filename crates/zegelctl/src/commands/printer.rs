//! `printer`: the printers that documents may be printed on.

use std::fmt::Write as _;

use clap::Subcommand;
use serde_json::json;
use vault::{AskedPrinter, Decided, PrinterName, PrinterView};

use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::problem::Problem;
use crate::shown::{Shown, within};

#[derive(Subcommand, Debug)]
pub enum Printer {
    /// The printers of the list, and up to which level each may print.
    List,
    /// Put a printer onto the list, up to a level: security officers; from SECRET up two of them, where the full rules are in force.
    /// For another level it is removed and added again.
    Add {
        /// The printer, as CUPS knows it on the workstations: `lpstat -e`.
        printer: String,
        /// The highest level that may be printed on it, by any of its names.
        #[arg(long)]
        ceiling: String,
        /// Why, for the log: where it stands, and who can go to it.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Take a printer off the list: security officers.
    Remove {
        /// The printer.
        printer: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
}

pub fn run(printer: Printer, context: &mut Context) -> Result<Shown, Problem> {
    match printer {
        Printer::List => {
            let list = context.session()?.printers()?;
            Ok(table(&list, context))
        }
        Printer::Add { printer, ceiling, why } => {
            let printer: PrinterName = printer.trim().parse().map_err(vault::Error::from)?;
            let list = match context.session()?.add_printer(&printer, super::level(&ceiling)?, &why)? {
                Decided::Effective(list) => list,
                Decided::Waiting(request) => return super::waiting(&request, "cli-printer-asked", context),
            };
            let text = context.say("cli-printer-added", &[("printer", printer.as_str())]);
            Ok(Shown::text(json!({ "printers": list }), text))
        }
        Printer::Remove { printer, why } => {
            let printer: PrinterName = known(&printer)?;
            let list = context.session()?.remove_printer(&printer, &why)?;
            let text = context.say("cli-printer-removed", &[("printer", printer.as_str())]);
            Ok(Shown::text(json!({ "printers": list }), text))
        }
    }
}

/// What would be on the list, to the officer who answers, in lines.
pub fn asked(asked: &AskedPrinter, context: &Context) -> String {
    let mut text = String::new();
    let ceiling = context.say(&format!("level-{}", asked.ceiling), &[]);
    let _ = writeln!(text, "{}: {}", context.say("cli-col-printer", &[]), asked.printer);
    let _ = writeln!(text, "{}: {ceiling}", context.say("ui-partner-ceiling", &[]));
    let _ = writeln!(text, "{}: {}", context.say("ui-assent-why", &[]), within(asked.why.as_deref().unwrap_or("—")));
    let _ =
        writeln!(text, "{}: {}", context.say("ui-assent-change", &[]), context.say("ui-assent-printer-change", &[]));
    text
}

fn table(list: &[PrinterView], context: &Context) -> Shown {
    let row = |printer: &PrinterView| {
        let ceiling = context.say(&format!("level-{}", printer.ceiling), &[]);
        let listed = format!("{} ({})", context.moment(printer.listed), printer.listed_by);
        vec![printer.name.to_string(), ceiling, listed]
    };
    let rows = list.iter().map(row).collect();
    let head = context.head(&["printer", "ceiling", "listed"]);
    Shown::table(json!({ "printers": list }), head, rows, context.say("cli-printers-none", &[]))
}

//! `officer`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use chrono::NaiveDate;
use clap::{ArgGroup, Subcommand};
use serde_json::{Value, json};
use vault::{
    CodeView, Compared, Decided, Entered, FreezeView, FunctionView, MAX_REQUEST, NamedOfficer, NewAuthorisation,
    NewFunction, NewOfficer, OfficerFilter, OfficerId, OfficerView, Passphrase, Role, Unfrozen,
};

use super::pages::{collect, cut, in_order};
use super::{json, warned, warnings};
use crate::cli::{Listing, TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::input;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Officer {
    /// Enter an officer: by the request that he made himself, whose code he reads to you before (`officer request`); or with keys that
    /// are made here, under a first passphrase, which are good for making his own (`identity renew`) and for nothing else. Security
    /// officers.
    Add {
        /// Id of the new officer, as it is typed to act; a request says it.
        #[arg(required_unless_present = "request", conflicts_with = "request")]
        id: Option<String>,
        /// The new officer's name; a request says it.
        #[arg(long, value_name = TEXT, value_parser = Text, required_unless_present = "request", conflicts_with = "request")]
        full_name: Option<String>,
        /// ISO 3166-1 alpha-3; a request says it.
        #[arg(long, value_name = "XXX", required_unless_present = "request", conflicts_with = "request")]
        nationality: Option<String>,
        /// reader, registrar, security-officer, release-authority, auditor
        #[arg(long = "role", value_name = "ROLE", required = true, num_args = 1.., value_delimiter = ',')]
        roles: Vec<String>,
        /// The request that the new officer made (`identity request`); `-` is standard input.
        #[arg(long = "request", value_name = "FILE")]
        request: Option<PathBuf>,
        /// The code of the request, as the new officer reads it: nobody is let in with keys that have another.
        #[arg(long, value_name = "CODE", requires = "request")]
        code: Option<String>,
        /// File whose first line is the new officer's first passphrase.
        #[arg(long, value_name = "F", conflicts_with = "request")]
        initial_passphrase_file: Option<PathBuf>,
    },
    /// What a request says, and the code of its keys: to be compared with its maker before anybody is let in with them. Nothing is
    /// entered by that.
    Request {
        /// The request that somebody made (`identity request`); `-` is standard input.
        file: PathBuf,
    },
    /// Let an officer who lost his keys in again, by a request that he made himself: security officers. His former keys are
    /// worth nothing from then on; what he signed with them stays his.
    Reissue {
        /// Id of the officer.
        id: String,
        /// The request that the officer made (`identity request`); `-` is standard input.
        #[arg(long, value_name = "FILE")]
        request: PathBuf,
        /// The code of the request, as the officer reads it (`officer request` shows what it must be): keys that have another are
        /// not let in.
        #[arg(long, value_name = "CODE")]
        code: Option<String>,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Give an officer exactly these roles: security officers, not for themselves. Taking one away is one person's; where one is
    /// given that takes two, it waits for the yes of another (`assent`).
    Roles {
        /// Id of the officer.
        id: String,
        /// reader, registrar, security-officer, release-authority, auditor: all that he is to have
        #[arg(long = "role", value_name = "ROLE", required = true, num_args = 1.., value_delimiter = ',')]
        roles: Vec<String>,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: Option<String>,
    },
    /// Enter that documents are for an officer's function, or not: outside it he sees RESTREINT at most, and only as its originator
    /// has authorised. Under the full rules what gives something waits for the yes of another (`assent`). Security officers.
    #[command(group(ArgGroup::new("standing").required(true).args(["within", "outside"])))]
    Function {
        /// Id of the officer.
        id: String,
        /// Documents are for his function.
        #[arg(long)]
        within: bool,
        /// He works here otherwise, as a contractor or a liaison does.
        #[arg(long)]
        outside: bool,
        /// A policy under which he sees what is marked RESTREINT or its like.
        #[arg(long = "policy", value_delimiter = ',', conflicts_with = "within", requires_all = ["authority", "reference", "until"])]
        policies: Vec<String>,
        /// The originator who allows it.
        #[arg(long, value_name = TEXT, value_parser = Text, requires = "policies")]
        authority: Option<String>,
        /// Reference of the originator's notice, in which the limits of use and the measures of protection stand.
        #[arg(long, value_name = TEXT, value_parser = Text, requires = "policies")]
        reference: Option<String>,
        /// The last day.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day, requires = "policies")]
        until: Option<NaiveDate>,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// All officers, with their roles and clearances as far as one may know them.
    List {
        /// In what order; else by the identifier.
        #[arg(long, value_name = "reference|name|until|status[:desc]")]
        sort: Option<String>,
        #[command(flatten)]
        listing: Listing,
    },
    /// One officer.
    Show {
        /// Id of the officer.
        id: String,
    },
    /// Stop an officer at once, before anything is decided: no session of his goes on, and the keys that he held are renewed.
    /// Security officers.
    Freeze {
        /// Id of the officer.
        id: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Lift a freeze: it takes two, but in an exercise.
    Unfreeze {
        /// Id of the officer.
        id: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Note that an officer read the code of his keys to you: it is compared with the keys that you seal to. He has a code for
    /// each of his workstations (`officer show`).
    Compare {
        /// Id of the officer.
        id: String,
        /// The code, as he reads it.
        #[arg(long, value_name = "CODE")]
        code: String,
    },
    /// End an officer's access; the keys that he held are renewed: security officers.
    Disable {
        /// Id of the officer.
        id: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: Option<String>,
    },
}

pub fn run(officer: Officer, context: &mut Context) -> Result<Shown, Problem> {
    match officer {
        Officer::Request { file } => {
            let view = context.session()?.look_at_request(&request_from(&file)?)?;
            let named =
                [("officer", view.officer.as_str()), ("name", &view.full_name), ("nationality", &view.nationality)];
            let mut text = context.say("cli-request-of", &named);
            let _ = write!(text, "\n{}: {}", context.say("ui-officer-code", &[]), view.fingerprint);
            let hint = if view.known { "cli-request-known" } else { "ui-officer-request-hint" };
            let _ = write!(text, "\n{}", context.say(hint, &[("officer", view.officer.as_str())]));
            Ok(Shown::text(json(&view)?, text))
        }
        Officer::Add { roles, request: Some(request), code, .. } => {
            let request = request_from(&request)?;
            require_code(&request, code.as_deref())?;
            let added = context.session()?.admit_officer(&request, &roles_of(&roles)?)?;
            let officer = &added.officer;
            let text = context.say(
                "cli-officer-admitted",
                &[("officer", officer.id.as_str()), ("fingerprint", &officer.fingerprint)],
            );
            entered(&added, text, context)
        }
        Officer::Add { id, full_name, nationality, roles, request: None, code: _, initial_passphrase_file } => {
            let typed = |value: Option<String>| value.unwrap_or_default();
            let (id, roles) = (OfficerId::parse(&typed(id))?, roles_of(&roles)?);
            let (full_name, nationality) = (typed(full_name), typed(nationality));
            let vault = context.vault()?;
            let judge = |typed: &Passphrase| vault.strength_of(typed, id.as_str(), &full_name);
            let initial_passphrase = context.new_passphrase(initial_passphrase_file.as_deref(), id.as_str(), judge)?;
            let added = context
                .session()?
                .add_officer(NewOfficer { id, full_name, nationality, roles }, &initial_passphrase)?;
            let text = context.say("cli-officer-added", &[("officer", added.officer.id.as_str())]);
            entered(&added, text, context)
        }
        Officer::Reissue { id, request, code, why } => {
            let id: OfficerId = known(&id)?;
            let request = request_from(&request)?;
            require_code(&request, code.as_deref())?;
            let code = vault::read_request(&request)?.short_code();
            let reissued = context.session()?.reissue_officer(&id, &request, &why)?;
            let said = if reissued.waiting { "cli-officer-reissue-asked" } else { "cli-officer-reissued" };
            let text = context.say(said, &[("officer", id.as_str()), ("fingerprint", &code)]);
            entered(&reissued, text, context)
        }
        Officer::Roles { id, roles, why } => {
            let id: OfficerId = known(&id)?;
            let changed = context.session()?.change_roles(&id, &roles_of(&roles)?, why.as_deref())?;
            let roles = names(&changed.officer.roles, context);
            let text = context.say("cli-officer-roles", &[("officer", id.as_str()), ("roles", &roles)]);
            entered(&changed, text, context)
        }
        Officer::List { sort, listing: Listing { limit, after } } => {
            let sort = in_order(sort.as_deref(), OfficerFilter::default().sort)?;
            let session = context.session()?;
            let page =
                |limit, after| session.officers(&OfficerFilter { sort, limit, after, ..OfficerFilter::default() });
            let all = collect(limit, after, page)?;
            let rows = all.rows.iter().map(|officer| line(officer, context)).collect();
            let head = context.head(&["id", "name", "nationality", "roles", "status", "clearances"]);
            let cut = cut(&all, context);
            let shown = json!({ "officers": all.rows, "next": all.next, "total": all.total });
            Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut))
        }
        Officer::Show { id } => {
            let id: OfficerId = known(&id)?;
            let officer = context.session()?.officer(&id)?;
            let columns = ["id", "name", "nationality", "roles", "status", "clearances", "fingerprint", "compared"];
            let head = context.head(&columns);
            let mut row = line(&officer, context);
            row.extend([officer.fingerprint.clone(), compared(officer.compared, context)]);
            let rows = vec![row];
            let frozen = officer.freeze.as_ref().map(|freeze| frozen(freeze, context));
            let outside = officer.function.as_ref().filter(|of| of.outside).map(|of| function(of, context));
            // The table has room for the first.
            let several = officer.codes.len() > 1;
            let keys = several.then(|| keys_told(&officer.id, &officer.codes, officer.compared, context));
            let note: Vec<String> = frozen.into_iter().chain(outside).chain(keys).collect();
            Ok(Shown::table(json(&officer)?, head, rows, String::new()).noted(note.join("\n")))
        }
        Officer::Compare { id, code } => {
            let id: OfficerId = known(&id)?;
            let officer = context.session()?.compare_code(&id, &code)?;
            let mut text = context.say("cli-officer-compared", &[("officer", id.as_str())]);
            if officer.compared != Compared::Same {
                let keys = keys_told(&id, &officer.codes, officer.compared, context);
                text = format!("{}\n{keys}", text.trim_end());
            }
            Ok(Shown::text(json(&officer)?, text))
        }
        Officer::Function { id, within, outside: _, policies, authority, reference, until, why } => {
            let officer: OfficerId = known(&id)?;
            let authorised = match (authority, reference, until) {
                (Some(authority), Some(reference), Some(until)) => {
                    Some(NewAuthorisation { policies: policies.into_iter().collect(), authority, reference, until })
                }
                _ => None,
            };
            let new = if within { NewFunction::Within } else { NewFunction::Outside { authorised } };
            match context.session()?.set_function(&officer, new, &why)? {
                Decided::Effective(view) => {
                    let said = view.function.as_ref().map_or_else(String::new, |of| function(of, context));
                    let text = format!("{id}: {said}");
                    Ok(Shown::text(json(&view)?, text).with_news(super::looked_at(until), context))
                }
                Decided::Waiting(request) => {
                    let shown = super::waiting(&request, "cli-function-asked", context)?;
                    Ok(shown.with_news(super::looked_at(until), context))
                }
            }
        }
        Officer::Freeze { id, why } => {
            let id: OfficerId = known(&id)?;
            let news = context.session()?.freeze_officer(&id, &why)?;
            let text = context.say("cli-officer-frozen", &[("officer", id.as_str())]);
            let shown = json!({"id": id, "status": "frozen", "warnings": warnings(&news, context)});
            Ok(Shown::text(shown, format!("{text}\n{}", warned(&news, context))))
        }
        Officer::Unfreeze { id, why } => {
            let id: OfficerId = known(&id)?;
            match context.session()?.unfreeze_officer(&id, &why)? {
                Unfrozen::Effective => {
                    let text = context.say("cli-officer-unfrozen", &[("officer", id.as_str())]);
                    Ok(Shown::text(json!({"id": id, "status": "active"}), text))
                }
                Unfrozen::Waiting(request) => {
                    let said = [("officer", id.as_str()), ("request", request.as_str())];
                    let text = context.say("cli-unfreezing-asked", &said);
                    super::asked(&request, json!({ "request": request, "waiting": true }), text, context)
                }
            }
        }
        Officer::Disable { id, why } => {
            let id: OfficerId = known(&id)?;
            context.session()?.disable_officer(&id, why.as_deref())?;
            let text = context.say("cli-officer-disabled", &[("officer", id.as_str())]);
            Ok(Shown::text(json!({"id": id, "status": "disabled"}), text))
        }
    }
}

/// What was decided about an officer; of what waits, who must say yes.
fn entered(decided: &Entered, text: String, context: &Context) -> Result<Shown, Problem> {
    let shown = json(decided)?;
    let Some(request) = &decided.request else { return Ok(Shown::text(shown, text)) };
    let what = if decided.asked_roles.is_empty() { "keys".to_owned() } else { names(&decided.asked_roles, context) };
    let who = agreeing(&decided.may_agree);
    let waits = context.say("cli-officer-waits", &[("what", &what), ("who", &who), ("request", request.as_str())]);
    Ok(Shown::text(shown, format!("{}\n{waits}", text.trim_end())))
}

/// Whose yes would count, in one line; `none` where there is nobody.
pub(super) fn agreeing(officers: &[NamedOfficer]) -> String {
    let named: Vec<String> = officers.iter().map(|one| format!("{} ({})", one.full_name, one.id)).collect();
    if named.is_empty() { "none".to_owned() } else { named.join(", ") }
}

pub(super) fn names(roles: &BTreeSet<Role>, context: &Context) -> String {
    let named: Vec<String> = roles.iter().map(|role| context.say(&format!("role-{}", role.as_str()), &[])).collect();
    named.join(", ")
}

/// Whether the officer who acts has compared the codes of an officer's keys with him.
pub(super) fn compared(compared: Compared, context: &Context) -> String {
    let which = match compared {
        Compared::Never => "ui-compared-never",
        Compared::Same => "ui-compared-same",
        Compared::NotAll => "ui-compared-not-all",
        Compared::OtherKeys => "ui-compared-other-keys",
    };
    context.say(which, &[])
}

/// The codes of an officer's keys, one a line, each with whether it was compared: where something is delivered to them.
pub(super) fn keys_told(id: &OfficerId, codes: &[CodeView], all: Compared, context: &Context) -> String {
    let line = |one: &CodeView| {
        let state = match (one.compared, all) {
            (true, _) => Compared::Same,
            (false, Compared::OtherKeys) => Compared::OtherKeys,
            (false, Compared::Never | Compared::Same | Compared::NotAll) => Compared::Never,
        };
        let said = [("officer", id.as_str()), ("code", &one.code), ("state", &compared(state, context))];
        context.say("cli-keys-of", &said)
    };
    codes.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The keys of an officer to whom something is delivered, for a person and for scripts: `codes`, `compared`.
pub(super) fn with_keys(shown: &mut Value, id: &OfficerId, context: &mut Context) -> Result<String, Problem> {
    let officer = context.session()?.officer(id)?;
    if let Some(fields) = shown.as_object_mut() {
        fields.insert("codes".to_owned(), json(&officer.codes)?);
        fields.insert("compared".to_owned(), json(&officer.compared)?);
    }
    Ok(keys_told(id, &officer.codes, officer.compared, context))
}

/// Refuses a request whose keys have another code than was read; without one, nothing.
pub(super) fn require_code(request: &[u8], code: Option<&str>) -> Result<(), Problem> {
    Ok(code.map_or(Ok(()), |code| vault::require_request_code(request, code))?)
}

/// What somebody brought as a request.
fn request_from(path: &Path) -> Result<Vec<u8>, Problem> {
    input::read_limited(path, MAX_REQUEST as u64)
}

fn roles_of(typed: &[String]) -> Result<BTreeSet<Role>, Problem> {
    // A custodian is made with custody, and not by a role.
    let choices = || {
        let given = Role::ALL.into_iter().filter(|role| *role != Role::Custodian);
        given.map(Role::as_str).collect::<Vec<_>>().join(", ")
    };
    let unknown = |role: &String| Problem::value("unknown_role").with("role", role.as_str()).with("choices", choices());
    typed.iter().map(|role| Role::from_str(role).map_err(|_| unknown(role))).collect()
}

/// Whether documents are for an officer's function, and what he is authorised to outside it, in one line.
pub fn function(of: &FunctionView, context: &Context) -> String {
    match (of.outside, of.until) {
        (false, _) => context.say("ui-function-within", &[]),
        (true, None) => context.say("ui-function-outside", &[]),
        (true, Some(until)) => {
            let policies = of.policies.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            let (authority, reference) = (of.authority.as_deref(), of.reference.as_deref());
            let said = [
                ("policies", policies.as_str()),
                ("until", &until.to_string()),
                ("authority", authority.unwrap_or("—")),
                ("reference", reference.unwrap_or("—")),
            ];
            context.say("ui-function-authorised", &said)
        }
    }
}

/// Who froze an account, when, and why.
pub fn frozen(freeze: &FreezeView, context: &Context) -> String {
    let (by, at) = (format!("{} ({})", freeze.full_name, freeze.by), context.moment(freeze.at));
    let who = context.say("ui-officer-frozen-by", &[("officer", &by), ("at", &at)]);
    match &freeze.why {
        Some(why) => format!("{who} {}", context.say("ui-officer-frozen-why", &[("why", why)])),
        None => who,
    }
}

fn line(officer: &OfficerView, context: &Context) -> Vec<String> {
    let clearances: Vec<String> =
        officer.clearances.iter().map(|c| format!("{} {} → {}", c.policy, c.level, c.until)).collect();
    let status = match officer.status {
        vault::AccountStatus::Active => "cli-active",
        vault::AccountStatus::Frozen => "cli-frozen",
        vault::AccountStatus::Disabled => "cli-disabled",
    };
    vec![
        officer.id.to_string(),
        officer.full_name.clone(),
        officer.nationality.clone(),
        names(&officer.roles, context),
        context.say(status, &[]),
        clearances.join("; "),
    ]
}

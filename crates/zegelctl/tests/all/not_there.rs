//! What is named and is not there: not found, whatever was typed, in every command.

use std::collections::BTreeSet;

use crate::stage::{Came, Stage, binary};

/// Every command that takes the name of something that should be there; `@` stands for it. In each, all else is sound.
const LINES: &[(&str, &str)] = &[
    // Officers.
    ("voorbeeld", "officer show @"),
    ("voorbeeld", "officer reissue @ --request REQUEST --why x"),
    ("voorbeeld", "officer roles @ --role reader --why x"),
    ("voorbeeld", "officer function @ --within --why x"),
    ("voorbeeld", "officer freeze @ --why x"),
    ("voorbeeld", "officer unfreeze @ --why x"),
    ("voorbeeld", "officer compare @ --code 1234"),
    ("voorbeeld", "officer disable @"),
    (
        "voorbeeld",
        "clearance grant @ --policy BEL --level SECRET --from 2026-01-01 --until 2029-01-01 --certificate C --authority A",
    ),
    ("voorbeeld", "clearance suspend @ --policy BEL --why x"),
    ("voorbeeld", "clearance reinstate @ --policy BEL --why x"),
    ("voorbeeld", "clearance withdraw @ --policy BEL --why x"),
    ("voorbeeld", "briefing record @ --policy BEL --level SECRET --date 2026-01-01"),
    ("exemple", "custody setup --threshold 2 --custodian exemple --custodian @"),
    ("exemple", "custody request --for @ --why x"),
    ("voorbeeld", "assent list --about @"),
    ("voorbeeld", "ledger show --officer @"),
    ("voorbeeld", "explain open --doc DOC --officer @"),
    ("fictief", "doc open DOC --purpose x --out OUT --with @ --with-passphrase-file PASS"),
    ("fictief", "dossier add ARDENNES-26 @ --basis x"),
    ("fictief", "dossier remove ARDENNES-26 @ --why x"),
    ("fictief", "dossier deputy ARDENNES-26 @"),
    ("voorbeeld", "dossier create NEW-1 --title T --lead @"),
    ("voorbeeld", "dossier create NEW-2 --title T --deputy @"),
    // Dossiers.
    ("fictief", "dossier add @ modele --basis x"),
    ("fictief", "dossier remove @ modele --why x"),
    ("fictief", "dossier members @"),
    ("fictief", "dossier deputy @ modele"),
    ("voorbeeld", "dossier succession @ --lead modele --why x"),
    ("fictief", "dossier close @ --why x"),
    ("fictief", "dossier reopen @ --why x"),
    ("fictief", "doc file FILE --dossier @ --level SECRET --title T"),
    ("fictief", "doc derive FILE --dossier @ --from DOC --title T"),
    ("fictief", "doc list --dossier @"),
    ("fictief", "doc correct DOC --dossier @ --why x"),
    ("fictief", "calendar --dossier @"),
    ("fictief", "register --dossier @"),
    ("fictief", "rekey --dossier @"),
    ("fictief", "rekey --class @"),
    ("exemple", "custody request --dossier @ --why x"),
    // Documents.
    ("fictief", "doc show @"),
    ("fictief", "doc open @ --purpose x --out OUT"),
    ("fictief", "doc open DOC --version 77 --purpose x --out OUT"),
    ("fictief", "doc pages @ --purpose x --out OUT"),
    ("fictief", "doc text @ --purpose x"),
    ("fictief", "doc attachments @ --purpose x"),
    ("fictief", "doc relations @"),
    ("fictief", "doc print @ --printer office --purpose x"),
    ("fictief", "doc label @"),
    ("fictief", "doc correct @ --title T --why x"),
    ("fictief", "doc relate @ --to DOC --is answers --why x"),
    ("fictief", "doc relate DOC --to @ --is answers --why x"),
    ("fictief", "doc note @ --text T"),
    ("fictief", "doc version @ FILE --why x"),
    ("fictief", "doc withdraw @ --why x"),
    ("fictief", "doc history @"),
    ("fictief", "doc relabel @ --level SECRET --why 'it is long enough'"),
    ("fictief", "doc declassify @ --why 'it is long enough'"),
    ("fictief", "doc maintain @ --why 'it is long enough'"),
    ("fictief", "doc notified @ --partner service-fictif"),
    ("fictief", "doc derive FILE --dossier HAVEN --from @ --title T"),
    ("fictief", "rekey --doc @"),
    ("fictief", "register --doc @"),
    ("fictief", "ledger show --doc @"),
    ("fictief", "explain open --doc @"),
    ("fictief", "release request --partner service-fictif --doc @ --purpose x"),
    // Partners.
    ("fictief", "doc notified DOC --partner @"),
    ("fictief", "release request --partner @ --doc DOC --purpose x"),
    ("fictief", "explain release --doc DOC --partner @"),
    ("proef", "partner change @ --name N --why x"),
    ("proef", "partner confirm @ --fingerprint 1234"),
    // Releases and other requests.
    ("proef", "release show @"),
    ("proef", "release approve @"),
    ("proef", "release write @ --out OUT"),
    ("proef", "release refuse @ --why x"),
    ("proef", "release recall @ --why x"),
    ("voorbeeld", "assent show @"),
    ("voorbeeld", "assent give @"),
    ("voorbeeld", "assent refuse @ --why x"),
    ("voorbeeld", "assent withdraw @"),
    ("exemple", "custody carry-out @"),
    // Others.
    ("voorbeeld", "authority remove @ --why x"),
];

/// The same of commands that a batch does not take.
const ALONE: &[&str] = &["identity list --officer @", "identity export @ --out OUT", "identity revoke @ --why x"];

/// Commands whose argument or option has one of these names, and that make what it names, or have another thing of that name.
const OTHERS: &[&str] = &["officer add", "identity request", "partner add", "init"];

fn help(words: &[&str]) -> String {
    let came = Came::of(binary().args(words).arg("--help").output().expect("the program runs"));
    String::from_utf8(came.out).expect("help is UTF-8")
}

/// Each command that has none below it.
pub fn leaves(above: &[&str], found: &mut Vec<(String, String)>) {
    let said = help(above);
    let Some((_, below)) = said.split_once("\nCommands:\n") else {
        found.push((above.join(" "), said));
        return;
    };
    let names = below.lines().take_while(|line| !line.trim().is_empty());
    // What goes on from the line before stands further to the right.
    let names = names.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    for name in names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        leaves(&[above, &[name]].concat(), found);
    }
}

#[test]
fn every_command_that_names_something_is_tried() {
    let mut found = Vec::new();
    leaves(&[], &mut found);
    assert!(found.len() > 70, "{found:?}");
    let names = ["<ID>", "<REQUEST>", "<RELEASE>", "<OFFICER>", "<KEY>", "<PARTNER>", "<DOSSIER>", "<DOC>", "<CLASS>"];
    let tried: BTreeSet<&str> = LINES.iter().map(|(_, line)| *line).chain(ALONE.iter().copied()).collect();
    let own = |said: &str| said.replace("--as <OFFICER>", "");
    let missed: Vec<&String> = found
        .iter()
        .filter(|(command, said)| {
            names.iter().any(|name| own(said).contains(name))
                && !OTHERS.contains(&command.as_str())
                && !tried.iter().any(|line| line.starts_with(command.as_str()))
        })
        .map(|(command, _)| command)
        .collect();
    assert!(missed.is_empty(), "not tried: {missed:?}");
}

#[test]
fn what_is_not_there_is_not_found_in_whatever_form_it_is_named() {
    let stage = Stage::new();
    let file = stage.write("a.txt", "x").display().to_string().replace(' ', "\\ ");
    let pass = stage.pass.display().to_string().replace(' ', "\\ ");
    let request = stage.path("request");
    let made = stage.command(
        "voorbeeld",
        &["identity", "request", "nobody.yet", "--full-name", "N", "--nationality", "BEL", "--out"],
    );
    let mut made = made;
    assert!(made.arg(&request).status().expect("it runs").success());
    let request = request.display().to_string().replace(' ', "\\ ");
    let mut wrong = Vec::new();
    let officers: BTreeSet<&str> = LINES.iter().map(|(officer, _)| *officer).collect();
    for officer in officers {
        let doc = stage.a_document("fictief", "SECRET");
        let mut lines = Vec::new();
        for (_, line) in LINES.iter().filter(|(by, _)| *by == officer) {
            for (n, name) in ["nope", "a/b", "é", &"a".repeat(26), "ZGL/1999/S-AAA/0001"].iter().enumerate() {
                let out = stage.path(&format!("out{}{n}", lines.len())).display().to_string().replace(' ', "\\ ");
                let line = line.replace("OUT", &out).replace("DOC", &doc).replace("FILE", &file).replace("PASS", &pass);
                lines.push(line.replace("REQUEST", &request).replace('@', name));
            }
        }
        let script = stage.write("script", lines.join("\n") + "\n");
        let came = stage.run(officer, &["batch", script.to_str().expect("the path is UTF-8")]);
        let said = String::from_utf8(came.out).expect("it is UTF-8");
        let said: Vec<serde_json::Value> =
            said.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect();
        assert_eq!(said.len(), lines.len(), "{officer}: {}", String::from_utf8_lossy(&came.err));
        for (line, said) in lines.iter().zip(said) {
            // Next to the program of the tests there is no worker, and here may be no `lp`: both are looked for first.
            let lacks = match said["code"].as_str() {
                Some("view_no_worker") => ["doc pages", "doc text", "doc print"].iter().any(|of| line.starts_with(of)),
                Some("no_spooler") => line.starts_with("doc print"),
                _ => false,
            };
            if (&said["exit"], &said["code"]) != (&1.into(), &"not_found".into()) && !lacks {
                wrong.push(format!("{officer}: {line}: {} {} {}", said["exit"], said["code"], said["message"]));
            }
        }
    }
    for line in ALONE {
        for name in ["nope", "a/b"] {
            let line = line.replace('@', name);
            let out = stage.path("out");
            let out = out.to_str().expect("UTF-8");
            let words: Vec<&str> = line.split(' ').map(|word| if word == "OUT" { out } else { word }).collect();
            let came = stage.run("voorbeeld", &words);
            if came.status != 1 {
                wrong.push(format!("{line}: {} {}", came.status, String::from_utf8_lossy(&came.err)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn who_acts_and_is_not_there_is_not_found() {
    let stage = Stage::new();
    let codes: Vec<_> = ["nobody", "A B", "a/b"]
        .map(|name| stage.run(name, &["doc", "list"]))
        .map(|came| (came.status, came.problem(came.status)["code"].clone()))
        .into();
    assert!(codes.windows(2).all(|pair| pair[0] == pair[1]), "{codes:?}");
}

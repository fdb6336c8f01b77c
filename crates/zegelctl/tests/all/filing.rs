//! What is filed, what is left out, and what was meant.

use std::fs;

use crate::stage::{Came, Stage};

const MARKED: [&str; 4] = ["--dossier", "ARDENNES-26", "--level", "RESTREINT"];

fn doc_file(stage: &Stage, more: &[&str]) -> Came {
    let mut args = vec!["doc", "file"];
    args.extend(more);
    args.extend(MARKED);
    stage.run("fictief", &args)
}

fn pipe(path: &std::path::Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo is there").success());
}

#[test]
fn each_row_names_the_file_that_it_comes_from() {
    let stage = Stage::new();
    let folder = stage.path("d");
    fs::create_dir(&folder).expect("the folder is made");
    for name in ["alpha.txt", "beta.txt"] {
        fs::write(folder.join(name), name).expect("the file is written");
    }
    let filed = doc_file(&stage, &[folder.to_str().expect("the path is UTF-8"), "--recursive"]).json();
    assert_eq!(filed["left_out"], serde_json::json!([]));
    for (row, name) in filed["documents"].as_array().expect("a list").iter().zip(["alpha.txt", "beta.txt"]) {
        assert_eq!(row["path"].as_str().expect("`path` is text"), folder.join(name).to_str().expect("UTF-8"));
        assert_eq!((row["file_name"].as_str(), row["title"].as_str()), (Some(name), Some(name)));
        assert!(row["id"].is_string() && row["reference"].is_string() && row["class"].is_string());
    }
}

#[test]
fn what_a_folder_holds_that_is_no_file_is_named_and_the_status_says_so() {
    let stage = Stage::new();
    let folder = stage.path("d");
    fs::create_dir(&folder).expect("the folder is made");
    fs::write(folder.join(".hidden"), "h").expect("the file is written");
    fs::write(folder.join("a.txt"), "a").expect("the file is written");
    std::os::unix::fs::symlink("a.txt", folder.join("link.txt")).expect("the link is made");
    pipe(&folder.join("stream.pipe"));
    let came = doc_file(&stage, &[folder.to_str().expect("the path is UTF-8"), "--recursive"]);
    assert_eq!(came.status, 1, "not all of it is in");
    let filed = came.object();
    assert_eq!(filed["documents"].as_array().expect("`documents` is a list").len(), 2, "hidden files are files");
    let left: Vec<(&str, &str)> = filed["left_out"]
        .as_array()
        .expect("`left_out` is a list")
        .iter()
        .map(|left| {
            (
                left["path"].as_str().expect("a text").rsplit('/').next().expect("a text has a first piece"),
                left["reason"].as_str().expect("a text"),
            )
        })
        .collect();
    assert_eq!(left, [("link.txt", "link"), ("stream.pipe", "pipe")]);
}

#[test]
fn a_pipe_that_nobody_writes_to_or_a_device_is_refused_wherever_a_file_is_read() {
    let stage = Stage::new();
    let fifo = stage.path("stream.pipe");
    pipe(&fifo);
    let good = stage.write("a.txt", "a");
    for bad in [fifo.to_str().expect("the path is UTF-8"), "/dev/zero"] {
        let came = doc_file(&stage, &[good.to_str().expect("the path is UTF-8"), bad]);
        assert_eq!(came.problem(5)["code"], "not_a_file", "{bad}");
        for args in [
            vec!["guide", "check", bad],
            vec!["label", "check", "--policy", "BEL", bad],
            vec!["label", "bind", "--policy", "BEL", "--data", bad, good.to_str().expect("the path is UTF-8")],
            vec!["ledger", "verify", "--checkpoint", bad],
            vec!["batch", bad],
        ] {
            let came = stage.run("fictief", &args);
            assert!(matches!(came.status, 1 | 5), "{args:?}: {}", came.status);
        }
    }
    let listed = stage.run("fictief", &["doc", "list", "--query", "a.txt"]).json();
    assert_eq!(listed["total"], 0, "nothing of it was registered");
}

#[test]
fn what_is_read_once_may_come_from_a_pipe_and_a_document_may_not() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "CONFIDENTIEL");
    let label = stage.run("fictief", &["doc", "label", &id]).json()["label"].as_str().expect("a text").to_owned();
    let (label, data) = (stage.write("label.xml", label), stage.write("a.txt", "a"));
    let guide = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies/guide.toml");
    // The words of a command for bash, which makes a pipe of each `<(…)`.
    let run = |words: &str| {
        let own = stage.command("fictief", &[]);
        let mut command = std::process::Command::new("bash");
        command.args(["-c", &format!("exec \"$0\" \"$@\" {words}")]).arg(own.get_program()).args(own.get_args());
        command.envs(own.get_envs().filter_map(|(name, value)| Some((name, value?))));
        command.env("LABEL", &label).env("DATA", &data).env("GUIDE", &guide).env_remove("ZEGEL_VAULT");
        Came::of(command.stdin(std::process::Stdio::null()).output().expect("the program runs"))
    };
    assert_eq!(run("label check --policy BEL <(cat \"$LABEL\")").json()["valid"], true);
    assert_eq!(run("label check --policy BEL /dev/stdin < \"$LABEL\"").json()["valid"], true);
    assert_eq!(run("label check --policy BEL /dev/stdin < <(sleep 0.3; cat \"$LABEL\")").json()["valid"], true);
    run("guide check <(sleep 0.3; cat \"$GUIDE\")").json();
    // Each label is held against both policies, and read once.
    run("label bind --policy NATO --policy BEL --data \"$DATA\" <(cat \"$LABEL\")").json();
    let filed =
        run("doc file \"$DATA\" --dossier ARDENNES-26 --label <(cat \"$LABEL\") --title @<(echo 'From a pipe')");
    assert_eq!(filed.json()["title"], "From a pipe");
    assert_eq!(run("batch <(echo doc list --limit 1)").json()["documents"].as_array().expect("a list").len(), 1);
    let twice = run("label dominate --policy BEL /dev/stdin - < \"$LABEL\"").problem(2);
    assert_eq!(twice["code"], "stdin_taken", "standard input is one, by whichever name");

    let document = run("doc file <(echo x) --dossier ARDENNES-26 --level RESTREINT").problem(5);
    assert_eq!(document["code"], "not_a_file");
    assert!(document["fix"].as_str().expect("`fix` is text").contains("from the pipe to a file"), "{document}");
    let endless = run("label check --policy BEL <(cat /dev/zero)").problem(5);
    assert_eq!(endless["code"], "file_too_large");
}

#[test]
fn the_same_file_twice_is_filed_once_and_the_same_bytes_are_said_to_be_there() {
    let stage = Stage::new();
    let path = stage.write("n.txt", "the same note");
    let path = path.to_str().expect("the path is UTF-8");
    let came = doc_file(&stage, &[path, path]);
    assert_eq!(came.status, 1, "what was left out is more than nothing");
    let filed = came.object();
    assert_eq!(filed["documents"].as_array().expect("`documents` is a list").len(), 1);
    assert_eq!(filed["left_out"][0]["reason"], "twice");
    let again = doc_file(&stage, &[path]).json();
    assert_eq!(again["warnings"][0]["code"], "already_filed");
    let reference = filed["documents"][0]["reference"].as_str().expect("`reference` is text");
    assert!(again["warnings"][0]["message"].as_str().expect("`message` is text").contains(reference));
    let skipped = doc_file(&stage, &[path, "--skip-existing", "--title", "Again"]).json();
    assert_eq!(skipped["documents"], serde_json::json!([]));
    assert_eq!(skipped["left_out"][0]["reason"], "already_filed");
}

#[test]
fn the_bytes_of_a_former_version_are_said_to_be_there() {
    let stage = Stage::new();
    let (first, second) = (stage.write("a.txt", "draft one"), stage.write("b.txt", "draft number two"));
    let (first, second) = (first.to_str().expect("UTF-8"), second.to_str().expect("UTF-8"));
    let filed = doc_file(&stage, &[first]).json();
    let (id, reference) = (filed["id"].as_str().expect("an id"), &filed["reference"]);
    stage.run("fictief", &["doc", "version", id, second, "--why", "newer"]).json();
    let looked = stage.run("fictief", &["doc", "look", first]).json();
    assert_eq!(&looked["files"][0]["filed_as"], reference, "{looked}");
    let again = doc_file(&stage, &[first]).json();
    assert_eq!(again["warnings"][0]["code"], "already_filed", "{again}");
    let said = again["warnings"][0]["message"].as_str().expect("`message` is text");
    assert!(said.contains(reference.as_str().expect("a reference")), "{said}");
    // As a version of another as well.
    let other = stage.write("c.txt", "something else");
    let other = doc_file(&stage, &[other.to_str().expect("UTF-8")]).json();
    let third = stage.write("d.txt", "draft three");
    stage.run("fictief", &["doc", "version", id, third.to_str().expect("UTF-8"), "--why", "newest"]).json();
    let words = ["doc", "version", other["id"].as_str().expect("an id"), second, "--why", "the same"];
    let taken = stage.run("fictief", &words).json();
    let codes: Vec<_> = taken["warnings"].as_array().expect("a list").iter().map(|one| one["code"].clone()).collect();
    assert!(codes.contains(&"already_filed".into()), "{taken}");
}

#[test]
fn one_that_cannot_be_filed_leaves_all_unfiled_and_is_named() {
    let stage = Stage::new();
    let (good, bad) = (stage.write("good.txt", "x"), stage.path("gone.txt"));
    let came = doc_file(&stage, &[good.to_str().expect("the path is UTF-8"), bad.to_str().expect("the path is UTF-8")]);
    let problem = came.problem(1);
    assert!(problem["message"].as_str().expect("`message` is text").contains("gone.txt"), "{problem}");
    let turned = doc_file(&stage, &[good.to_str().expect("the path is UTF-8"), "--title", "a\u{202e}b"]).problem(5);
    assert_eq!(turned["code"], "character");
    assert_eq!(stage.run("fictief", &["doc", "list", "--query", "good.txt"]).json()["total"], 0);
}

#[test]
fn todays_date_is_that_of_the_workstation() {
    let stage = Stage::new();
    let date = |zone: &str, title: &str| {
        let path = stage.write("t.txt", title);
        let mut command = stage.command("fictief", &["doc", "file", path.to_str().expect("UTF-8"), "--title", title]);
        let filed = Came::of(command.args(MARKED).env("TZ", zone).output().expect("the program runs")).json();
        let shown = stage.run("fictief", &["doc", "show", filed["id"].as_str().expect("`id` is text")]).json();
        shown["date"].as_str().expect("`date` is text").to_owned()
    };
    // Twenty-six hours apart: never the same day.
    assert_ne!(date("<+14>-14", "east"), date("<-12>12", "west"));
}

#[test]
fn a_level_is_taken_as_it_is_written_and_a_wrong_one_is_told_the_choices() {
    let stage = Stage::new();
    let path = stage.write("n.txt", "x");
    let file = |policy: &str, level: &str| {
        let args = [
            "doc",
            "file",
            path.to_str().expect("UTF-8"),
            "--dossier",
            "ARDENNES-26",
            "--policy",
            policy,
            "--level",
            level,
        ];
        stage.run("fictief", &args)
    };
    assert_eq!(file("BEL", "RESTREINT – BEPERKT").status, 0);
    for (policy, level, code, choice) in [
        ("BEL", "DIFFUSION RESTREINTE", "label_former_mention", "RESTREINT,"),
        ("NATO", "SECRET UE", "label_classification_of_another", "RESTRICTED,"),
        ("BEL", "ultra", "label_unknown_classification", "RESTREINT,"),
    ] {
        let problem = file(policy, level).problem(5);
        let reason = &problem["reasons"][0];
        assert_eq!(reason["code"], code);
        assert!(reason["fix"].as_str().expect("`fix` is text").contains(choice), "{problem}");
    }
    assert_eq!(stage.run("fictief", &["doc", "list", "--level", "NATO SECRET"]).status, 0);
    let problem = stage.run("fictief", &["doc", "list", "--level", "ultra"]).problem(5);
    assert!(problem["fix"].as_str().expect("`fix` is text").contains("RESTREINT,"), "{problem}");
}

#[test]
fn a_wrong_key_of_a_partner_is_told_what_it_is() {
    let stage = Stage::new();
    let add = |id: &str, key: &str| {
        let args = ["partner", "add", id, "--name", "N", "--nation", "NLD", "--recipient", key, "--ceiling", "SECRET"];
        stage.run("proef", &args)
    };
    let key = "age13qst29vzfek39nsuznsuya40e436hn3a0gfx06ahuxzvpmw0ef5s7x0nxj";
    for (wrong, code) in [
        ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPd liaison", "key_ssh"),
        ("age1yubikey1qgqsp5z24ff2wkezx0x8vdsv7hwywhj68tp9m6hfchjuunlx8h5pzx33eal", "key_plugin"),
        ("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX", "key_secret"),
        (&format!("{key} {key}"), "key_several"),
        (&key[..61], "key_length"),
    ] {
        let came = add("q", wrong);
        assert_eq!(came.problem(5)["code"], code);
        assert!(!String::from_utf8_lossy(&came.err).contains("GFPYY"), "nothing of a secret is said");
    }
    assert_eq!(add("q1", &format!("{}\n{}", &key[..31], &key[31..])).status, 0, "broken over two lines");
    assert_eq!(add("q2", key).problem(5)["code"], "key_taken");
}

#[test]
fn a_search_finds_words_by_the_letters_of_a_keyboard() {
    let stage = Stage::new();
    let path = stage.write("n.txt", "x");
    for (title, words) in [
        ("cœur œuvre", &["coeur", "CŒUR", "oeuv"][..]),
        ("Straße Maße", &["strasse", "straße", "masse"]),
        ("ĳzeren hek", &["ijzeren", "ĳzer"]),
        ("Økland Łódź", &["okland", "lodz", "Łódź", "oekland"]),
        ("ﬁche oﬃcielle", &["fiche", "officielle"]),
        ("Réunion à Liège", &["liege", "LIÈGE", "Lie\u{300}ge"]),
        ("Herr Müller", &["muller", "mueller", "Müller", "\"herr müller\""]),
        ("Herr Mueller-Hof", &["mueller", "müller", "hof", "\"Herr Müller\""]),
        ("Co-operation and co‑ordination", &["cooperation", "co-operation", "coordination", "operation"]),
        ("Samenwerking cooperatie", &["co-operatie"]),
        ("Paraŀlel col·legi", &["parallel", "collegi", "paraŀlel"]),
        ("l’aperçu – première note", &["l'apercu", "aperçu", "premiere"]),
    ] {
        let filed = doc_file(&stage, &[path.to_str().expect("the path is UTF-8"), "--title", title]).json();
        for word in words {
            let found = stage.run("fictief", &["doc", "list", "--query", word]).json();
            let ids: Vec<&str> = found["documents"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|row| row["id"].as_str().expect("a text"))
                .collect();
            assert!(ids.contains(&filed["id"].as_str().expect("`id` is text")), "{word} finds {title}: {found}");
        }
    }
}

#[test]
fn a_filing_that_is_ended_says_what_is_in_and_what_is_not() {
    use std::process::{Command, Stdio};

    let stage = Stage::new();
    let folder = stage.path("many");
    fs::create_dir(&folder).expect("the folder is made");
    // More than are filed at once, twice, and a rest.
    const MANY: u64 = 2_400;
    for n in 0..MANY {
        fs::write(folder.join(format!("{n:04}.txt")), format!("note {n}")).expect("the file is written");
    }
    let sealed = || -> usize {
        let shards = fs::read_dir(stage.vault.join("objects")).expect("the folder is listed").flatten();
        let shards = shards.filter(|shard| shard.file_name() != "tmp");
        // Their texts lie next to them.
        let objects = shards.flat_map(|shard| fs::read_dir(shard.path()).into_iter().flatten().flatten());
        objects.filter(|entry| entry.path().extension().is_some_and(|kind| kind == "age")).count()
    };
    let before = sealed();
    for (signal, number) in [("-TERM", 15), ("-INT", 2)] {
        let mut command = stage.command("fictief", &["doc", "file", folder.to_str().expect("UTF-8"), "--recursive"]);
        let command = command.args(MARKED).arg("--skip-existing").stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().expect("the program starts");
        let begun = sealed();
        while sealed() == begun {
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().expect("it runs").success());
        let output = child.wait_with_output().expect("the program ends");
        use std::os::unix::process::ExitStatusExt as _;
        assert_eq!(output.status.signal(), Some(number), "whoever waits sees the signal");
        assert!(output.stdout.is_empty());
        let said: serde_json::Value = serde_json::from_slice(&output.stderr).expect("one object");
        assert_eq!(said["code"], "filing_stopped", "{said}");
        assert!(said["fix"].as_str().expect("`fix` is text").contains("--skip-existing"), "{said}");
        let (filed, documents) =
            (said["filed"].as_u64().expect("a number"), said["documents"].as_array().expect("a list"));
        assert!(filed > 0 && documents.len() as u64 == filed);
        assert!(documents.iter().all(|document| document["reference"].is_string() && document["path"].is_string()));
        let (not, left) = (said["not_filed"].as_array().expect("a list"), said["left_out"].as_array().expect("a list"));
        assert!(!not.is_empty());
        assert_eq!(filed + (not.len() + left.len()) as u64, MANY, "each file is named once");
        assert!(sealed() - begun == filed as usize, "nothing else is in");
    }
    let rest = doc_file(&stage, &[folder.to_str().expect("UTF-8"), "--recursive", "--skip-existing"]).json();
    let (new, known) =
        (rest["documents"].as_array().expect("a list").len(), rest["left_out"].as_array().expect("a list").len());
    assert_eq!((new + known) as u64, MANY);
    assert_eq!((sealed() - before) as u64, MANY, "all of it, each once");
}

#[test]
fn what_a_vault_is_made_of_is_not_filed_and_a_folder_with_nothing_in_it_is_named() {
    let stage = Stage::new();
    let vault = stage.vault.to_str().expect("the path is UTF-8").to_owned();
    let reasons = |came: &Came| -> Vec<String> {
        assert_eq!(came.status, 1, "{}", String::from_utf8_lossy(&came.err));
        let left = came.object()["left_out"].as_array().expect("`left_out` is a list").clone();
        left.iter().map(|left| left["reason"].as_str().expect("`reason` is text").to_owned()).collect()
    };
    assert_eq!(reasons(&doc_file(&stage, &[&vault, "--recursive"])), ["in_vault"]);
    let settings = stage.vault.join("vault.toml");
    let came = doc_file(&stage, &[settings.to_str().expect("the path is UTF-8")]);
    assert_eq!(reasons(&came), ["in_vault"]);
    assert_eq!(came.object()["documents"], serde_json::json!([]));

    let folder = stage.path("em");
    fs::create_dir_all(folder.join("empty")).expect("the folders are made");
    let deep = folder.join("d/".repeat(70));
    fs::create_dir_all(&deep).expect("the folders are made");
    fs::write(deep.join("lost.txt"), "x").expect("the file is written");
    fs::write(folder.join("a.txt"), "x").expect("the file is written");
    let came = doc_file(&stage, &[folder.to_str().expect("the path is UTF-8"), "--recursive"]);
    assert_eq!(reasons(&came), ["too_deep", "empty"]);
    assert_eq!(came.object()["documents"].as_array().expect("`documents` is a list").len(), 1, "the rest is filed");
}

#[test]
fn a_link_that_is_named_is_filed_as_what_it_leads_to_and_said_with_that() {
    let stage = Stage::new();
    let note = stage.write("note.txt", "the note");
    let target = std::fs::canonicalize(&note).expect("it is there");
    let target = target.to_str().expect("the path is UTF-8");
    let link = stage.path("link.txt");
    std::os::unix::fs::symlink("note.txt", &link).expect("a link");
    let link = link.to_str().expect("the path is UTF-8");
    let marked = ["--dossier", "HAVEN", "--level", "SECRET"];
    let warned = |said: &serde_json::Value| -> Vec<String> {
        let all = said["warnings"].as_array().expect("a list").iter();
        all.filter(|one| one["code"] == "link_followed")
            .map(|one| one["params"]["target"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    let one = stage.run("fictief", &[&["doc", "file", link][..], &marked].concat()).json();
    assert_eq!(warned(&one), [target], "{one}");
    // One among several, each with its own warnings.
    let other = stage.write("other.txt", "another");
    let other = other.to_str().expect("the path is UTF-8");
    let many = stage.run("fictief", &[&["doc", "file", other, link][..], &marked].concat()).json();
    let each: Vec<Vec<String>> = many["documents"].as_array().expect("a list").iter().map(warned).collect();
    assert_eq!(each, [vec![], vec![target.to_owned()]], "{many}");
    // A folder by a link.
    let folder = stage.path("papers");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::write(folder.join("a.txt"), "a").expect("a file");
    let by = stage.path("by");
    std::os::unix::fs::symlink("papers", &by).expect("a link");
    let by = by.to_str().expect("the path is UTF-8");
    let all = stage.run("fictief", &[&["doc", "file", by, "--recursive"][..], &marked].concat()).json();
    assert_eq!(warned(&all), [std::fs::canonicalize(&folder).expect("it is there").to_str().expect("UTF-8")], "{all}");
    // For a person, on standard error, in each language.
    for lang in ["en", "fr", "nl", "de"] {
        let json = stage.command("fictief", &[&["doc", "file", link, "--lang", lang][..], &marked].concat());
        let args: Vec<_> = json.get_args().filter(|arg| *arg != "--json").collect();
        let came = std::process::Command::new(json.get_program()).args(args).output().expect("it runs");
        let said = String::from_utf8_lossy(&came.stderr);
        assert!(came.status.success() && said.contains(target), "{said}");
    }
}

#[test]
fn a_name_that_a_file_may_not_have_here_is_a_good_title_and_what_was_changed_is_said() {
    let stage = Stage::new();
    let path = stage.write("*.txt", "x");
    let file = |path: &str| {
        stage.run("fictief", &["doc", "file", path, "--dossier", "HAVEN", "--level", "SECRET", "--lang", "en"])
    };
    let filed = file(path.to_str().expect("UTF-8")).json();
    assert_eq!((&filed["title"], &filed["file_name"]), (&"*.txt".into(), &"_.txt".into()), "{filed}");
    let warning = filed["warnings"].as_array().expect("a list").iter().find(|one| one["code"] == "name_changed");
    let said = warning.expect("it is said")["message"].as_str().expect("a text").to_owned();
    assert!(said.contains("“*.txt”") && said.contains("_.txt") && !said.contains('…'), "{said}");
}

#[test]
fn standard_input_is_no_document_and_what_to_do_is_said() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    for path in ["-", "/dev/stdin"] {
        for words in [
            &["doc", "file", path, "--dossier", "HAVEN", "--level", "SECRET", "--title", "T"][..],
            &["doc", "version", &id, path, "--why", "x"],
            &["doc", "derive", path, "--dossier", "HAVEN", "--from", &id, "--title", "T"],
        ] {
            let problem = stage.run("fictief", words).problem(2);
            assert_eq!(problem["code"], "stdin_no_document", "{problem}");
        }
    }
}

#[test]
fn what_somebody_wrote_is_filed_as_markdown_from_a_file_or_from_standard_input_and_revised() {
    use std::io::Write as _;
    use std::process::Stdio;

    let stage = Stage::new();
    let piped = |args: &[&str], text: &str| {
        let mut command = stage.command("fictief", args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        child.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("it reads");
        Came::of(child.wait_with_output().expect("it ends"))
    };
    let mut args = vec!["doc", "file", "-", "--kind", "markdown", "--title", "Minutes"];
    args.extend(MARKED);
    let filed = piped(&args, "# Minutes\n\n(R) Opened at ten.\n").json();
    let id = filed["id"].as_str().expect("an id").to_owned();
    assert_eq!(filed["file_name"], "Minutes.md", "{filed}");
    let shown = stage.run("fictief", &["doc", "show", &id]).json();
    assert_eq!(shown["media_type"], "text/markdown", "{shown}");
    let text = stage.run("fictief", &["doc", "text", &id, "--purpose", "reading"]).json();
    assert!(text.to_string().contains("(R) Opened at ten."), "{text}");
    let version = ["doc", "version", &id, "-", "--kind", "markdown", "--why", "corrected"];
    let version = piped(&version, "# Minutes\n\n(R) Opened at eleven.\n").json();
    assert_eq!((version["version"].as_u64(), version["media_type"].as_str()), (Some(2), Some("text/markdown")));

    let note = stage.write("note.md", "# Note\n");
    let note = note.to_str().expect("the path is UTF-8");
    assert_eq!(doc_file(&stage, &[note]).json()["title"], "note.md");
    assert_eq!(doc_file(&stage, &[note, "--kind", "markdown"]).status, 0);
    let bytes = stage.write("x.md", [0xff, 0xfe, 0x00]);
    let refused = doc_file(&stage, &[bytes.to_str().expect("UTF-8"), "--kind", "markdown"]).problem(5);
    assert_eq!(refused["code"], "written_not_text");
    // A control character makes it no text: it is refused with its place, from a file and from a pipe, and as a version.
    for bell in ["# hi\n\u{7}bell\n".to_owned(), format!("# hi\n\u{7}{}", "x".repeat(100_000))] {
        let file = stage.write("bell.md", &bell);
        let mut stdin = vec!["doc", "file", "-", "--kind", "markdown", "--title", "Bell"];
        stdin.extend(MARKED);
        let version = ["doc", "version", &id, "-", "--kind", "markdown", "--why", "corrected"];
        for came in [
            doc_file(&stage, &[file.to_str().expect("UTF-8"), "--kind", "markdown"]),
            piped(&stdin, &bell),
            piped(&version, &bell),
        ] {
            let refused = came.problem(5);
            assert_eq!(refused["code"], "character", "{refused}");
            let said = refused["message"].as_str().expect("a text");
            assert!(said.contains("U+0007, at position 6") && said.contains("the text"), "{refused}");
        }
    }
    assert_eq!(doc_file(&stage, &[note, note, "--kind", "markdown"]).problem(2)["code"], "written_one");
    let mut untitled = vec!["doc", "file", "-", "--kind", "markdown"];
    untitled.extend(MARKED);
    assert_eq!(piped(&untitled, "x").problem(2)["code"], "written_no_title");
}

#[test]
fn files_are_looked_at_before_any_of_them_is_filed_and_nothing_is_registered() {
    let stage = Stage::new();
    let filed = stage.file(b"the same bytes", "HAVEN", &["--level", "RESTREINT"]);
    let folder = stage.path("to-file");
    fs::create_dir_all(folder.join("within")).expect("a folder");
    let put = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).expect("a file");
    put("again.txt", b"the same bytes");
    put("first.txt", b"twice in the list");
    put("within/second.txt", b"twice in the list");
    put("broken.pdf", b"%PDF-1.7\nand nothing more");
    put("data.bin", &[0, 1, 2, 3]);
    std::os::unix::fs::symlink("/etc/hostname", folder.join("link.txt")).expect("a link");
    let registered = || stage.run("fictief", &["doc", "list"]).object()["total"].clone();
    let before = registered();
    let folder = folder.to_str().expect("UTF-8");
    let looked = stage.run("fictief", &["doc", "look", "--recursive", folder]);
    assert_eq!(looked.status, 1, "a link is left out, as when it is filed");
    let looked = looked.object();
    let files = looked["files"].as_array().expect("a list");
    let of = |name: &str| {
        let named = |file: &&serde_json::Value| file["path"].as_str().is_some_and(|path| path.ends_with(name));
        files.iter().find(named).unwrap_or_else(|| panic!("{name}: {looked}"))
    };
    let codes = |name: &str| {
        let all = of(name)["warnings"].as_array().expect("a list");
        all.iter().map(|one| one["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(files.len(), 5);
    assert_eq!((&of("again.txt")["filed_as"], &of("again.txt")["readable"]), (&filed["reference"], &"yes".into()));
    assert_eq!((of("first.txt")["kind"].as_str(), of("first.txt")["size"].as_u64()), (Some("text"), Some(17)));
    assert!(codes("first.txt").is_empty() && codes("second.txt") == ["picked_twice"], "{looked}");
    assert_eq!((&of("broken.pdf")["readable"], &of("data.bin")["readable"]), (&"no".into(), &"no".into()));
    assert!(!codes("broken.pdf").is_empty() && !codes("data.bin").is_empty(), "{looked}");
    assert_eq!(looked["left_out"].as_array().expect("a list").len(), 1, "the link: {looked}");
    assert_eq!(registered(), before, "nothing was registered");
    // Without --recursive a folder is left out, and that is said: with the status that filing it ends with.
    let alone = stage.run("fictief", &["doc", "look", folder]);
    assert_eq!(alone.status, 2);
    let alone = alone.object();
    assert_eq!(
        (alone["files"].as_array().map(Vec::len), alone["left_out"].as_array().map(Vec::len)),
        (Some(0), Some(1))
    );
    let gone = stage.path("gone.txt");
    let gone = gone.to_str().expect("UTF-8");
    for words in [&["doc", "look"][..], &["doc", "file", "--dossier", "ARDENNES-26", "--level", "RESTREINT"][..]] {
        assert_eq!(stage.run("fictief", &[words, &[gone]].concat()).status, 1, "{words:?}");
    }
    let looked = stage.run("fictief", &["doc", "look", gone]).object();
    assert_eq!(looked["left_out"][0]["reason"], "unreadable", "{looked}");
}

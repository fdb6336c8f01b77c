//! The guide and derived documents, as a script uses them.

use serde_json::Value;

use crate::stage::{Came, Stage, binary};

#[test]
fn the_guide_is_shown_checked_replaced_and_asked() {
    let stage = Stage::new();
    let shown = stage.run("essai", &["guide", "show"]).json();
    assert!(
        shown["shipped"].as_bool().expect("`shipped` is yes or no")
            && shown["topics"].as_array().expect("a list").len() >= 9
    );
    let asked = stage.run("modele", &["guide", "suggest", "Rapport", "de", "la", "source humaine"]).json();
    assert_eq!(asked["topics"][0], "human-source");
    assert_eq!((&asked["floor"]["level"], &asked["floor"]["categories"][0]), (&"top-secret".into(), &"SOURCE".into()));
    let small = "aggregation = 2\n[[topic]]\nid = \"press\"\nfloor = \"unclassified\"\nname = { en = \"Press\" }\n";
    let file = stage.write("guide.toml", small);
    let file = file.to_str().expect("the path is UTF-8");
    // Without a vault.
    let checked = Came::of(binary().args(["--json", "guide", "check", file]).output().expect("it runs")).json();
    assert_eq!((checked["valid"].as_bool(), checked["topics"].as_u64()), (Some(true), Some(1)));
    assert_eq!(stage.run("modele", &["guide", "replace", file]).codes(), ["role_required"]);
    stage.agreed("exemple", &["guide", "replace", file]);
    let shown = stage.run("muster", &["guide", "show"]).json();
    assert_eq!((&shown["aggregation"], &shown["shipped"]), (&2.into(), &false.into()));
    // At each second document: of two, one.
    let mut filed: Vec<_> = ["one more", "and one"]
        .map(|text| stage.file(text.as_bytes(), "ARDENNES-26", &["--level", "RESTREINT"]))
        .into();
    filed.retain(|filed| filed["warnings"] != serde_json::json!([]));
    let [warned] = filed.as_slice() else { panic!("{filed:?}") };
    assert_eq!(warned["warnings"][0]["code"], "aggregation");
    assert_eq!(warned["warnings"][0]["params"]["threshold"], "2");
    assert!(warned["warnings"][0]["message"].as_str().expect("`message` is text").contains("RESTREINT"));
}

#[test]
fn a_guide_that_is_refused_names_line_and_flaw() {
    let stage = Stage::new();
    for (guide, line, code) in [
        (
            &b"aggregation = 2\n[[topic]]\nid = \"a\"\nfloor = \"ultra\"\nname = { en = \"x\" }"[..],
            "4",
            "guide_unknown_level",
        ),
        (
            b"aggregation = 2\n[[topic]]\nid = \"a\"\nfloor = \"secret\"\nname = { en = \"x\" }",
            "3",
            "guide_no_interest",
        ),
        (b"\xff\xfe", "1", "guide_syntax"),
        (b"aggregation = 2\n\xff\xfe", "2", "guide_syntax"),
        (b"<guide/>", "1", "guide_syntax"),
    ] {
        let file = stage.write("bad.toml", guide);
        let came = stage.run("exemple", &["guide", "replace", file.to_str().expect("the path is UTF-8")]);
        let problem = came.problem(5);
        assert_eq!((&problem["code"], &problem["reasons"][0]["code"]), (&"guide_refused".into(), &code.into()));
        assert!(problem["message"].as_str().expect("`message` is text").contains(&format!("line {line}")), "{problem}");
    }
    // Of whatever size, the limit that is named is one, and no line.
    for size in [256 * 1024 + 1, 300 * 1024, 2 * 1024 * 1024] {
        let large = stage.write("large.toml", vec![b'#'; size]);
        let came = stage.run("exemple", &["guide", "check", large.to_str().expect("the path is UTF-8")]);
        let problem = came.problem(5);
        assert_eq!(problem["reasons"][0]["code"], "guide_too_large");
        assert!(problem["reasons"][0]["message"].as_str().expect("a text").contains("262144"), "{problem}");
        assert!(!problem["message"].as_str().expect("a text").contains("line"), "{problem}");
    }
}

#[test]
fn below_the_guide_is_denied_without_a_motive_and_filed_with_one() {
    let stage = Stage::new();
    let path = stage.write("note.txt", "a note");
    let path = path.to_str().expect("the path is UTF-8");
    let mut args = vec!["doc", "file", path, "--dossier", "HAVEN", "--level", "RESTREINT", "--title", "Note"];
    args.extend(["--topic", "working-methods"]);
    let came = stage.run("modele", &args);
    assert_eq!(came.codes(), ["below_guide"]);
    args.extend(["--motive", "Only what the press already had."]);
    let filed = stage.run("modele", &args).json();
    let of_the_document = |warning: &&Value| warning["code"] != "clearance_renewal";
    assert_eq!(filed["warnings"].as_array().expect("`warnings` is a list").iter().filter(of_the_document).count(), 0);
    let shown = stage.run("muster", &["doc", "show", filed["id"].as_str().expect("`id` is text")]).json();
    assert_eq!(shown["topics"][0], "working-methods");
    assert_eq!(shown["motive"], "Only what the press already had.");
    args.extend(["--topic", "no-such-topic"]);
    assert_eq!(stage.run("modele", &args).problem(5)["code"], "unknown");
}

#[test]
fn a_derived_document_starts_from_the_high_water_mark() {
    let stage = Stage::new();
    let path = stage.write("extract.txt", "an extract");
    let path = path.to_str().expect("the path is UTF-8");
    let secret = stage.a_document("modele", "SECRET");
    let low = stage.file(b"low", "ARDENNES-26", &["--level", "RESTREINT", "--rel", "BEL,NLD"])["id"].clone();
    let low = low.as_str().expect("it is text");
    let made = ["doc", "derive", path, "--from", &secret, "--from", low, "--dossier", "HAVEN", "--title", "Extract"];
    let filed = stage.run("modele", &made).json();
    let shown = stage.run("modele", &["doc", "show", filed["id"].as_str().expect("`id` is text")]).json();
    assert!(shown["banner"]["text"].as_str().expect("`text` is text").contains("SECRET"));
    assert_eq!(shown["sources"].as_array().expect("`sources` is a list").len(), 2);
    let lower: Vec<&str> = made.iter().copied().chain(["--level", "RESTREINT"]).collect();
    assert_eq!(stage.run("modele", &lower).codes(), ["below_sources"]);
    // Who may not open a source is answered as if it were not there.
    let by_muster = stage.run("muster", &made).problem(1);
    let nothing = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
    let invented = ["doc", "derive", path, "--from", nothing, "--dossier", "HAVEN", "--title", "Extract"];
    let of_nothing = stage.run("muster", &invented).problem(1);
    assert_eq!(by_muster["code"], of_nothing["code"]);
    assert_eq!(by_muster["message"].as_str().expect("a text").replace(secret.as_str(), nothing), of_nothing["message"]);
}

#[test]
fn the_exercise_shows_a_derived_document_and_one_below_the_guide() {
    let stage = Stage::new();
    let find = |title: &str| {
        let listed = stage.run("fictief", &["doc", "list", "--query", title]).json();
        let id = listed["documents"][0]["id"].as_str().expect("`id` is text").to_owned();
        stage.run("fictief", &["doc", "show", &id]).json()
    };
    assert_eq!(find("Final assessment")["sources"].as_array().expect("`sources` is a list").len(), 2);
    let below = find("Liaison note");
    assert!(below["motive"].is_string() && below["topics"][0] == "partner-information");
}

#[test]
fn a_warning_of_one_among_many_that_are_filed_in_one_go_is_heard() {
    let stage = Stage::new();
    let small = "aggregation = 3\n[[topic]]\nid = \"press\"\nfloor = \"unclassified\"\nname = { en = \"Press\" }\n";
    let guide = stage.write("guide.toml", small);
    stage.agreed("exemple", &["guide", "replace", guide.to_str().expect("the path is UTF-8")]);
    let folder = stage.path("many");
    std::fs::create_dir(&folder).expect("the folder is made");
    for n in 0..4 {
        std::fs::write(folder.join(format!("{n}.txt")), format!("number {n} of many")).expect("the file is written");
    }
    let file = |officer: &str, json: bool| {
        let mut command = stage.command(officer, &["--lang", "en", "doc", "file", folder.to_str().expect("UTF-8")]);
        command.args(["--recursive", "--dossier", "ARDENNES-26", "--level", "RESTREINT"]);
        if json {
            return Came::of(command.output().expect("the program runs"));
        }
        let arguments: Vec<_> = command.get_args().filter(|argument| *argument != "--json").map(Into::into).collect();
        let arguments: Vec<std::ffi::OsString> = arguments;
        let mut person = binary();
        person.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        Came::of(person.args(arguments).output().expect("the program runs"))
    };
    let documents = file("fictief", true).json()["documents"].as_array().expect("`documents` is a list").clone();
    let warned = documents.iter().filter(|one| one["warnings"] != serde_json::json!([])).count();
    assert!((1..=2).contains(&warned), "of four in a row, the third or two: {documents:?}");
    let person = String::from_utf8(file("fictief", false).err).expect("it is UTF-8");
    assert!(
        person.lines().any(|line| line.starts_with("  ! ") && line.contains("the guide warns from 3 on")),
        "{person}"
    );
}

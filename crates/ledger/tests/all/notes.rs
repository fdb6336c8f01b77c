use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ledger::{Draft, Error, Position, check_note};
use proptest::prelude::*;
use seal::Weight;

use crate::world::*;

fn signed() -> (World, Position, String) {
    let world = World::of(7);
    let ledger = world.open();
    let (_, end) = read_all(&ledger, &Position::start()).expect("the log is whole");
    let note = ledger.checkpoint(&end, &world.signer).expect("a checkpoint is made");
    (world, end, note)
}

#[test]
fn a_checkpoint_is_a_c2sp_note_with_two_signatures() {
    let (world, end, note) = signed();
    let lines: Vec<&str> = note.split('\n').collect();
    assert_eq!(lines[0], format!("zegel/{}", vault()));
    assert_eq!(lines[1], "7");
    assert_eq!(STANDARD.decode(lines[2]).expect("it is Base64"), end.head().root.0);
    assert_eq!((lines[3], lines[6], lines.len()), ("", "", 7));
    // The Ed25519 line, checked by the letter of c2sp.org/signed-note.
    let blob = STANDARD
        .decode(lines[4].strip_prefix(&format!("— zegel/{} ", vault())).expect("the line bears a signature"))
        .expect("it is Base64");
    let key = &world.signer.verifying_key().as_bytes()[..32];
    let id = seal::sha256(&[lines[0].as_bytes(), b"\n\x01", key].concat());
    assert_eq!((&blob[..4], blob.len()), (&id[..4], 4 + 64));
    let text = format!("{}\n{}\n{}\n", lines[0], lines[1], lines[2]);
    let signature = seal::Signatures::from_parts(&blob[4..], None).expect("signatures of the right length");
    world.signer.verifying_key().verify(Weight::Single, text.as_bytes(), &signature).expect("the signature holds");

    let checked = check_note(&note, &vault(), end.authors()).expect("the note is of this log");
    assert_eq!((checked.head, checked.by), (end.head(), world.signer.key_id()));
    world.open().begins_with(&checked.head).expect("the log is read");
}

/// Mail puts lines around a note, and so can anyone: nobody vouches for them, so it is known that they are there.
#[test]
fn lines_next_to_a_note_are_counted() {
    let (_, end, note) = signed();
    let beside = |text: &str| check_note(text, &vault(), end.authors()).map(|checked| checked.lines_beside).ok();
    assert_eq!(beside(&note), Some(0));
    assert_eq!(beside(&note.replace('\n', "\r\n\r\n")), Some(0), "empty lines say nothing");
    assert_eq!(beside(&format!("{note}\nThis vault was closed.\nSigned: the officer\n")), Some(2));
    assert_eq!(beside(&format!("From: a\n\n{note}\nRegards\n")), Some(2));
    assert_eq!(beside(&format!("{note}{note}")), Some(5), "another note is no part of it");
    let witnessed = format!("{note}— witness.example/w1 {}\nWords\n", STANDARD.encode([9u8; 76]));
    assert_eq!(beside(&witnessed), Some(2));
}

#[test]
fn a_note_without_one_of_its_signatures_is_refused() {
    let (_, end, note) = signed();
    let lines: Vec<&str> = note.lines().collect();
    for missing in [4, 5] {
        let mut rest = lines.clone();
        rest.remove(missing);
        let stripped = rest.join("\n") + "\n";
        assert!(matches!(check_note(&stripped, &vault(), end.authors()), Err(Error::NoteForged(_))), "{stripped}");
    }
    let doubled = [lines[0], lines[1], lines[2], "", lines[4], lines[4]].join("\n") + "\n";
    assert!(check_note(&doubled, &vault(), end.authors()).is_err());
    let turned = [lines[0], lines[1], lines[2], "", lines[5], lines[4]].join("\n") + "\n";
    assert!(check_note(&turned, &vault(), end.authors()).is_ok());
}

#[test]
fn a_note_with_a_witness_line_besides_is_accepted() {
    let (_, end, note) = signed();
    let witnessed = format!("{note}— witness.example/w1 {}\n", STANDARD.encode([9u8; 76]));
    assert!(check_note(&witnessed, &vault(), end.authors()).is_ok());
}

#[test]
fn a_note_that_mail_or_another_system_wrote_again_says_the_same() {
    let (_, end, note) = signed();
    let lines = |change: &dyn Fn(&str) -> String| note.lines().map(change).collect::<Vec<_>>();
    let wrapped = |width: usize| {
        let cut = |line: &str| {
            let chars: Vec<char> = line.chars().collect();
            chars.chunks(width).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
        };
        // The text itself is short, and mail leaves it as it is.
        note.lines().map(|line| if line.starts_with('—') { cut(line) } else { line.to_owned() }).collect::<Vec<_>>()
    };
    for (how, written) in [
        ("Windows", note.replace('\n', "\r\n")),
        ("an old Mac", note.replace('\n', "\r")),
        ("a mark at its beginning", format!("\u{feff}{note}")),
        ("a space without width", note.replace('—', "\u{200b}—")),
        ("marks without width everywhere", note.replace('\n', "\u{200b}\u{feff}\n").replace("— ", "—\u{2060} ")),
        ("spaces at the ends", lines(&|line| format!("{line} \t\u{a0}")).join("\r\n")),
        ("quoted", lines(&|line| format!("> {line}")).join("\n")),
        ("quoted twice, by Windows", lines(&|line| format!(">> {line}")).join("\r\n")),
        ("indented", lines(&|line| format!("    {line}")).join("\n")),
        ("empty lines around it", format!("\n\n{note}\n\n\n")),
        ("no end of the last line", note.trim_end().to_owned()),
        (
            "cut after the names",
            lines(&|line| line.replace(" zegel/", "\u{1}zegel/").replace(' ', "\n").replace('\u{1}', " ")).join("\n"),
        ),
        ("quoted with initials", lines(&|line| format!("JD> {line}")).join("\n")),
        ("quoted with initials, twice", lines(&|line| format!("> JD>AB> {line}")).join("\r\n")),
        ("as a list of stars", lines(&|line| format!("* {line}")).join("\n")),
        ("as a list of points", lines(&|line| format!("\u{2022} {line}")).join("\r\n")),
        ("as a list of points, quoted", lines(&|line| format!("> \u{2022}\t{line}")).join("\r\n")),
        ("a star in the place of the dash", note.replace('—', "*")),
        ("a point in the place of the dash", note.replace("— ", "\u{2022}\u{a0}")),
        ("a point that was read as another encoding", note.replace('—', "\u{e2}\u{20ac}\u{a2}")),
        (
            "stars before lines and in the place of dashes",
            lines(&|line| format!("* {}", line.replace('—', "*"))).join("\n"),
        ),
        (
            "as a list, then cut",
            wrapped(72).join("\n").lines().map(|l| format!("* {l}")).collect::<Vec<_>>().join("\n"),
        ),
        ("quoted with a bar", lines(&|line| format!("| {line}")).join("\n")),
        (
            "cut at 40 characters, all of it",
            note.lines()
                .map(|line| line.chars().collect::<Vec<_>>())
                .flat_map(|line| line.chunks(40).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>())
                .collect::<Vec<_>>()
                .join("\n"),
        ),
        ("cut at 76 characters", wrapped(76).join("\n")),
        ("cut at 998 characters, by Windows", wrapped(998).join("\r\n")),
        ("cut, then quoted", wrapped(72).join("\n").lines().map(|l| format!("> {l}")).collect::<Vec<_>>().join("\n")),
    ] {
        let checked = check_note(&written, &vault(), end.authors());
        assert_eq!(checked.map(|checked| checked.head).ok(), Some(end.head()), "{how}:\n{written}");
        let larger = written.replacen('7', "8", 1);
        assert!(check_note(&larger, &vault(), end.authors()).is_err(), "{how}: it says something else");
    }
}

#[test]
fn what_is_no_note_of_this_vault_is_told_from_one_that_was_forged() {
    let (_, end, note) = signed();
    let other = "zzzzzzzzzzzzzzzzzzzzzzzzzz".parse().expect("of the form of an id");
    let coded =
        STANDARD.encode("some letter, not a checkpoint, though it is long enough to be sent as base64 in lines");
    for text in ["", "some letter", "— x y", "136\n", &*"x".repeat(1 << 20), &coded, "<p>&mdash;</p>"] {
        let error = check_note(text, &vault(), end.authors()).expect_err("the note does not hold");
        assert!(matches!(error, Error::Note(_)) && !error.is_integrity(), "{text}: {error:?}");
    }
    let elsewhere = check_note(&note, &other, end.authors()).expect_err("the note does not hold");
    let unknown = check_note(&note, &vault(), [signer(5).verifying_key()]).expect_err("the note does not hold");
    let larger =
        check_note(note.replacen("\n7\n", "\n8\n", 1), &vault(), end.authors()).expect_err("the note does not hold");
    for error in [unknown, larger, elsewhere] {
        assert!(matches!(error, Error::NoteForged(_)) && error.is_integrity(), "{error:?}");
    }
}

#[test]
fn an_altered_note_is_refused() {
    let (_, end, note) = signed();
    let other = "zzzzzzzzzzzzzzzzzzzzzzzzzz".parse().expect("of the form of an id");
    assert!(check_note(&note, &other, end.authors()).is_err());
    assert!(check_note(&note, &vault(), [signer(5).verifying_key()]).is_err());
    for (old, new) in
        [("\n7\n", "\n8\n"), ("\n7\n", "\n07\n"), ("\n7\n", "\n+7\n"), ("\n\n", "\nextension\n\n"), ("— ", "x ")]
    {
        assert!(check_note(note.replacen(old, new, 1), &vault(), end.authors()).is_err(), "{old} {new}");
    }
}

/// Whatever a note loses, gains or changes by one character, it says the same (a space more) or it is altered.
#[test]
fn a_note_that_was_altered_anywhere_is_told_from_what_is_no_note() {
    let (_, end, note) = signed();
    let forged = |text: &[u8], how: &str| match check_note(text, &vault(), end.authors()) {
        Ok(checked) => assert_eq!(checked.head, end.head(), "{how}"),
        Err(error) => assert!(matches!(error, Error::NoteForged(_)), "{how}: {error:?}"),
    };
    let bytes = note.as_bytes();
    let begun = format!("zegel/{}", vault()).len();
    for at in (0..bytes.len()).filter(|at| *at < 200 || at % 97 == 0 || bytes.len() - at < 20) {
        for bit in 0..8 {
            let mut altered = bytes.to_vec();
            altered[at] ^= 1 << bit;
            forged(&altered, &format!("bit {bit} of byte {at}"));
        }
        for one in ["x", "\n", "=", ">", "—"] {
            forged(&[&bytes[..at], one.as_bytes(), &bytes[at..]].concat(), &format!("{one} at {at}"));
        }
        forged(&[&bytes[..at], &bytes[at + 1..]].concat(), &format!("without byte {at}"));
        if at > begun {
            forged(&bytes[..at], &format!("cut at {at}"));
        }
    }
    let lines: Vec<&str> = note.lines().collect();
    for missing in 0..lines.len() {
        let mut rest = lines.clone();
        rest.remove(missing);
        forged(rest.join("\n").as_bytes(), &format!("without line {missing}"));
    }
    let refused = |text: String, how: &str| {
        let error = check_note(text, &vault(), end.authors()).expect_err("the note does not hold");
        assert!(matches!(error, Error::NoteForged(_)), "{how}: {error:?}");
    };
    refused(note.replace(vault().as_str(), "zzzzzzzzzzzzzzzzzzzzzzzzzz"), "another vault");
    refused(note.replacen("\n7\n", "\n07\n", 1), "a zero more");
    refused(note[..2000].to_owned(), "half of it");
    refused(lines[..3].join("\n"), "no signatures");
    refused(lines[4..].join("\n"), "nothing but signatures");
    refused(note.replacen("\n\n", "\nof my own\n\n", 1), "a line more");
}

/// As mail programs send and show it. What is read is what was signed, whatever stands around it.
#[test]
fn a_note_in_a_mail_is_read_as_it_was_signed() {
    let (_, end, note) = signed();
    let wrapped = |text: &str| {
        text.as_bytes()
            .chunks(76)
            .map(|line| String::from_utf8_lossy(line).into_owned())
            .collect::<Vec<_>>()
            .join("\r\n")
    };
    let head =
        "From: a@example.org\r\nSubject: =?utf-8?Q?checkpoint?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    let mail = format!("{head}Good morning,\r\n\r\n{note}\r\n-- \r\nThe registry\r\n");
    let printed = String::from_utf8(quoted(note.as_bytes())).expect("it is UTF-8");
    let page = |dash: &str| {
        let lines: String = note.lines().map(|line| format!("<p>{}</p>\n", line.replace('—', dash))).collect();
        format!("<html><body><p>Good morning,</p>{lines}<p>The registry</p></body></html>")
    };
    // Long lines end with `=` and go on; what else ends with it is base64.
    let soft = |width: usize| {
        let mut pieces = vec![String::new()];
        for c in note.chars() {
            let last = pieces.last_mut().expect("there is one");
            let long = last.rsplit('\n').next().is_some_and(|line| line.chars().count() + 1 >= width) && c != '\n';
            if long { pieces.push(c.to_string()) } else { last.push(c) }
        }
        pieces
    };
    let windows: Vec<u8> =
        note.chars().map(|c| if c == '—' { 0x97 } else { u8::try_from(c).expect("below 256") }).collect();
    for (how, text) in [
        ("a whole mail", mail.clone().into_bytes()),
        ("quoted-printable", printed.clone().into_bytes()),
        ("a mail in quoted-printable", format!("{head}Good morning=2C\r\n{printed}-- \r\n").into_bytes()),
        ("base64", wrapped(&STANDARD.encode(&note)).into_bytes()),
        ("a mail in base64", format!("{head}{}\r\n", wrapped(&STANDARD.encode(&mail))).into_bytes()),
        ("an answer", mail.lines().map(|line| format!("> {line}\n")).collect::<String>().into_bytes()),
        ("a hyphen", note.replace('—', "-").into_bytes()),
        ("two hyphens", note.replace('—', "--").into_bytes()),
        ("a shorter dash", note.replace('—', "–").into_bytes()),
        ("a question mark", note.replace('—', "?").into_bytes()),
        ("eight bits", windows),
        ("eight bits read as such", note.replace('—', "â€”").into_bytes()),
        ("spaces that do not break", note.replace(' ', "\u{a0}").into_bytes()),
        ("empty lines doubled", note.replace('\n', "\n\n").into_bytes()),
        ("empty lines removed", note.replace("\n\n", "\n").into_bytes()),
        ("a page", page("—").into_bytes()),
        ("a page with entities", page("&mdash;&nbsp;").replace('+', "&#43;").replace("/p>", "/div>").into_bytes()),
        ("a page with other entities", page("&#x2014;").replace('=', "&#61;").into_bytes()),
        ("each sign of equality printed", note.replace('=', "=3D").into_bytes()),
        ("each dash printed", note.replace('—', "=E2=80=94").into_bytes()),
        ("each dash printed by Windows", note.replace('—', "=97").into_bytes()),
        ("soft ends of lines", soft(76).join("=\n").into_bytes()),
        ("soft ends of lines, by Windows", soft(76).join("=\r\n").into_bytes()),
        ("soft ends of short lines", soft(40).join("=\n").into_bytes()),
        ("soft ends and printed dashes", soft(76).join("=\n").replace('—', "=e2=80=94").into_bytes()),
        (
            "quoted-printable in an answer",
            printed.lines().map(|line| format!("> {line}\r\n")).collect::<String>().into_bytes(),
        ),
        (
            "soft ends in an answer",
            soft(70).join("=\n").lines().map(|line| format!("> {line}\n")).collect::<String>().into_bytes(),
        ),
        ("a list in quoted-printable", quoted(note.replace('—', "\u{2022}").as_bytes())),
        ("a page in quoted-printable", quoted(page("—").as_bytes())),
    ] {
        let checked = check_note(&text, &vault(), end.authors());
        assert_eq!(
            checked.map(|checked| checked.head).ok(),
            Some(end.head()),
            "{how}:\n{}",
            String::from_utf8_lossy(&text)
        );
    }
}

/// As RFC 2045 has it.
fn quoted(bytes: &[u8]) -> Vec<u8> {
    quoted_printable::encode(bytes)
}

#[test]
fn two_authors_cannot_lend_each_other_a_signature() {
    let world = World::new();
    let mut ledger = world.open();
    let end = add(&mut ledger, &world.signer, vec![Draft::new(Weight::Dual).introduce(signer(2).verifying_key())]);
    let (a, b) = (
        ledger.checkpoint(&end, &world.signer).expect("a checkpoint"),
        ledger.checkpoint(&end, &signer(2)).expect("a checkpoint"),
    );
    let (a, b): (Vec<&str>, Vec<&str>) = (a.lines().collect(), b.lines().collect());
    let mixed = [a[0], a[1], a[2], "", a[4], b[5]].join("\n") + "\n";
    assert!(check_note(&mixed, &vault(), end.authors()).is_err());
}

#[test]
fn only_what_was_read_and_is_there_is_signed() {
    let (world, end, _) = signed();
    let ledger = world.open();
    assert!(matches!(ledger.checkpoint(&end, &signer(3)), Err(Error::UnknownAuthor)));
    world.tamper(|c| cut(c, 5));
    assert!(matches!(world.open().checkpoint(&end, &world.signer), Err(Error::RolledBack { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_no_note_passes_for_one(text in prop_oneof![any::<String>(), "(zegel/[a-z]{0,26}|[0-9]|[A-Za-z0-9+/=]|\u{2014}| |\n){0,80}"]) {
        prop_assert!(check_note(&text, &vault(), [signer(1).verifying_key()]).is_err());
    }
}

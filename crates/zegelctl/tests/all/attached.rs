//! What a mail brings with it: each file listed, and taken out by itself, decided and recorded as the mail is.

use std::fs;

use serde_json::json;

use crate::stage::Stage;

const MAIL: &str = "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n\
    --x\nContent-Type: text/plain\n\nsee the plan\n\
    --x\nContent-Type: application/zip\nContent-Disposition: attachment; filename=all.zip\n\
    Content-Transfer-Encoding: base64\n\nUEsDBAAAAAAAAAAAAAAAAA==\n\
    --x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=plan.txt\n\n\
    by the river\n--x--\n";

#[test]
fn each_file_of_a_mail_is_listed_and_taken_out_by_itself() {
    let stage = Stage::new();
    let filed = stage.file(MAIL.as_bytes(), "ARDENNES-26", &["--level", "RESTREINT"]);
    let id = filed["id"].as_str().expect("a text").to_owned();
    let list = ["doc", "attachments", &id, "--purpose", "which there are"];
    let came = stage.run("fictief", &list).json();
    let expected = json!([
        {"number": 1, "name": "all.zip", "size": 16, "page": null},
        {"number": 2, "name": "plan.txt", "size": came["attachments"][1]["size"], "page": 2},
    ]);
    assert_eq!(came["attachments"], expected);
    let said = stage.said("fictief", &list);
    assert!(said.contains("plan.txt") && said.contains("16\u{a0}bytes"), "{said}");

    let out = stage.path("plan.txt");
    let take = |number: &str, officer: &str| {
        let path = out.to_str().expect("UTF-8");
        stage.run(officer, &["doc", "open", &id, "--purpose", "to print it", "--attachment", number, "--out", path])
    };
    let missing = take("3", "fictief").problem(1);
    assert_eq!(missing["code"], "no_attachment");
    assert!(missing["message"].as_str().is_some_and(|said| said.contains('3') && said.contains('2')), "{missing}");
    assert!(!out.exists(), "nothing comes of it");
    let came = take("2", "fictief").json();
    assert_eq!((&came["attachment"], &came["name"]), (&json!(2), &json!("plan.txt")));
    assert_eq!(fs::read_to_string(&out).expect("it is written").trim_end(), "by the river");
    assert_eq!(came["bytes"], fs::metadata(&out).expect("it is there").len());
    assert_eq!(take("2", "fictief").problem(1)["code"], "out_exists");
    // What the worker cannot show comes out as well.
    let zip = stage.path("all.zip");
    let path = zip.to_str().expect("UTF-8");
    let args = ["doc", "open", &id, "--purpose", "to look into it", "--attachment", "1", "--out", path];
    let _ = stage.run("fictief", &args).json();
    assert!(fs::read(&zip).expect("it is written").starts_with(b"PK"));

    // Each of these is an opening, with its purpose.
    let history = stage.run("fictief", &["doc", "show", &id]).json()["history"].clone();
    let purposes: Vec<&str> =
        history.as_array().expect("a list").iter().filter_map(|row| row["purpose"].as_str()).collect();
    for purpose in ["which there are", "to print it", "to look into it"] {
        assert!(purposes.contains(&purpose), "{purpose}: {purposes:?}");
    }
}

#[test]
fn who_may_not_read_the_mail_gets_no_file_of_it_and_a_document_without_files_says_so() {
    let stage = Stage::new();
    let secret = stage.file(MAIL.as_bytes(), "ARDENNES-26", &["--level", "SECRET"]);
    let id = secret["id"].as_str().expect("a text").to_owned();
    let out = stage.path("plan.txt");
    let path = out.to_str().expect("UTF-8");
    let args = ["doc", "open", &id, "--purpose", "curious", "--attachment", "2", "--out", path];
    let denied = stage.run("muster", &args);
    assert_ne!(denied.status, 0, "{}", String::from_utf8_lossy(&denied.err));
    assert!(!out.exists());
    let plain = stage.file(b"plain\n", "ARDENNES-26", &["--level", "RESTREINT"]);
    let list = ["doc", "attachments", plain["id"].as_str().expect("a text"), "--purpose", "which there are"];
    assert_eq!(stage.run("fictief", &list).json()["attachments"], json!([]));
}

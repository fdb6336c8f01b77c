use testkit::date;
use vault::*;

use super::house::*;
use super::releases::partner;

/// A release of one SECRET document that rosa asked for, and remi, who may approve it.
fn asked() -> (House, FilingResult, ReleaseId) {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
    clear(&mut ada, "remi", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("remi"), None, "exercise").expect("ada adds remi to the dossier");
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let filed = file(&mut house.unlock("rik"), "Shared", marked("SECRET", Some(&["BEL", "FRA"])));
    let mut rosa = house.unlock("rosa");
    let release =
        rosa.request_release(&partner, std::slice::from_ref(&filed.id), "exchange", &[]).expect("asked for").release;
    (house, filed, release)
}

#[test]
fn who_may_open_a_document_and_has_no_part_in_its_release_is_shown_no_release() {
    let (house, filed, release) = asked();
    let nothing = |rik: &mut Session| {
        assert!(rik.releases(&Default::default()).expect("rik lists the releases").rows.is_empty());
        assert_eq!(rik.release(&release).expect_err("rik's view of the release is refused").code(), "not_found");
        assert!(rik.assents(&AssentFilter::default()).expect("rik lists the requests").rows.is_empty());
        let request = AssentId::parse(release.as_str()).expect("of the form of an id");
        assert_eq!(rik.assent(&request).expect_err("rik's view of the request is refused").code(), "not_found");
        assert_eq!(rik.give_assent(&request).expect_err("rik's yes is refused").code(), "not_found");
    };
    let mut rik = house.unlock("rik");
    read(&mut rik, &filed.id);
    nothing(&mut rik);
    house.unlock("remi").approve_release(&release).expect("remi approves the release");
    nothing(&mut rik);
    // Of its sheet, what was done about it stays known to the officers who may open it.
    assert_eq!(
        rik.document(&filed.id).expect("seen").history.last().expect("it has a history").action,
        "approve-release"
    );
}

#[test]
fn a_release_is_refused_with_a_reason_that_the_one_who_asked_reads() {
    let (house, filed, release) = asked();
    let mut remi = house.unlock("remi");
    assert!(remi.releases(&Default::default()).expect("remi lists the releases").rows[0].may_refuse);
    // Anyone who decides may read what he decides about, if the policy lets him.
    read(&mut remi, &filed.id);
    assert_eq!(remi.refuse_release(&release, " ").expect_err("remi's answer is refused").code(), "missing");
    remi.refuse_release(&release, "two paragraphs name a source").expect("remi refuses the release");

    let mut rosa = house.unlock("rosa");
    let view = rosa.releases(&Default::default()).expect("rosa lists the releases").rows.remove(0);
    assert_eq!(view.status, ReleaseStatus::Refused);
    assert_eq!(
        (view.refused_by, view.refused_why.as_deref()),
        (Some(id("remi")), Some("two paragraphs name a source"))
    );
    assert!(!view.may_approve && !view.may_refuse);
    let history = rosa.document(&filed.id).expect("rosa sees the document").history;
    let last = history.iter().rfind(|row| row.action == "refuse-release").expect("the refusal is in the history");
    assert_eq!((last.officer.as_str(), last.purpose.as_str()), ("remi", "two paragraphs name a source"));
    // It ends there.
    for outcome in [
        remi.approve_release(&release).expect_err("remi's approval is refused"),
        remi.refuse_release(&release, "again").expect_err("remi's answer is refused"),
        remi.release_permit(&release).expect_err("remi's permit is refused"),
        rosa.recall_release(&release, "too late").expect_err("rosa's recall is refused"),
    ] {
        assert!(matches!(&outcome, Error::State { what: "release", status } if status == "refused"), "{outcome:?}");
    }
    let said = LogFilter { action: Some("refuse-release".to_owned()), ..LogFilter::default() };
    let rows = house.unlock("otto").log(&said).expect("otto reads the log").rows;
    assert_eq!(rows[0].detail.get("why").map(String::as_str), Some("two paragraphs name a source"));
}

#[test]
fn a_release_is_refused_by_release_authorities_other_than_its_asker() {
    let (house, _, release) = asked();
    for (officer, reason) in
        [("rosa", "own_request"), ("rik", "release_authority_required"), ("otto", "release_authority_required")]
    {
        let mut session = house.unlock(officer);
        let denied = session.refuse_release(&release, "no").expect_err("the answer is refused");
        assert!(codes(&denied).contains(&reason), "{officer}: {denied:?}");
        assert!(session.releases(&Default::default()).expect("listed").rows.iter().all(|view| !view.may_refuse));
    }
    // What must not go out any more can be refused all the same.
    house.clock.forward(5 * 365);
    let mut ada = house.unlock("ada");
    ada.grant_clearance(GrantClearance {
        officer: id("remi"),
        policy: "BEL".to_owned(),
        level: "SECRET".to_owned(),
        categories: Default::default(),
        from: date(2031, 1, 1),
        until: date(2035, 1, 1),
        certificate: "ANS-2".to_owned(),
        authority: "ANS".to_owned(),
    })
    .expect("ada grants the clearance");
    let mut remi = house.unlock("remi");
    assert_eq!(codes(&remi.approve_release(&release).expect_err("remi's approval is refused")), ["agreement_expired"]);
    remi.refuse_release(&release, "the agreement has run out").expect("remi refuses the release");
}

/// A release of two SECRET documents that bea asked for, and `remi`, a release authority who may read neither.
fn beyond_remi() -> (House, Vec<FilingResult>, ReleaseId) {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let mut rik = house.unlock("rik");
    let orcon = marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON")]);
    let filed =
        vec![file(&mut rik, "Shared", marked("SECRET", Some(&["BEL", "FRA"]))), file(&mut rik, "Second", orcon)];
    let documents: Vec<DocumentId> = filed.iter().map(|one| one.id.clone()).collect();
    let consent = ConsentDraft { authority: "SGRS".to_owned(), reference: "C-77".to_owned(), from: None, until: None };
    let release = house
        .unlock("bea")
        .request_release(&partner, &documents, "the exchange", &[(filed[1].id.clone(), consent)])
        .expect("bea asks for the release")
        .release;
    (house, filed, release)
}

#[test]
fn a_release_authority_sees_that_a_request_waits_and_nothing_of_what_he_may_not_read() {
    let (house, filed, release) = beyond_remi();
    let mut remi = house.unlock("remi");
    assert_eq!(remi.waiting().expect("remi sees what waits").releases_to_decide, 1);
    let view = remi.releases(&Default::default()).expect("remi lists the releases").rows.remove(0);
    assert_eq!(
        (view.id.clone(), view.status, view.requested_by.as_str()),
        (release.clone(), ReleaseStatus::Waiting, "bea")
    );
    assert_eq!(view.hidden.len(), 1, "the same reasons");
    let hidden = &view.hidden[0];
    let why: Vec<&str> = hidden.reasons.iter().map(|reason| reason.code.as_str()).collect();
    assert_eq!((hidden.documents, why), (2, vec!["clearance_missing", "briefing_missing", "need_to_know_missing"]));
    let ask: Vec<&str> = hidden.ask.iter().map(|officer| officer.id.as_str()).collect();
    assert_eq!(ask, ["ada", "bea", "sam"], "who keeps clearances, and who asked for it");
    assert_eq!((view.may_approve, view.may_refuse), (false, true));
    let against: Vec<&str> = view.why_not.iter().map(|reason| reason.code.as_str()).collect();
    assert_eq!(against, ["clearance_missing", "briefing_missing", "need_to_know_missing"]);
    let told = serde_json::to_string(&view).expect("it is plain data");
    for (what, secret) in [
        ("a title", "Shared"),
        ("a subject", "subject of"),
        ("a reference", filed[0].reference.as_str()),
        ("an id", filed[0].id.as_str()),
        ("the purpose", "exchange"),
        ("a consent", "C-77"),
        ("a marking", "SECRET"),
    ] {
        assert!(!told.contains(secret), "{what}: {told}");
    }
    assert_eq!(remi.release(&release).expect("remi sees the release"), view);
    let denied = remi.approve_release(&release).expect_err("remi's approval is refused");
    assert_eq!(codes(&denied), ["clearance_missing", "briefing_missing", "need_to_know_missing"]);

    // Anyone who reads of it without deciding about it is told nothing, not even that there is one.
    let mut carl = house.unlock("carl");
    assert_eq!(
        (carl.releases(&Default::default()).expect("carl lists the releases").rows, carl.waiting().expect("counted")),
        (Vec::new(), Waiting::default())
    );
    assert_eq!(carl.release(&release).expect_err("carl's view of the release is refused").code(), "not_found");
}

#[test]
fn what_a_release_authority_may_read_of_a_request_is_named_and_the_rest_is_counted() {
    let (house, filed, _) = beyond_remi();
    let mut ada = house.unlock("ada");
    clear(&mut ada, "remi", "BEL", "SECRET");
    let mut rik = house.unlock("rik");
    rik.create_dossier(NewDossier { id: dossier("D-2"), title: "Two".to_owned(), lead: None, deputy: None })
        .expect("made");
    rik.add_member(&dossier("D-2"), &id("bea"), None, "exercise").expect("rik adds bea to the dossier");
    rik.add_member(&dossier("D-2"), &id("remi"), None, "exercise").expect("rik adds remi to the dossier");
    let open =
        NewDocument { dossier: dossier("D-2"), ..paper("Open", marked("SECRET", Some(&["BEL", "FRA"])), b"open") };
    let open = rik.file_document(open, &mut quietly).expect("rik files the document");
    let partner = PartnerId::parse("DGSE").expect("of the form of an id");
    let both = [open.id.clone(), filed[0].id.clone()];
    let asked =
        house.unlock("bea").request_release(&partner, &both, "the second exchange", &[]).expect("asked for").release;
    let mut remi = house.unlock("remi");
    let view = remi.release(&asked).expect("remi sees the release");
    assert_eq!(view.documents.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), ["Open"]);
    assert_eq!(view.purpose.as_deref(), Some("the second exchange"));
    let [hidden] = view.hidden.as_slice() else { panic!("one reason: {view:?}") };
    assert_eq!((hidden.documents, hidden.reasons[0].code.as_str()), (1, "need_to_know_missing"));
    assert_eq!(hidden.ask.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["bea"]);
    assert!(view.may_refuse && !view.may_approve);
}

#[test]
fn a_release_authority_refuses_what_he_may_not_read_and_who_asked_reads_why() {
    let (house, filed, release) = beyond_remi();
    let mut remi = house.unlock("remi");
    remi.refuse_release(&release, "nobody in charge may read it").expect("remi refuses the release");
    let view = remi.release(&release).expect("remi sees the release");
    assert_eq!((view.status, view.refused_why.as_deref()), (ReleaseStatus::Refused, None), "it stands on the sheets");
    // Read again from the first entry: nothing of it is forged.
    let mut bea = house.unlock_without_index("bea");
    let view = bea.release(&release).expect("bea sees the release");
    assert_eq!((view.status, view.refused_by), (ReleaseStatus::Refused, Some(id("remi"))));
    assert_eq!(view.refused_why.as_deref(), Some("nobody in charge may read it"));
    assert_eq!(
        bea.document(&filed[0].id).expect("seen").history.last().expect("it has a history").action,
        "refuse-release"
    );
    assert_eq!(house.unlock("remi").waiting().expect("remi sees what waits"), Waiting::default());
    let mut otto = house.unlock("otto");
    assert!(
        otto.log(&LogFilter { action: Some("refuse-release".to_owned()), ..LogFilter::default() })
            .expect("listed")
            .rows
            .len()
            == 1
    );
    house.open().verify().expect("the log is whole");
}

/// The key of the class is known to somebody who must not know it any more: the refusal renews it before it writes onto the
/// sheet, and who refused gets to read nothing by that.
#[test]
fn a_refusal_is_written_under_a_sound_key_also_by_an_authority_who_may_not_read_the_class() {
    let (house, filed, release) = beyond_remi();
    let mut ada = house.unlock("ada");
    let until = Some("2026-12-01".parse().expect("a day"));
    house.add(&mut ada, "nina", "BEL", &[Role::Reader]);
    clear(&mut ada, "nina", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("nina"), until, "a week").expect("ada adds nina to the dossier");
    drop(ada);
    drop(house.unlock("rik"));
    read(&mut house.unlock("nina"), &filed[0].id);
    house.clock.forward(30);
    let renewed = || epochs(&mut house.unlock("otto"), &filed[0].class);
    let before = renewed();
    // The first to write after the day on which her need-to-know ended.
    house.unlock("remi").refuse_release(&release, "too late").expect("remi refuses the release");
    assert_eq!(renewed(), before + 1);
    assert_eq!(house.unlock("bea").release(&release).expect("seen").refused_why.as_deref(), Some("too late"));
    assert_eq!(
        codes(&try_read(&mut house.unlock("remi"), &filed[0].id).expect_err("remi's opening is refused"))[0],
        "clearance_missing"
    );
    assert!(house.unlock("nina").releases(&Default::default()).expect("nina lists the releases").rows.is_empty());
    drop(house.unlock_without_index("bea"));
    house.open().verify().expect("the log is whole");
}

#[test]
fn who_asked_for_a_release_still_sees_it_when_he_may_not_read_it_any_more() {
    let (house, _, release) = asked();
    house.unlock("ada").remove_member(&dossier("D-1"), &id("rosa"), "moved on").expect("removed");
    let view = house.unlock("rosa").release(&release).expect("rosa sees the release");
    assert_eq!((view.documents.len(), view.hidden[0].documents), (0, 1));
    let ask: Vec<&str> = view.hidden[0].ask.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ask, ["ada", "sam"], "nobody asks himself");
    assert!(!view.may_refuse);
}

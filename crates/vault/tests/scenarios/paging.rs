//! Lists of officers, dossiers, partners and releases come in pages: the filter and the order are of the whole list.

use vault::*;

use super::house::*;

/// All rows, by pages of so many, with what each page said there is in all.
fn walked<T>(
    limit: usize,
    mut page: impl FnMut(usize, Option<String>) -> Result<Page<T>, Error>,
) -> (Vec<T>, Vec<u64>) {
    let (mut rows, mut totals, mut after) = (Vec::new(), Vec::new(), None);
    loop {
        let part = page(limit, after).expect("the list does not change");
        assert!(part.rows.len() <= limit);
        rows.extend(part.rows);
        totals.push(part.total);
        after = part.next;
        if after.is_none() {
            return (rows, totals);
        }
    }
}

#[test]
fn dossiers_are_filtered_and_sorted_as_a_whole_and_given_in_pages() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    for n in [3, 10, 2, 7] {
        let title = format!("Événement {n}");
        let lead = (n > 5).then(|| id("bea"));
        rik.create_dossier(NewDossier { id: dossier(&format!("E-{n}")), title, lead, deputy: None }).expect("made");
    }
    rik.change_dossier(&dossier("E-7"), DossierStatus::Closed, "over").expect("rik closes the dossier");
    let mut ids = |filter: DossierFilter| {
        let page = |limit, after| rik.dossiers(&DossierFilter { limit, after, ..filter.clone() });
        let (rows, totals) = walked(2, page);
        assert!(totals.iter().all(|total| *total == rows.len() as u64), "each page counts the whole");
        rows.into_iter().map(|row| row.id.to_string()).collect::<Vec<_>>()
    };
    let by = |by, descending| DossierFilter { sort: InOrder { by, descending }, ..DossierFilter::default() };
    assert_eq!(ids(DossierFilter::default()), ["D-1", "E-2", "E-3", "E-7", "E-10"], "numbers by their size");
    assert_eq!(ids(by(DossierOrder::Title, true)), ["D-1", "E-10", "E-7", "E-3", "E-2"]);
    assert_eq!(ids(by(DossierOrder::Name, true))[..2], ["E-10", "E-7"], "those without a lead come last");
    assert_eq!(ids(by(DossierOrder::Members, true))[0], "D-1");
    let looked =
        |query: &str, status| DossierFilter { query: Some(query.to_owned()), status, ..DossierFilter::default() };
    assert_eq!(ids(looked("evenement e-", None)), ["E-2", "E-3", "E-7", "E-10"], "whatever the accents");
    assert_eq!(ids(looked("evenement", Some(DossierStatus::Closed))), ["E-7"]);
    assert_eq!(ids(looked("nothing", None)), [""; 0]);
    // One page goes on after the dossier that the last ended with, and says so when that is none of them any more.
    let after = |after: &str| DossierFilter { after: Some(after.to_owned()), ..DossierFilter::default() };
    assert_eq!(rik.dossiers(&after("E-7")).expect("rik lists the dossiers").rows.len(), 1);
    assert_eq!(rik.dossiers(&after("E-9")).expect_err("rik's list of dossiers is refused").code(), "list_changed");
    // One by itself, to those who see it.
    assert_eq!(rik.dossier(&dossier("E-10")).expect("rik sees the dossier").title, "Événement 10");
    assert_eq!(house.unlock("otto").dossier(&dossier("E-10")).expect_err("refused").code(), "not_found");
}

#[test]
fn officers_are_filtered_and_sorted_as_a_whole_and_given_in_pages() {
    let house = House::furnished();
    let mut sam = house.unlock("sam");
    let all = walked(100, |limit, after| sam.officers(&OfficerFilter { limit, after, ..Default::default() })).0;
    let ids = |rows: &[OfficerView]| rows.iter().map(|row| row.id.to_string()).collect::<Vec<_>>();
    let (rows, totals) = walked(3, |limit, after| sam.officers(&OfficerFilter { limit, after, ..Default::default() }));
    assert_eq!((ids(&rows), totals[0]), (ids(&all), all.len() as u64));
    let query = |query: &str| OfficerFilter { query: Some(query.to_owned()), ..OfficerFilter::default() };
    assert_eq!(ids(&sam.officers(&query("RIK")).expect("sam lists the officers").rows), ["rik"]);
    let until = |descending| OfficerFilter {
        sort: InOrder { by: OfficerOrder::Until, descending },
        ..OfficerFilter::default()
    };
    for descending in [false, true] {
        let rows = sam.officers(&until(descending)).expect("sam lists the officers").rows;
        let with = rows.iter().take_while(|row| !row.clearances.is_empty()).count();
        assert!(with > 0 && rows.iter().skip(with).all(|row| row.clearances.is_empty()), "without one, last");
    }
    // Who may not know the clearances of others learns nothing of them by the order.
    let mut bea = house.unlock("bea");
    let seen = ids(&bea.officers(&until(true)).expect("bea lists the officers").rows);
    let others: Vec<String> = ids(&all).into_iter().filter(|id| id != "bea").collect();
    assert_eq!((seen[0].as_str(), &seen[1..]), ("bea", &others[..]));
    assert_eq!(bea.due_renewals().expect("bea sees which keys are due"), Vec::new());
}

#[test]
fn partners_are_filtered_and_sorted_as_a_whole_and_given_in_pages() {
    let house = House::furnished();
    for (id, nation, ceiling) in [("P-10", "FRA", Level::Restricted), ("P-2", "NLD", Level::Secret)] {
        super::releases::partner(&house, id, nation, ceiling);
    }
    let mut ada = house.unlock("ada");
    let new = NewPartner {
        id: PartnerId::parse("Q-1").expect("of the form of an id"),
        name: "Dienst één".to_owned(),
        nation: "NLD".to_owned(),
        communities: Default::default(),
        contact: "liaison".to_owned(),
        recipient: seal::Identity::generate().recipient().to_string(),
        signing_key: None,
        ceiling: Level::Confidential,
        categories: Default::default(),
        agreement: None,
        until: None,
    };
    ada.add_partner(new).expect("ada enters the partner");
    let mut ids = |filter: PartnerFilter| {
        let page = |limit, after| ada.partners(&PartnerFilter { limit, after, ..filter.clone() });
        let (rows, totals) = walked(2, page);
        assert!(totals.iter().all(|total| *total == rows.len() as u64), "each page counts the whole");
        rows.into_iter().map(|row| row.id.to_string()).collect::<Vec<_>>()
    };
    let by = |by, descending| PartnerFilter { sort: InOrder { by, descending }, ..PartnerFilter::default() };
    assert_eq!(ids(PartnerFilter::default()), ["P-2", "P-10", "Q-1"], "numbers by their size");
    assert_eq!(ids(by(PartnerOrder::Level, true)), ["P-2", "Q-1", "P-10"]);
    assert_eq!(ids(by(PartnerOrder::Status, false))[0], "Q-1", "what waits to be confirmed");
    let looked = |query: &str| PartnerFilter { query: Some(query.to_owned()), ..PartnerFilter::default() };
    assert_eq!(ids(looked("EEN dienst")), ["Q-1"], "whatever the case and accents");
    let after = PartnerFilter { after: Some("P-3".to_owned()), ..PartnerFilter::default() };
    assert_eq!(ada.partners(&after).expect_err("ada's list of partners is refused").code(), "list_changed");
}

#[test]
fn releases_are_sorted_as_a_whole_given_in_pages_and_counted_for_those_who_see_them() {
    let house = House::furnished();
    let french = super::releases::partner(&house, "DGSE", "FRA", Level::Secret);
    let dutch = super::releases::partner(&house, "AIVD", "NLD", Level::Secret);
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "Shared", marked("SECRET", Some(&["BEL", "FRA", "NLD"])));
    let mut rosa = house.unlock("rosa");
    let mut asked = Vec::new();
    for n in 0..5 {
        house.clock.seconds(60);
        let partner = if n % 2 == 0 { &french } else { &dutch };
        let request =
            rosa.request_release(partner, std::slice::from_ref(&filed.id), "exchange", &[]).expect("asked for");
        asked.push(request.release.to_string());
    }
    rosa.recall_release(&ReleaseId::parse(&asked[4]).expect("of the form of an id"), "no more").expect("recalled");
    let mut ids = |by, descending| {
        let filter = ReleaseFilter { sort: InOrder { by, descending }, ..ReleaseFilter::default() };
        let page = |limit, after| rosa.releases(&ReleaseFilter { limit, after, ..filter.clone() });
        let (rows, totals) = walked(2, page);
        assert_eq!(totals[0], 5);
        rows.into_iter().map(|row| row.id.to_string()).collect::<Vec<_>>()
    };
    let of = |order: [usize; 5]| order.map(|n| asked[n].clone());
    assert_eq!(ids(ReleaseOrder::Filed, true), of([4, 3, 2, 1, 0]));
    assert_eq!(ids(ReleaseOrder::Filed, false), of([0, 1, 2, 3, 4]));
    assert_eq!(ids(ReleaseOrder::Name, false), of([3, 1, 4, 2, 0]), "what is alike: the last first");
    assert_eq!(ids(ReleaseOrder::Status, false), of([3, 2, 1, 0, 4]));
    assert_eq!(
        house.unlock("rik").releases(&ReleaseFilter::default()).expect("listed").total,
        0,
        "he has no part in them"
    );
    assert_eq!(house.unlock("carl").releases(&ReleaseFilter::default()).expect("listed").total, 0, "nor has he");
}

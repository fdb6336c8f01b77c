//! A database on two machines: one that is written, and one that follows it and takes its place.

use std::time::{Duration, Instant};

use station::Where;
use testkit::{Proxy, Servers};
use vault::*;

use super::cast::*;

/// The one that can be written is found among several, and found again when it has become another.
#[test]
fn of_several_hosts_the_one_that_can_be_written_is_chosen_and_a_workstation_goes_on_at_the_next() {
    let servers = Servers::running();
    let (place, temp, clock) = (servers.place(), folder(), Hand::at(testkit::FOUNDED));
    let first = Proxy::new(servers.database_port, 51).expect("a port");
    let at = |database: String, secrets: &std::path::Path| Where {
        database,
        objects: servers.objects(&place, servers.objects_port),
        secrets: secrets.to_owned(),
    };
    let dir = temp.path().join("vault");
    Model::of_all().copy_to(&dir);
    let alone = servers.database(&place, servers.database_port);
    station::publish(&dir, &at(alone, &place.owner), &mut |_, _, _| Flow::Continue).expect("it is published");
    servers.start_standby();
    // The one that follows stands first in the list, and cannot be written.
    let (second, name) = (servers.standby_port, &place.name);
    let both = format!("postgres://127.0.0.1:{second},127.0.0.1:{}/{name}", first.port());
    let told: std::sync::Arc<dyn Clock> = clock.told();
    station::join(&dir, &at(both, &place.officer), &told, &mut |_, _, _| Flow::Continue).expect("it goes on there");
    let vault = station::open(&dir, clock.told()).expect("the vault opens").with_work_factor(weak());
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    let mut files = |title: &str| {
        let filed = rik.file_document(paper(title, "SECRET"), &mut |_| Flow::Continue);
        filed.map(drop).map_err(|failed| failed.code().to_owned())
    };
    files("before").expect("the other is written");
    // What was recorded has to be there before the first machine goes: that is what an administrator sees to.
    let entries = || servers.sql(name, "SELECT size FROM zegel.head");
    let begun = Instant::now();
    while servers.sql_at(second, name, "SELECT size FROM zegel.head") != entries() {
        assert!(begun.elapsed() < Duration::from_secs(30), "it follows");
        std::thread::sleep(Duration::from_millis(50));
    }
    first.sever(true);
    assert_eq!(files("meanwhile").expect_err("none can be written"), "offline");
    servers.promote_standby();
    let begun = Instant::now();
    while files("after").is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "it goes on at the second");
    }
    let rows = rik.list(&DocumentFilter { limit: 10, ..DocumentFilter::default() }).expect("it is listed").rows;
    let mut titles: Vec<String> = rows.into_iter().map(|row| row.title).collect();
    titles.sort();
    assert_eq!(titles, ["after", "before"], "once each");
    drop(rik);
    vault.verify().expect("the log is whole");
}

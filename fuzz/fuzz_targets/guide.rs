//! A guide that is read is written and read back as the same, and answers for any text and any topics.

#![no_main]

use label::Level;
use libfuzzer_sys::fuzz_target;
use policy::guide::Guide;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let guide = match Guide::parse(text) {
        Ok(guide) => guide,
        Err(error) => {
            assert!(error.line <= 1 + text.matches('\n').count());
            let _ = (error.to_string(), error.flaw.code(), error.flaw.params());
            return;
        }
    };
    assert_eq!(Guide::parse(&guide.to_toml()).expect("our own guide"), guide);
    let ids: Vec<String> = guide.topics.iter().map(|topic| topic.id.clone()).collect();
    let highest = guide.topics.iter().map(|topic| topic.floor).max();
    assert_eq!(guide.floor(&ids).map(|floor| floor.level), highest);
    for topic in guide.suggest(text) {
        assert!(ids.contains(&topic.id));
    }
    for count in [0, 1, u64::from(guide.aggregation), u64::MAX] {
        let _ = guide.combined(count, Level::Secret);
        let _ = guide.one_more(count, Level::Secret);
    }
});

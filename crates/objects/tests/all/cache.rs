//! Copies of objects that lie elsewhere: what stays, what goes first, and what is never believed.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use objects::{Cache, CacheKey, Root};
use seal::{ObjectId, ReadAt as _};
use tempfile::TempDir;

const SIZE: u64 = 10_000;

struct Place(TempDir);

impl Place {
    fn new(limit: Option<u64>) -> Place {
        let place = Place(tempfile::tempdir().expect("a folder can be made"));
        if limit.is_some() {
            place.cache().set_limit(limit).expect("it is set");
        }
        place
    }

    /// As another process has it.
    fn cache(&self) -> Cache {
        Cache::new(Root::open(self.0.path()).expect("the folder is there"))
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join("cache").join(name)
    }

    fn file(&self, letter: char) -> PathBuf {
        self.at(&format!("{letter}{letter}/{}", id(letter)))
    }

    /// Bytes of all files below its folder but for notes.
    fn taken(&self) -> u64 {
        let mut taken = 0;
        for folder in fs::read_dir(self.at("")).expect("it is listed").flatten() {
            let name = folder.file_name().into_string().expect("a name");
            if folder.path().is_dir() && name != "keep" {
                let files = fs::read_dir(folder.path()).expect("it is listed").flatten();
                taken += files.map(|file| file.metadata().map_or(0, |file| file.len())).sum::<u64>();
            }
        }
        taken
    }
}

fn id(letter: char) -> ObjectId {
    ObjectId::parse(&letter.to_string().repeat(26)).expect("of the form of an id")
}

fn key(letter: char) -> CacheKey {
    CacheKey::new(&id(letter), SIZE, "first")
}

fn put(cache: &Cache, letter: char) -> bool {
    // So that one is older than the next.
    sleep(Duration::from_millis(5));
    let Some(copy) = cache.begin(&key(letter)) else { return false };
    let bytes = vec![letter as u8; usize::try_from(SIZE).expect("it fits")];
    copy.write_at(&bytes, 0).expect("it is written");
    copy.finish().is_ok()
}

fn has(cache: &Cache, letters: &str) -> String {
    letters.chars().filter(|letter| cache.has(&id(*letter)).is_some()).collect()
}

#[test]
fn a_copy_is_read_as_it_was_written_and_another_version_is_not_there() {
    let place = Place::new(Some(1 << 30));
    let (mine, theirs) = (place.cache(), place.cache());
    assert!(mine.copy(&key('a')).is_none());
    assert!(put(&mine, 'a'));
    let copy = theirs.copy(&key('a')).expect("there is one");
    assert_eq!(copy.len().expect("a length"), SIZE);
    let mut some = [0; 100];
    assert_eq!(copy.read_at(&mut some, SIZE - 60).expect("it is read"), 60);
    assert!(some.iter().take(60).all(|byte| *byte == b'a'), "and nothing of what stands behind it");
    assert_eq!(copy.read_at(&mut some, SIZE).expect("the end"), 0);
    assert!(theirs.copy(&CacheKey::new(&id('a'), SIZE, "second")).is_none(), "it is of another version");
    assert_eq!(mine.has(&id('a')), None, "and is thrown away");
    assert_eq!(mine.standing().expect("it is read").altered, 0, "which is nobody's fault");
}

#[test]
fn it_never_takes_more_than_its_limit_and_what_was_not_used_for_longest_goes_first() {
    let place = Place::new(Some(5 * SIZE));
    let cache = place.cache();
    for letter in "abcd".chars() {
        assert!(put(&cache, letter));
    }
    sleep(Duration::from_millis(5));
    assert!(place.cache().copy(&key('a')).is_some(), "used now");
    assert!(put(&cache, 'e'));
    assert_eq!(has(&cache, "abcde"), "acde", "b was not used for the longest time");
    for letter in "fghijklm".chars() {
        assert!(put(&cache, letter));
        assert!(place.taken() <= 5 * SIZE, "{}", place.taken());
    }
    let standing = cache.standing().expect("it is read");
    assert_eq!((standing.bytes, standing.limit, standing.is_set), (place.taken(), 5 * SIZE, true));
    // What is larger than all of it drives nothing out.
    let before = has(&cache, "abcdefghijklm");
    assert!(cache.begin(&CacheKey::new(&id('z'), 6 * SIZE, "")).is_none());
    assert_eq!(has(&cache, "abcdefghijklm"), before);
    cache.set_limit(Some(2 * SIZE)).expect("it is set");
    assert_eq!(has(&cache, "abcdefghijklm"), "m", "what is too much goes at once");
}

#[test]
fn what_somebody_asked_to_be_kept_stays_while_it_fits() {
    let place = Place::new(Some(5 * SIZE));
    let cache = place.cache();
    cache.keep("essai", &[id('a'), id('b')]).expect("it is noted");
    cache.keep("voorbeeld", &[id('b')]).expect("it is noted");
    for letter in "abcdefgh".chars() {
        assert!(put(&cache, letter));
    }
    assert_eq!(has(&cache, "ab"), "ab");
    cache.keep("essai", &[]).expect("it is noted");
    assert_eq!((cache.kept("essai").expect("read"), cache.kept("voorbeeld").expect("read")), (vec![], vec![id('b')]));
    for letter in "ijkl".chars() {
        assert!(put(&cache, letter));
    }
    assert_eq!(has(&cache, "ab"), "b", "the other still wants it");
    let all: Vec<ObjectId> = "bijkl".chars().map(id).collect();
    cache.keep("essai", &all).expect("it is noted");
    let before = has(&cache, "bijklm");
    let _may_fail = put(&cache, 'm') && put(&cache, 'n');
    assert!(place.taken() <= 5 * SIZE);
    assert!(before.chars().filter(|kept| *kept != 'm').all(|kept| cache.has(&id(kept)).is_some()), "{before}");
    cache.set_limit(Some(SIZE + 100)).expect("it is set");
    assert!(place.taken() <= SIZE + 100, "but not beyond the limit");
    assert_eq!(cache.kept("essai").expect("read"), all, "and it is wanted all the same");
}

#[test]
fn it_is_off_at_zero_and_by_itself_leaves_a_tenth_of_the_disk() {
    let place = Place::new(Some(0));
    let cache = place.cache();
    assert!(!put(&cache, 'a'));
    assert_eq!(cache.standing().expect("it is read").limit, 0);
    cache.set_limit(None).expect("it is set");
    let standing = cache.standing().expect("it is read");
    let (free, all) = Root::open(place.0.path()).expect("there").space().expect("it is asked");
    assert!(
        !standing.is_set && standing.limit <= (10 << 30) && standing.limit <= free.saturating_sub(all / 10) + (1 << 30)
    );
    cache.set_limit(Some(1 << 30)).expect("it is set");
    assert!(put(&cache, 'a'));
    assert!(cache.empty().expect("it is emptied") > SIZE);
    assert_eq!((has(&cache, "a").as_str(), place.taken()), ("", 0));
}

#[test]
fn a_maker_that_dies_or_gives_up_leaves_no_copy_and_no_room_is_lost() {
    let place = Place::new(Some(3 * SIZE));
    let cache = place.cache();
    let begun = cache.begin(&key('a')).expect("there is room");
    begun.write_at(&[1; 100], 0).expect("it is written");
    assert_eq!(cache.has(&id('a')), None, "half of it is no copy");
    drop(begun);
    assert_eq!(place.taken(), 0);
    // One that died has left its half, without a lock on it.
    fs::write(place.at("tmp/left"), vec![0; 25_000]).expect("it is written");
    assert!(put(&cache, 'b') && put(&cache, 'c'));
    assert!(!place.at("tmp/left").exists());
    assert_eq!(has(&cache, "bc"), "bc");
    // One that is at work keeps its own.
    let begun = cache.begin(&key('d')).expect("there is room");
    assert!(put(&place.cache(), 'e'));
    assert_eq!(fs::read_dir(place.at("tmp")).expect("it is listed").count(), 1);
    begun.write_at(&[4; 10_000], 0).expect("it is written");
    begun.finish().expect("it is one");
    assert!(cache.copy(&key('d')).is_some() && place.taken() <= 3 * SIZE);
}

#[test]
fn what_is_reckoned_wrongly_is_looked_at() {
    let place = Place::new(Some(4 * SIZE));
    let cache = place.cache();
    assert!(put(&cache, 'a'));
    for used in ["nonsense", "99999999999", "99999999999999999999999999999999999999"] {
        fs::write(place.at("used"), used).expect("it is written");
        assert!(put(&cache, 'b'), "{used}");
        assert_eq!(has(&cache, "ab"), "ab", "{used}");
    }
    fs::remove_file(place.at("used")).expect("it is removed");
    cache.forget(&id('b'));
    assert!(put(&cache, 'b') && has(&cache, "ab") == "ab");
}

#[test]
fn what_is_no_copy_is_none_and_nothing_outside_is_touched() {
    let place = Place::new(Some(1 << 30));
    let cache = place.cache();
    let outside = place.0.path().join("outside");
    fs::write(&outside, "theirs").expect("it is written");
    assert!(put(&cache, 'a') && put(&cache, 'b') && put(&cache, 'c'));
    // Shorter, longer, of another object, a link, a folder.
    let whole = fs::read(place.file('a')).expect("it is read");
    fs::write(place.file('a'), whole.get(1..).expect("it is long")).expect("it is written");
    assert!(cache.copy(&key('a')).is_none());
    fs::write(place.file('a'), [&whole[..], b"x"].concat()).expect("it is written");
    assert!(cache.copy(&key('a')).is_none());
    fs::copy(place.file('b'), place.file('a')).expect("it is copied");
    assert!(cache.copy(&key('a')).is_none());
    symlink(&outside, place.file('a')).expect("a link");
    assert!(cache.copy(&key('a')).is_none());
    assert!(put(&cache, 'a'), "it takes the place of the link");
    assert!(cache.copy(&key('a')).is_some());
    fs::remove_file(place.file('c')).expect("it is removed");
    fs::create_dir(place.file('c')).expect("a folder");
    assert!(cache.copy(&key('c')).is_none() && !put(&cache, 'c'));
    assert_eq!(fs::read(&outside).expect("it is there"), b"theirs");
    cache.empty().expect("it is emptied");
    assert_eq!(place.taken(), 4096.min(place.taken()), "but for the folder, which is none of ours");
    // The whole folder is a link.
    let other = tempfile::tempdir().expect("a folder");
    fs::remove_dir_all(place.at("")).expect("it is removed");
    symlink(other.path(), place.at("").to_str().expect("a name").trim_end_matches('/')).expect("a link");
    assert!(!put(&cache, 'a') && cache.copy(&key('a')).is_none());
    assert_eq!(fs::read_dir(other.path()).expect("it is listed").count(), 0);
}

#[test]
fn one_that_was_not_what_was_sealed_is_thrown_away_and_counted() {
    let place = Place::new(Some(1 << 30));
    let cache = place.cache();
    assert!(put(&cache, 'a'));
    cache.distrust(&id('a'));
    cache.distrust(&id('a'));
    assert_eq!((cache.has(&id('a')), cache.altered()), (None, 1));
    cache.empty().expect("it is emptied");
    assert_eq!(cache.altered(), 0);
}

#[test]
fn several_at_once_keep_to_the_limit() {
    let place = Place::new(Some(6 * SIZE));
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for at in 0..4 {
            let (place, done) = (&place, &done);
            scope.spawn(move || {
                let cache = place.cache();
                for n in 0..30 {
                    let letter = char::from(b'a' + (at * 7 + n) % 20);
                    put(&cache, letter);
                    if let Some(copy) = cache.copy(&key(letter)) {
                        let mut some = [0; 64];
                        let read = copy.read_at(&mut some, 500).expect("it is read");
                        assert!(some.iter().take(read).all(|byte| *byte == letter as u8));
                    }
                }
                done.store(true, Ordering::SeqCst);
            });
        }
        while !done.load(Ordering::SeqCst) {
            let standing = place.cache().standing().expect("it is read");
            assert!(standing.bytes <= 6 * SIZE, "{standing:?}");
            sleep(Duration::from_millis(10));
        }
    });
    let standing = place.cache().standing().expect("it is read");
    assert_eq!(standing.bytes, place.taken());
    assert!(standing.copies >= 3, "{standing:?}");
    assert_eq!(fs::read_dir(place.at("tmp")).expect("it is listed").count(), 0);
}

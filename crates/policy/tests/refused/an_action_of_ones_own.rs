use chrono::DateTime;

struct Anything;

impl policy::Action for Anything {
    type Facts<'a> = ();
    const NAME: &'static str = "anything";
    const RULES: &'static [policy::Rule] = &[];
    fn officer<'f>(_facts: &'f ()) -> &'f str {
        "mallory"
    }
}

fn main() {
    let _permit = policy::decide::<Anything>(&(), DateTime::UNIX_EPOCH);
}

//! A network that loses, delays and repeats, all from a seed.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard};

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

use super::turns::Turns;

/// What becomes of a message to a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It arrives, and so does the answer.
    Answered,
    /// It never arrives.
    Lost,
    /// It arrives, and the answer is lost.
    Unanswered,
    /// The sender gives it up, and it arrives later, once or more often.
    Late,
}

/// What becomes of the next message of a workstation, by what it is; none: it is as it would be. Others may act meanwhile.
pub type Script = Arc<dyn Fn(usize, &'static str) -> Option<Fate> + Send + Sync>;

/// Between workstations and their servers.
pub struct Network {
    state: Mutex<State>,
    script: Mutex<Option<Script>>,
    /// Of those whose messages are under way at once.
    pub turns: Turns,
}

struct State {
    dice: ChaCha20Rng,
    /// Whether anything goes wrong at all.
    troubled: bool,
    /// How many of a hundred messages come late.
    of_late: u64,
    /// Workstations without a connection.
    cut: BTreeSet<usize>,
    /// How many messages of each kind did not come back as they should.
    lost: usize,
    unanswered: usize,
    late: usize,
}

impl Network {
    pub fn new(seed: u64) -> Network {
        let mut dice = ChaCha20Rng::seed_from_u64(seed);
        let of_late = if dice.next_u64().is_multiple_of(2) { 2 } else { 8 };
        let state = State { dice, troubled: true, of_late, cut: BTreeSet::new(), lost: 0, unanswered: 0, late: 0 };
        Network { state: Mutex::new(state), script: Mutex::new(None), turns: Turns::new(seed) }
    }

    /// One in which nothing goes wrong but what a script says.
    pub fn scripted() -> Network {
        let network = Network::new(0);
        network.set_troubled(false);
        network
    }

    /// From now on it says what becomes of messages; or nobody does.
    pub fn set_script(&self, script: Option<Script>) {
        *self.script.lock().expect("nobody panics with it") = script;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panics with it")
    }

    /// What becomes of the next message of a workstation, which is this.
    pub fn fate(&self, station: usize, what: &'static str) -> Fate {
        self.turns.pass();
        let script = self.script.lock().expect("nobody panics with it").clone();
        if let Some(fate) = script.and_then(|says| says(station, what)) {
            return fate;
        }
        let mut state = self.state();
        if !state.troubled {
            return Fate::Answered;
        }
        if state.cut.contains(&station) {
            state.lost += 1;
            return Fate::Lost;
        }
        match state.dice.next_u64() % 100 {
            0..=2 => {
                state.lost += 1;
                Fate::Lost
            }
            3..=5 => {
                state.unanswered += 1;
                Fate::Unanswered
            }
            roll if roll < 6 + state.of_late => {
                state.late += 1;
                Fate::Late
            }
            _ => Fate::Answered,
        }
    }

    /// Whether this, which happens once in so many times where anything goes wrong at all, happens now.
    pub fn one_in(&self, times: u64) -> bool {
        let mut state = self.state();
        state.troubled && state.dice.next_u64().is_multiple_of(times)
    }

    /// A number, where anything goes wrong at all.
    pub fn trouble(&self) -> Option<u64> {
        let mut state = self.state();
        state.troubled.then(|| state.dice.next_u64())
    }

    /// How many messages were lost, came without an answer, and came late.
    pub fn failures(&self) -> [usize; 3] {
        let state = self.state();
        [state.lost, state.unanswered, state.late]
    }

    /// From now on nothing goes wrong, or it does.
    pub fn set_troubled(&self, troubled: bool) {
        self.state().troubled = troubled;
    }

    pub fn cut(&self, station: usize) {
        self.state().cut.insert(station);
    }

    pub fn mend(&self, station: usize) {
        self.state().cut.remove(&station);
    }
}

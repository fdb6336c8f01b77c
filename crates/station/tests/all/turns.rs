//! Several processes at work at once, one step at a time: after each message it is drawn from a seed whose turn comes. So the same seed
//! gives the same order, whatever threads do.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

thread_local! {
    /// Which of those at work this thread is.
    static ME: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Whose turn it is.
pub struct Turns {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    dice: ChaCha20Rng,
    /// Those that have not ended.
    at_work: BTreeSet<usize>,
    whose: usize,
    /// How often the turn went to another.
    passed: usize,
}

/// What one process does.
pub type Work<'w, T> = Box<dyn FnOnce() -> T + Send + 'w>;

impl State {
    /// Draws whose turn comes, among those at work but this one.
    fn draw(&mut self, but: Option<usize>) -> bool {
        let others: Vec<usize> = self.at_work.iter().copied().filter(|at| Some(*at) != but).collect();
        if others.is_empty() {
            return false;
        }
        let next = others[(self.dice.next_u64() % others.len() as u64) as usize];
        self.passed += usize::from(next != self.whose);
        self.whose = next;
        true
    }
}

impl Turns {
    pub fn new(seed: u64) -> Turns {
        let (dice, at_work) = (ChaCha20Rng::seed_from_u64(seed), BTreeSet::new());
        Turns { state: Mutex::new(State { dice, at_work, whose: 0, passed: 0 }), changed: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How often the turn went to another.
    pub fn passed(&self) -> usize {
        self.state().passed
    }

    /// Lets all of them work at once, each as far as its next message when its turn comes. Gives what they give, in order.
    pub fn at_once<T: Send>(&self, works: Vec<Work<'_, T>>) -> Vec<T> {
        {
            let mut state = self.state();
            state.at_work = (0..works.len()).collect();
            state.draw(None);
        }
        std::thread::scope(|scope| {
            let each = works.into_iter().enumerate().map(|(me, work)| {
                scope.spawn(move || {
                    ME.set(Some(me));
                    // Also of one that panics the others have their turn.
                    let _ends = Ends(self, me);
                    drop(self.wait(self.state(), me));
                    work()
                })
            });
            let threads: Vec<_> = each.collect();
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
        })
    }

    /// Before a message: others may come first.
    pub fn pass(&self) {
        let Some(me) = ME.get() else { return };
        let mut state = self.state();
        state.draw(None);
        self.changed.notify_all();
        drop(self.wait(state, me));
    }

    /// Lets another go on, for one who waits for what that one has. Says whether there is another.
    pub fn give_way(&self) -> bool {
        let Some(me) = ME.get() else { return false };
        let mut state = self.state();
        if !state.draw(Some(me)) {
            return false;
        }
        self.changed.notify_all();
        drop(self.wait(state, me));
        true
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State>, me: usize) -> MutexGuard<'s, State> {
        self.changed.wait_while(state, |state| state.whose != me).unwrap_or_else(PoisonError::into_inner)
    }
}

struct Ends<'t>(&'t Turns, usize);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.at_work.remove(&self.1);
        state.draw(None);
        self.0.changed.notify_all();
    }
}

#[test]
fn each_works_alone_until_its_next_message_and_a_seed_gives_the_order() {
    let order = |seed| {
        let (turns, told) = (Turns::new(seed), Mutex::new(Vec::new()));
        let work = |me: char| -> Work<'_, ()> {
            let (turns, told) = (&turns, &told);
            Box::new(move || {
                for _ in 0..4 {
                    told.lock().expect("nobody panics").push(me);
                    turns.pass();
                }
            })
        };
        turns.at_once(vec![work('a'), work('b')]);
        told.into_inner().expect("nobody panics").into_iter().collect::<String>()
    };
    assert_eq!(order(1), order(1));
    let orders: BTreeSet<String> = (0..20).map(order).collect();
    assert!(orders.len() > 5, "{orders:?}");
    assert!(orders.iter().all(|order| order.matches('a').count() == 4 && order.len() == 8));
}

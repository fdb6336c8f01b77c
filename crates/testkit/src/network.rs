//! A network that fails: a proxy in front of a server that cuts connections at places that are drawn from a seed.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Numbers from a seed: the same ones each time.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end.max(1)
    }
}

/// What befalls the connections that are made from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    Never,
    /// After some bytes, in either direction: fewer than this.
    Within(u64),
    /// At once.
    AtOnce,
}

/// Stands in front of a server of this machine.
#[derive(Debug)]
pub struct Proxy {
    port: u16,
    plan: Arc<Mutex<(Cut, Chance)>>,
    cuts: Arc<AtomicUsize>,
}

impl Proxy {
    /// In front of a port of this machine; what fails is drawn from the seed.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn new(to: u16, seed: u64) -> io::Result<Proxy> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let plan = Arc::new(Mutex::new((Cut::Never, Chance::new(seed))));
        let cuts = Arc::new(AtomicUsize::new(0));
        let (plans, counted) = (plan.clone(), cuts.clone());
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let budget = {
                    let mut plan = plans.lock().unwrap_or_else(PoisonError::into_inner);
                    match plan.0 {
                        Cut::Never => i64::MAX,
                        Cut::Within(bytes) => i64::try_from(plan.1.below(bytes)).unwrap_or(i64::MAX),
                        Cut::AtOnce => 0,
                    }
                };
                let Ok(server) = TcpStream::connect(("127.0.0.1", to)) else { continue };
                let counted = counted.clone();
                std::thread::spawn(move || between(&client, &server, budget, &counted));
            }
        });
        Ok(Proxy { port, plan, cuts })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// What befalls new connections.
    pub fn set(&self, cut: Cut) {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner).0 = cut;
    }

    /// How many connections were cut.
    pub fn cuts(&self) -> usize {
        self.cuts.load(Ordering::SeqCst)
    }
}

/// Carries bytes both ways until one side ends or the budget is spent.
fn between(client: &TcpStream, server: &TcpStream, budget: i64, cuts: &AtomicUsize) {
    let left = AtomicI64::new(budget);
    let (to, back) = (client.set_nodelay(true), server.set_nodelay(true));
    if to.and(back).is_err() {
        return;
    }
    std::thread::scope(|scope| {
        scope.spawn(|| carry(client, server, &left, cuts));
        carry(server, client, &left, cuts);
    });
}

fn carry(from: &TcpStream, to: &TcpStream, left: &AtomicI64, cuts: &AtomicUsize) {
    let (mut reading, mut writing) = (from, to);
    let mut bytes = [0; 4096];
    loop {
        let read = match reading.read(&mut bytes) {
            Ok(0) | Err(_) => break,
            Ok(read) => read,
        };
        let count = i64::try_from(read).unwrap_or(i64::MAX);
        let before = left.fetch_sub(count, Ordering::SeqCst);
        if before < count {
            // Some of it still arrives.
            let some = usize::try_from(before).unwrap_or(0).min(read);
            let _ = writing.write_all(bytes.get(..some).unwrap_or_default());
            if before >= 0 {
                cuts.fetch_add(1, Ordering::SeqCst);
            }
            break;
        }
        if writing.write_all(bytes.get(..read).unwrap_or_default()).is_err() {
            break;
        }
    }
    // The other side hears of it in its own time.
    std::thread::sleep(Duration::from_millis(1));
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}

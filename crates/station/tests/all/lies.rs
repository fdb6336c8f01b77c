//! Servers that lie, in the simulation: they end earlier, alter, answer for another vault, fork, withhold.

use std::sync::Arc;

use ledger::{Access, Ledger, LogStore as _, MemoryLog};
use remote::Pace;
use vault::*;

use super::cast::*;
use super::deeds::{Failed, try_read};
use super::network::Network;
use super::servers::{Lie, Servers, Way};
use super::simulation::{World, size};
use super::stations::stores;

impl World {
    /// A server that lies is found out, nothing is overwritten here, and the truth is taken again.
    pub(super) fn a_lie_is_found(&mut self) {
        self.sessions.clear();
        let station = 1 + self.roll(STATIONS - 1);
        let officer = if station == 1 { "rik" } else { "bea" };
        self.undisturbed(|world| {
            drop(world.unlock(officer).expect("the officer unlocks"));
            let known = world.mirrored(station);
            let kind = world.roll(5);
            if kind == 4 {
                return world.a_withheld_object_is_missed();
            }
            // Somebody elsewhere goes on: the workstation has not heard of it yet.
            drop(world.unlock("ada").expect("ada unlocks"));
            let mut ada = world.unlock("ada").expect("ada unlocks");
            let _ = ada.add_member(&dossier(), &id("carl"), None, "simulation");
            drop(ada);
            let now = size(world.servers.log(Access::ReadOnly));
            assert!(now > known, "there is something new");
            let mut truth = None;
            match kind {
                0 => world.servers.set_lie(Some(Lie::EndsAt(known - 1))),
                1 => world.servers.set_lie(Some(Lie::Alters(known))),
                2 => truth = Some(world.servers.put_back(super::servers::of_another_vault())),
                _ => truth = Some(world.servers.put_back(world.forked(known))),
            }
            let error = world.unlock(officer).map(|mut session| session.list(&DocumentFilter::default()).map(drop));
            let error = error.and_then(|listed| listed).expect_err("the lie is found");
            world.tell(format!("lie {kind} is found: {}", error.code()));
            assert_eq!(error.exit(), ExitClass::Integrity, "lie {kind}: {error:?}");
            assert_eq!(world.mirrored(station), known, "nothing is overwritten");
            world.servers.set_lie(None);
            if let Some(truth) = truth {
                world.servers.put_back(truth);
            }
            world.counts.lies += 1;
            drop(world.unlock(officer).expect("the officer unlocks again"));
        });
        self.is_settled();
    }

    /// A bucket that says that there is no object: who opens the document is told that it is gone.
    fn a_withheld_object_is_missed(&mut self) {
        let Some(paper) = self.oracle.papers.values().next().map(|paper| paper.id.clone()) else { return };
        let mut rik = self.unlock("rik").expect("rik unlocks");
        self.servers.set_lie(Some(Lie::Withholds));
        let Err(Failed::Vault(error)) = try_read(&mut rik, &paper) else { panic!("what is withheld was read") };
        self.tell(format!("lie 4 is found: {}", error.code()));
        assert_eq!(error.exit(), ExitClass::Integrity, "{error:?}");
        self.servers.set_lie(None);
        assert!(try_read(&mut rik, &paper).is_ok(), "it was there all the time");
        self.counts.lies += 1;
        self.counts.withheld += 1;
    }

    /// A log that went on differently before what a workstation knows: one entry fewer, and then another.
    fn forked(&self, known: u64) -> MemoryLog {
        let log = self.servers.log(Access::ReadOnly);
        let view = log.view().expect("the log is there");
        let copy = MemoryLog::new(log.vault().clone());
        let mut ledger = Ledger::on(Box::new(copy.with_access(Access::ReadWrite)));
        let short = Ledger::on(Box::new(log.with_access(Access::ReadOnly)));
        let mut position = ledger::Position::start();
        while position.size() < known - 1 {
            let left = usize::try_from(known - 1 - position.size()).expect("few");
            position = short.follow_to(&mut ledger, &position, left).expect("it is copied");
        }
        drop(view);
        // Somebody works on with what was put back.
        let evil = Arc::new(Servers::new(copy.with_access(Access::ReadWrite), self.clock.clone()));
        let quiet = Arc::new(Network::scripted());
        let temp = super::cast::folder();
        Model::of_all().copy_to(&temp.path().join("vault"));
        let folder = WorkstationFolder::open(&temp.path().join("vault")).expect("the folder is there");
        let stores = stores(&folder, Way::new(0, evil, quiet), Pace::ALWAYS);
        let vault = Vault::open_in(stores, self.clock.told()).expect("the vault opens").with_work_factor(weak());
        let mut ada = vault.unlock(&id("ada"), &phrase()).expect("ada unlocks there");
        for _ in 0..2 {
            let _ = ada.remove_member(&dossier(), &id("carl"), "simulation");
            let _ = ada.add_member(&dossier(), &id("carl"), None, "simulation");
        }
        drop(ada);
        assert!(size(copy.with_access(Access::ReadOnly)) > known, "it went on");
        copy
    }
}

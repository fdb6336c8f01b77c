//! Scenarios through the real crates, on real folders.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

#[path = "scenarios/alike.rs"]
mod alike;
#[path = "scenarios/approval.rs"]
mod approval;
#[path = "scenarios/assents.rs"]
mod assents;
#[path = "scenarios/authorities.rs"]
mod authorities;
#[path = "scenarios/compile.rs"]
mod compile;
#[path = "scenarios/copying.rs"]
mod copying;
#[path = "scenarios/correct.rs"]
mod correct;
#[path = "scenarios/custody.rs"]
mod custody;
#[path = "scenarios/custody_waits.rs"]
mod custody_waits;
#[path = "scenarios/damage.rs"]
mod damage;
#[path = "scenarios/denials.rs"]
mod denials;
#[path = "scenarios/derive.rs"]
mod derive;
#[path = "scenarios/disk.rs"]
mod disk;
#[path = "scenarios/dossiers.rs"]
mod dossiers;
#[path = "scenarios/dual.rs"]
mod dual;
#[path = "scenarios/dual_changes.rs"]
mod dual_changes;
#[path = "scenarios/dual_custody.rs"]
mod dual_custody;
#[path = "scenarios/dual_deeds.rs"]
mod dual_deeds;
#[path = "scenarios/dual_renewal.rs"]
mod dual_renewal;
#[path = "scenarios/dual_reseal.rs"]
mod dual_reseal;
#[path = "scenarios/elsewhere.rs"]
mod elsewhere;
#[path = "scenarios/filing.rs"]
mod filing;
#[path = "scenarios/folder.rs"]
mod folder;
#[path = "scenarios/forged.rs"]
mod forged;
#[path = "scenarios/forged_decisions.rs"]
mod forged_decisions;
#[path = "scenarios/forged_keys.rs"]
mod forged_keys;
#[path = "scenarios/forged_levels.rs"]
mod forged_levels;
#[path = "scenarios/forged_parts.rs"]
mod forged_parts;
#[path = "scenarios/forged_words.rs"]
mod forged_words;
#[path = "scenarios/freeze.rs"]
mod freeze;
#[path = "scenarios/function.rs"]
mod function;
#[path = "scenarios/guide.rs"]
mod guide;
#[path = "scenarios/hostile.rs"]
mod hostile;
#[path = "scenarios/house.rs"]
mod house;
#[path = "scenarios/identities.rs"]
mod identities;
#[path = "scenarios/inside.rs"]
mod inside;
#[path = "scenarios/kill.rs"]
mod kill;
#[path = "scenarios/kill_custody.rs"]
mod kill_custody;
#[path = "scenarios/late.rs"]
mod late;
#[path = "scenarios/leaving.rs"]
mod leaving;
#[path = "scenarios/log.rs"]
mod log;
#[path = "scenarios/main_job.rs"]
mod main_job;
#[path = "scenarios/memory.rs"]
mod memory;
#[path = "scenarios/notes.rs"]
mod notes;
#[path = "scenarios/offline.rs"]
mod offline;
#[path = "scenarios/older_file.rs"]
mod older_file;
#[path = "scenarios/origins.rs"]
mod origins;
#[path = "scenarios/own_keys.rs"]
mod own_keys;
#[path = "scenarios/paging.rs"]
mod paging;
#[path = "scenarios/places.rs"]
mod places;
#[path = "scenarios/printing.rs"]
mod printing;
#[path = "scenarios/recent.rs"]
mod recent;
#[path = "scenarios/reclassify.rs"]
mod reclassify;
#[path = "scenarios/refile.rs"]
mod refile;
#[path = "scenarios/rekey.rs"]
mod rekey;
#[path = "scenarios/relate.rs"]
mod relate;
#[path = "scenarios/release_requests.rs"]
mod release_requests;
#[path = "scenarios/releases.rs"]
mod releases;
#[path = "scenarios/reseal.rs"]
mod reseal;
#[path = "scenarios/revocation.rs"]
mod revocation;
#[path = "scenarios/roles.rs"]
mod roles;
#[path = "scenarios/saved.rs"]
mod saved;
#[path = "scenarios/search.rs"]
mod search;
#[path = "scenarios/setup.rs"]
mod setup;
#[path = "scenarios/simulation.rs"]
mod simulation;
#[path = "scenarios/told.rs"]
mod told;
#[path = "scenarios/versions.rs"]
mod versions;
#[path = "scenarios/waiting.rs"]
mod waiting;
#[path = "scenarios/withdraw.rs"]
mod withdraw;
#[path = "scenarios/writing.rs"]
mod writing;

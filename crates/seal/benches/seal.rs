//! What the vault does most: small documents, parts, signatures, and objects to a file.
#![allow(missing_docs)]

use std::fs::File;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use seal::{
    Batch, Flow, Identity, ObjectKey, PartKey, SealedReader, Signer, Weight, bench, open_bytes, open_part, seal_bytes,
    seal_file, seal_part,
};

const OBJECT: u64 = 256 << 20;

fn small(criterion: &mut Criterion) {
    let identity = Identity::generate();
    let plain = [7; 4096];
    let sealed = seal_bytes(&[identity.recipient()], &plain).expect("one recipient");
    criterion.bench_function("identity/generate", |b| b.iter(Identity::generate));
    criterion.bench_function("bytes/seal 4 KiB", |b| b.iter(|| seal_bytes(&[identity.recipient()], black_box(&plain))));
    criterion.bench_function("bytes/open 4 KiB", |b| b.iter(|| open_bytes(&[&identity], black_box(&sealed))));

    let key = PartKey::generate();
    let part = seal_part(&key, b"vault/common/1", &plain[..512]);
    criterion
        .bench_function("part/seal 512 B", |b| b.iter(|| seal_part(&key, b"vault/common/1", black_box(&plain[..512]))));
    criterion.bench_function("part/open 512 B", |b| b.iter(|| open_part(&key, b"vault/common/1", black_box(&part))));

    let signer = Signer::generate();
    for (name, weight) in [("single", Weight::Single), ("dual", Weight::Dual)] {
        let signatures = signer.sign(weight, &plain);
        criterion.bench_function(&format!("sign/{name}"), |b| b.iter(|| signer.sign(weight, black_box(&plain))));
        criterion.bench_function(&format!("verify/{name}"), |b| {
            b.iter(|| signer.verifying_key().verify(weight, black_box(&plain), &signatures))
        });
        criterion.bench_function(&format!("verify in a log/{name}"), |b| {
            b.iter(|| signer.verifying_key().verify_in_log(weight, black_box(&plain), &signatures))
        });
    }
    let signed: Vec<_> =
        (0..2048u32).map(|n| (n.to_le_bytes(), signer.sign(Weight::Single, &n.to_le_bytes()))).collect();
    for many in [4, 32, 512, 2048] {
        criterion.bench_function(&format!("verify in a log/{many} together"), |b| {
            b.iter(|| {
                let mut batch = Batch::default();
                for (message, signatures) in signed.iter().take(many) {
                    batch.add(signer.verifying_key(), Weight::Single, message, signatures).expect("well formed");
                }
                batch.verify().expect("all hold");
            })
        });
    }
}

fn objects(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (plain, sealed, opened) =
        (folder.path().join("plain"), folder.path().join("sealed"), folder.path().join("opened"));
    bench::write_plain(&plain, OBJECT).expect("room for a document");
    let identity = Identity::generate();
    criterion.bench_function("object/seal 4 KiB to a file", |b| {
        b.iter(|| {
            let into = tempfile::tempfile().expect("room");
            seal_file(&ObjectKey::generate(), identity.recipient(), &mut [7; 4096].as_slice(), &into, &mut |_| {
                Flow::Continue
            })
            .expect("sealing")
        });
    });
    let key = ObjectKey::generate();
    let mut group = criterion.benchmark_group("object 256 MiB to a file");
    group.throughput(Throughput::Bytes(OBJECT)).sample_size(10);
    group.bench_function("seal", |b| {
        b.iter(|| {
            let mut from = File::open(&plain).expect("it was written");
            let into = File::create(&sealed).expect("room");
            seal_file(&key, identity.recipient(), &mut from, &into, &mut |_| Flow::Continue).expect("sealing")
        });
    });
    group.bench_function("open", |b| {
        b.iter(|| {
            let from = File::open(&sealed).expect("it was sealed");
            let into = File::create(&opened).expect("room");
            SealedReader::open(&identity, key.id(), from).and_then(|mut it| it.copy_to_file(&into)).expect("opening")
        });
    });
    group.finish();
}

criterion_group!(benches, small, objects);
criterion_main!(benches);

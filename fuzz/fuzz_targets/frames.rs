//! What passes the pipe: no bytes make either side panic or allocate by what they claim, and what is read is what was written.

#![no_main]

use libfuzzer_sys::fuzz_target;
use viewer::frame::{
    Opening, Reply, read_attachments, read_call, read_form, read_missing, read_open, read_outline, read_piece,
    read_places, read_text, write_attachments, write_call, write_form, write_missing, write_open, write_open_with_form,
    write_outline, write_places,
};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(Opening { kind, size, password, with_form }) = read_open(&mut &*bytes) {
        let mut again = Vec::new();
        match with_form {
            true => write_open_with_form(&mut again, kind, size).expect("a vector takes everything"),
            false => write_open(&mut again, kind, size, &password).expect("a vector takes everything"),
        }
        assert_eq!(bytes.get(..again.len()), Some(again.as_slice()));
    }
    if let Ok(Some(form)) = read_form(&mut &*bytes) {
        let mut again = Vec::new();
        write_form(&mut again, &form).expect("it is within the limit");
        assert_eq!(bytes.get(..again.len()), Some(again.as_slice()));
    }
    let mut from = bytes;
    while let Ok(Some(request)) = read_call(&mut from) {
        let mut again = Vec::new();
        write_call(&mut again, request).expect("a vector takes everything");
        assert_eq!(read_call(&mut again.as_slice()).expect("just written"), Some(request));
    }
    let mut from = bytes;
    while let Ok(answer) = Reply::read(&mut from) {
        let mut again = Vec::new();
        answer.write(&mut again).expect("a vector takes everything");
        assert_eq!(Reply::read(&mut again.as_slice()).expect("just written"), answer);
    }
    let mut from = bytes;
    if let Ok(answer) = Reply::read(&mut from) {
        drop(read_text(&mut &*from, answer));
        drop(read_piece(&mut &*from, answer));
        if let Ok(attachments) = read_attachments(&mut &*from, answer, 7) {
            let mut again = Vec::new();
            write_attachments(&mut again, &attachments).expect("a vector takes everything");
            let mut again = again.as_slice();
            let answer = Reply::read(&mut again).expect("just written");
            assert_eq!(read_attachments(&mut again, answer, 7).expect("just written"), attachments);
        }
        if let Ok(places) = read_places(&mut &*from, answer) {
            let mut again = Vec::new();
            write_places(&mut again, &places).expect("a vector takes everything");
            let mut again = again.as_slice();
            let answer = Reply::read(&mut again).expect("just written");
            assert_eq!(read_places(&mut again, answer).expect("just written"), places);
        }
        if let Ok(outline) = read_outline(&mut &*from, answer, 7) {
            let mut again = Vec::new();
            write_outline(&mut again, &outline).expect("a vector takes everything");
            let mut again = again.as_slice();
            let answer = Reply::read(&mut again).expect("just written");
            assert_eq!(read_outline(&mut again, answer, 7).expect("just written"), outline);
        }
        if let Ok(list) = read_missing(&mut from, answer) {
            let mut again = Vec::new();
            write_missing(&mut again, &list).expect("a vector takes everything");
            let mut again = again.as_slice();
            let answer = Reply::read(&mut again).expect("just written");
            assert_eq!(read_missing(&mut again, answer).expect("just written"), list);
        }
    }
});

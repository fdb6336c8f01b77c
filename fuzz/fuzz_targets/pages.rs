//! What the worker does with a document, without its walls: the first byte says which kind. Whatever comes back keeps within
//! the limits that the parent relies on.

#![no_main]

use libfuzzer_sys::fuzz_target;
use viewer::frame::{MOST_PIXELS, TALLEST};
use viewer::missing::MOST;
use viewer::{DEEPEST_HEADING, Kind, MOST_HEADINGS, pages};

fuzz_target!(|bytes: &[u8]| {
    let Some((first, document)) = bytes.split_first() else { return };
    let kind = Kind::ALL[usize::from(*first) % Kind::ALL.len()];
    let Ok(pages) = pages::read(kind, document.to_vec(), Default::default()) else { return };
    assert!(pages.count() > 0);
    let outline = pages.outline();
    assert!(outline.len() <= MOST_HEADINGS);
    assert!(outline.iter().all(|heading| heading.depth <= DEEPEST_HEADING));
    assert!(outline.iter().all(|heading| heading.page.is_none_or(|page| page < pages.count())));
    assert!(pages.size(pages.count()).is_none());
    for page in 0..pages.count().min(2) {
        let text = pages.text(page).expect("it is a page");
        assert!(text.missing.len() <= MOST + pages.missing().len());
        if let Ok(rendered) = pages.render(page, 64 + u32::from(*first)) {
            let image = rendered.image;
            assert!(rendered.missing.len() <= MOST + pages.missing().len());
            assert!(image.width <= 64 + u32::from(*first) && image.height <= TALLEST);
            assert!(u64::from(image.width) * u64::from(image.height) <= MOST_PIXELS);
            assert_eq!(image.rgb.len(), image.width as usize * image.height as usize * 3);
        }
    }
});

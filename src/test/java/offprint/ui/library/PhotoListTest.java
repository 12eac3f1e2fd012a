package offprint.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offprint.ui.DemoServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PhotoListTest {

    private final PhotoList photos = new PhotoList();
    private final GridSelection selection = new GridSelection(photos.shown());

    @BeforeEach
    void ten_photos() {
        photos.add(DemoServices.photos(10));
    }

    private PhotoItem item(int place) {
        return photos.shown().get(place);
    }

    @Test
    void a_photo_dropped_twice_is_there_once() {
        assertThat(photos.add(DemoServices.photos(12))).isEqualTo(2);
        assertThat(photos.size()).isEqualTo(12);
    }

    @Test
    void the_filter_looks_at_names_without_case() {
        photos.filter(" dsc_0412 ");
        assertThat(photos.shown()).extracting(PhotoItem::name).containsExactly("DSC_0412.jpg");
        photos.filter("");
        assertThat(photos.shown()).hasSize(10);
    }

    @Test
    void what_is_taken_out_takes_its_bytes_along() {
        long before = photos.bytes();
        long gone = item(3).photo().bytes();
        photos.remove(List.of(item(3)));
        assertThat(photos.bytes()).isEqualTo(before - gone);
        assertThat(photos.shown()).hasSize(9);
    }

    @Test
    void a_photo_that_cannot_be_read_says_why_on_its_badge() {
        photos.add(List.of(DemoServices.unreadable(1, "broken.jpg")));
        assertThat(item(10).badge().kind()).isEqualTo(Badge.Kind.FAILED);
        assertThat(item(10).badge().detail()).contains("E-DECODE-TRUNCATED", "ends too early");
    }

    @Nested
    class Selecting {

        @Test
        void shift_takes_everything_between_the_anchor_and_the_click_both_ways() {
            selection.only(item(5));
            selection.extendTo(item(7));
            assertThat(selection.selected()).containsExactlyInAnyOrder(item(5), item(6), item(7));
            selection.extendTo(item(4));
            assertThat(selection.selected()).containsExactlyInAnyOrder(item(4), item(5));
        }

        @Test
        void ctrl_adds_and_takes_away() {
            selection.only(item(1));
            selection.toggle(item(4));
            selection.toggle(item(1));
            assertThat(selection.selected()).containsExactly(item(4));
        }

        @Test
        void arrows_stay_within_what_is_shown() {
            selection.only(item(8));
            selection.move(5, GridSelection.Move.SELECT);
            assertThat(selection.lead()).hasValue(item(9));
            selection.move(-99, GridSelection.Move.EXTEND);
            assertThat(selection.selected()).hasSize(10);
        }
    }

    @Nested
    class Selecting_a_folder {

        private List<PhotoItem> group() {
            return List.copyOf(photos.shown().subList(3, 6));
        }

        @Test
        void takes_all_of_it_and_nothing_else() {
            selection.only(item(9));
            selection.group(group(), item(4));
            assertThat(selection.selected()).containsExactlyElementsOf(group());
            assertThat(selection.lead()).hasValue(item(4));
        }

        @Test
        void with_ctrl_adds_it() {
            selection.only(item(9));
            selection.alsoGroup(group());
            assertThat(selection.selected()).hasSize(4).contains(item(9), item(5));
            assertThat(selection.lead()).hasValue(item(3));
        }

        @Test
        void with_shift_takes_everything_up_to_its_far_end() {
            selection.only(item(1));
            selection.extendToGroup(group());
            assertThat(selection.selected())
                    .containsExactlyElementsOf(photos.shown().subList(1, 6));
            selection.only(item(8));
            selection.extendToGroup(group());
            assertThat(selection.selected())
                    .containsExactlyElementsOf(photos.shown().subList(3, 9));
        }
    }

    @Test
    void what_is_selected_is_in_the_order_in_which_it_is_shown() {
        selection.only(item(7));
        selection.toggle(item(2));
        var hidden = item(5);
        selection.toggle(hidden);
        photos.remove(List.of(hidden));
        selection.takeOrder();
        assertThat(selection.selected()).containsExactly(item(2), item(6), hidden);
    }

    @Nested
    class Keeping_pictures {

        @Test
        void the_one_used_longest_ago_goes_first_and_the_bytes_stay_below_the_bound() {
            var left = new ArrayList<String>();
            var cache = new ImageCache<String>(100, left::add);
            for (int i = 0; i < 10; i++) {
                cache.put(key(i), "picture " + i, 10);
            }
            assertThat(cache.get(key(0))).isPresent();
            cache.put(key(10), "picture 10", 10);
            assertThat(cache.get(key(0))).isPresent();
            assertThat(cache.get(key(1))).isEmpty();
            assertThat(cache.bytes()).isEqualTo(100);
            assertThat(cache.size()).isEqualTo(10);
            assertThat(left).containsExactly("picture 1");
        }

        @Test
        void what_is_replaced_leaves_too() {
            var left = new ArrayList<String>();
            var cache = new ImageCache<String>(100, left::add);
            cache.put(key(0), "small", 10);
            cache.put(key(0), "sharp", 20);
            assertThat(left).containsExactly("small");
            assertThat(cache.bytes()).isEqualTo(20);
        }

        private ImageCache.Key key(int place) {
            return new ImageCache.Key(Path.of("/" + place), 192);
        }
    }
}

package offprint.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import offprint.library.Photo;
import offprint.settings.LibraryView;
import offprint.ui.DemoQueue;
import offprint.ui.DemoServices;
import offprint.ui.library.PhotoList.Sort;
import offprint.ui.library.PhotoOrder.Direction;
import offprint.ui.library.PhotoOrder.Groups;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PhotoOrderTest {

    private static final Path HOME = Path.of("/home/anna");

    private final PhotoList photos = new PhotoList();

    private static PhotoOrder by(Sort key) {
        return new PhotoOrder(key, Direction.UP, Groups.NONE);
    }

    /// @param seed minutes after a fixed time, and so many bytes more
    private static Photo photo(int seed, String path) {
        var demo = DemoServices.photo(seed, "any.jpg");
        return new Photo(HOME.resolve(path), HOME, demo.bytes(), demo.modifiedAt(), demo.info());
    }

    private List<String> names() {
        return photos.shown().stream().map(PhotoItem::name).toList();
    }

    private static List<PhotoOrder> all() {
        var all = new ArrayList<PhotoOrder>();
        for (var key : Sort.values()) {
            for (var direction : Direction.values()) {
                for (var groups : Groups.values()) {
                    all.add(new PhotoOrder(key, direction, groups));
                }
            }
        }
        return all;
    }

    @Nested
    class By {

        @Test
        void name_counts_as_people_do() {
            photos.add(List.of(photo(0, "IMG_10.jpg"), photo(1, "img_9.jpg"), photo(2, "IMG_2.jpg")));
            photos.order(by(Sort.NAME));
            assertThat(names()).containsExactly("IMG_2.jpg", "img_9.jpg", "IMG_10.jpg");
            photos.order(by(Sort.NAME).descending(true));
            assertThat(names()).containsExactly("IMG_10.jpg", "img_9.jpg", "IMG_2.jpg");
        }

        @Test
        void size_counts_bytes() {
            photos.add(List.of(photo(9, "c"), photo(3, "a"), photo(5, "b")));
            photos.order(by(Sort.SIZE));
            assertThat(names()).containsExactly("a", "b", "c");
        }

        @Test
        void date_asks_the_camera_and_else_the_file() {
            var taken = LocalDateTime.of(2026, 9, 14, 18, 7);
            photos.add(List.of(
                    photo(5, "taken 18.12"),
                    unreadable("changed 18.10", taken.plusMinutes(3)),
                    photo(1, "taken 18.08")));
            photos.order(by(Sort.DATE));
            assertThat(names()).containsExactly("taken 18.08", "changed 18.10", "taken 18.12");
        }

        @Test
        void date_bears_what_a_file_system_may_say() {
            var demo = DemoServices.unreadable(1, "any.jpg");
            for (var absurd : List.of(Instant.MAX, Instant.EPOCH, Instant.MIN)) {
                photos.add(List.of(new Photo(HOME.resolve(absurd.toString()), HOME, 1, absurd, demo.info())));
            }
            photos.order(by(Sort.DATE));
            assertThat(names())
                    .containsExactly(Instant.MIN.toString(), Instant.EPOCH.toString(), Instant.MAX.toString());
        }

        private Photo unreadable(String name, LocalDateTime changed) {
            var demo = DemoServices.unreadable(1, name);
            var at = changed.atZone(ZoneId.systemDefault()).toInstant();
            return new Photo(HOME.resolve(name), HOME, demo.bytes(), at, demo.info());
        }

        @Test
        void added_is_the_order_in_which_they_came() {
            photos.add(List.of(photo(0, "b"), photo(0, "c"), photo(0, "a")));
            photos.order(by(Sort.NAME));
            photos.order(by(Sort.ADDED));
            assertThat(names()).containsExactly("b", "c", "a");
        }
    }

    @Nested
    class By_state {

        private final List<Photo> three = DemoServices.photos(3);

        private void failed(int photo) {
            progress(DemoQueue.failed(photo, planned(photo), "E-SPACE", "Full.", "Free some."));
        }

        private void progress(offprint.export.PhotoProgress said) {
            assertThat(photos.progress(said)).isPresent();
        }

        private offprint.export.PlannedPhoto planned(int photo) {
            return DemoQueue.planned(three.get(photo), DemoServices.RECIPES.getFirst(), HOME);
        }

        @Test
        void what_failed_comes_first_and_what_is_done_last() {
            photos.add(three);
            progress(DemoQueue.done(0, planned(0)));
            failed(2);
            photos.order(by(Sort.STATE));
            assertThat(names()).containsExactly("DSC_0414.jpg", "DSC_0413.jpg", "DSC_0412.jpg");
        }

        @Test
        void no_photo_jumps_while_it_is_exported_until_it_is_asked_for_again() {
            photos.order(by(Sort.STATE));
            photos.add(three);
            failed(0);
            photos.add(List.of(DemoServices.unreadable(0, "later.jpg")));
            photos.filter("jpg");
            assertThat(names())
                    .as("what comes has its place among what the others were")
                    .containsExactly("later.jpg", "DSC_0412.jpg", "DSC_0413.jpg", "DSC_0414.jpg");
            photos.order(photos.order());
            assertThat(names()).startsWith("DSC_0412.jpg", "later.jpg");
        }

        @Test
        void each_kind_of_badge_has_its_own_place() {
            assertThat(Badge.Kind.values())
                    .extracting(Badge.Kind::urgency)
                    .doesNotHaveDuplicates()
                    .allMatch(urgency -> urgency >= Badge.Kind.FAILED.urgency());
        }
    }

    @Nested
    class Whatever_the_order {

        @Test
        void what_is_equal_stays_as_it_was_added_up_and_down() {
            photos.add(List.of(photo(1, "b"), photo(0, "x"), photo(1, "c"), photo(1, "a")));
            photos.order(by(Sort.SIZE));
            assertThat(names()).containsExactly("x", "b", "c", "a");
            photos.order(by(Sort.SIZE).descending(true));
            assertThat(names()).containsExactly("b", "c", "a", "x");
        }

        @Test
        void handfuls_that_come_one_by_one_end_where_a_sort_of_all_would_put_them() {
            var random = new Random(11);
            for (var order : all()) {
                var found = many(random);
                var atOnce = new PhotoList();
                atOnce.add(found);
                atOnce.filter("1");
                atOnce.order(order);
                var oneByOne = new PhotoList();
                oneByOne.order(order);
                oneByOne.filter("1");
                for (int from = 0; from < found.size(); from += 7) {
                    oneByOne.add(found.subList(from, Math.min(found.size(), from + 7)));
                }
                assertThat(paths(oneByOne)).as("%s", order).isEqualTo(paths(atOnce));
                atOnce.filter("");
                oneByOne.filter("");
                assertThat(paths(oneByOne)).as("%s, all", order).isEqualTo(paths(atOnce));
            }
        }

        @Test
        void what_is_taken_out_leaves_the_others_in_order() {
            photos.order(by(Sort.NAME));
            photos.add(List.of(photo(0, "c"), photo(0, "a"), photo(0, "b"), photo(0, "d")));
            photos.remove(List.of(photos.shown().get(1)));
            photos.filter("");
            assertThat(names()).containsExactly("a", "c", "d");
        }

        @Test
        void it_is_remembered() {
            for (var order : all()) {
                assertThat(PhotoOrder.of(order.toRemember())).isEqualTo(order);
            }
            assertThat(PhotoOrder.ADDED.toRemember()).isEqualTo(LibraryView.INITIAL);
        }

        private List<Photo> many(Random random) {
            var found = new ArrayList<Photo>();
            for (int i = 0; i < 150; i++) {
                found.add(photo(random.nextInt(20), "f" + random.nextInt(5) + "/IMG_" + i + ".jpg"));
            }
            Collections.shuffle(found, random);
            return found;
        }

        private static List<Path> paths(PhotoList list) {
            return list.shown().stream().map(item -> item.photo().file()).toList();
        }
    }

    @Nested
    class By_folder {

        private List<String> places() {
            return photos.shown().stream()
                    .map(item -> HOME.relativize(item.photo().file()).toString())
                    .toList();
        }

        @Test
        void groups_stand_in_the_order_of_their_paths_and_are_sorted_inside() {
            photos.order(by(Sort.SIZE).descending(true).byFolder(true));
            photos.add(
                    List.of(photo(1, "day 10/a"), photo(2, "day 2/b"), photo(3, "day 10/c"), photo(4, "day 2/raw/d")));
            photos.add(List.of(photo(5, "day 2 late/e"), photo(6, "day 2/f")));
            assertThat(places())
                    .as("a folder, then what is in it, then its neighbours; the largest first in each")
                    .containsExactly("day 2/f", "day 2/b", "day 2/raw/d", "day 2 late/e", "day 10/c", "day 10/a");
            assertThat(photos.groups()).containsExactly(2, 1, 1, 2);
        }

        @Test
        void groups_count_what_the_filter_lets_through() {
            photos.order(PhotoOrder.ADDED.byFolder(true));
            photos.add(List.of(photo(1, "x/a1"), photo(1, "x/a2"), photo(1, "y/b"), photo(1, "z/a3")));
            photos.filter("a");
            assertThat(photos.groups()).containsExactly(2, 1);
            photos.filter("nothing");
            assertThat(photos.groups()).isEmpty();
        }

        @Test
        void mixed_they_are_one_group() {
            photos.add(List.of(photo(1, "x/a"), photo(1, "y/b")));
            assertThat(photos.groups()).containsExactly(2);
        }
    }
}

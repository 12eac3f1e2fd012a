package offprint.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import offprint.ui.library.GridRows.Row;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GridRowsTest {

    @Test
    void without_groups_are_lines_alone() {
        var rows = GridRows.plain(10, 4);
        assertThat(all(rows)).containsExactly(new Row.Line(0, 4), new Row.Line(4, 8), new Row.Line(8, 10));
    }

    @Test
    void of_nothing_are_none() {
        assertThat(GridRows.plain(0, 4).count()).isZero();
        assertThat(GridRows.grouped(List.of(), 4).count()).isZero();
    }

    @Test
    void of_each_group_begin_with_its_header_and_a_new_line() {
        var rows = GridRows.grouped(List.of(5, 1, 4), 4);
        assertThat(all(rows))
                .containsExactly(
                        new Row.Header(0, 5),
                        new Row.Line(0, 4),
                        new Row.Line(4, 5),
                        new Row.Header(5, 6),
                        new Row.Line(5, 6),
                        new Row.Header(6, 10),
                        new Row.Line(6, 10));
    }

    @Test
    void show_each_photo_once_and_know_where() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var groups = new ArrayList<Integer>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                groups.add(1 + random.nextInt(9));
            }
            var rows = GridRows.grouped(groups, 1 + random.nextInt(5));
            int next = 0;
            for (int index = 0; index < rows.count(); index++) {
                if (rows.row(index) instanceof Row.Line line) {
                    assertThat(line.from()).isEqualTo(next);
                    for (int photo = line.from(); photo < line.to(); photo++) {
                        assertThat(rows.rowOf(photo)).isEqualTo(index);
                    }
                    next = line.to();
                }
            }
            assertThat(next)
                    .isEqualTo(groups.stream().mapToInt(Integer::intValue).sum());
        }
    }

    @Test
    void scroll_to_a_photo_with_the_header_over_it() {
        var rows = GridRows.grouped(List.of(5, 1), 4);
        assertThat(rows.rowToShow(3)).isZero();
        assertThat(rows.rowToShow(4)).isEqualTo(2);
        assertThat(rows.rowToShow(5)).isEqualTo(3);
        assertThat(GridRows.plain(9, 4).rowToShow(4)).isEqualTo(1);
    }

    @Test
    void know_the_group_of_a_photo() {
        var rows = GridRows.grouped(List.of(5, 1, 4), 4);
        assertThat(rows.groupOfPhoto(5)).isEqualTo(new Row.Header(5, 6));
        assertThat(rows.groupOfPhoto(9)).isEqualTo(new Row.Header(6, 10));
    }

    @Nested
    class Up_and_down {

        private final GridRows rows = GridRows.grouped(List.of(6, 1, 4), 4);

        @Test
        void go_over_headers_in_the_same_column() {
            assertThat(rows.moved(1, 1)).isEqualTo(5);
            assertThat(rows.moved(9, -2)).isEqualTo(5);
            assertThat(rows.moved(1, 3)).isEqualTo(8);
        }

        @Test
        void end_at_the_last_photo_of_a_shorter_line() {
            assertThat(rows.moved(3, 1)).isEqualTo(5);
            assertThat(rows.moved(10, -1)).isEqualTo(6);
            assertThat(rows.moved(5, 1)).isEqualTo(6);
        }

        @Test
        void stop_at_the_first_photo_and_at_the_last() {
            assertThat(rows.moved(2, -1)).isZero();
            assertThat(rows.moved(8, 1)).isEqualTo(10);
            assertThat(rows.moved(0, 50)).isEqualTo(10);
        }
    }

    private static List<Row> all(GridRows rows) {
        var all = new ArrayList<Row>();
        for (int i = 0; i < rows.count(); i++) {
            all.add(rows.row(i));
        }
        return all;
    }
}

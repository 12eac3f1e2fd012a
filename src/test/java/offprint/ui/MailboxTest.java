package offprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final ArrayDeque<Runnable> posted = new ArrayDeque<>();
    private final List<List<Integer>> deliveries = new ArrayList<>();
    private final Mailbox<Integer> mailbox = new Mailbox<>(posted::add, deliveries::add);

    @Test
    void ten_thousand_letters_never_post_more_than_one_action_at_a_time() {
        for (int i = 0; i < 10_000; i++) {
            mailbox.offer(i);
            assertThat(posted).hasSize(1);
        }
        while (!posted.isEmpty()) {
            posted.remove().run();
            assertThat(posted).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(deliveries).allMatch(handful -> handful.size() <= Mailbox.PER_DELIVERY);
        assertThat(deliveries.stream().flatMap(List::stream))
                .containsExactlyElementsOf(IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void a_letter_offered_after_a_delivery_is_delivered_too() {
        mailbox.offer(1);
        posted.remove().run();
        mailbox.offer(2);
        posted.remove().run();
        assertThat(deliveries).containsExactly(List.of(1), List.of(2));
    }
}

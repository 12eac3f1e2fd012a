package offprint.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.recipe.RecipeFault.Kind;
import org.junit.jupiter.api.Test;

class RecipeFaultTest {

    @Test
    void says_its_details_in_the_order_of_any_sentence() {
        var fault = RecipeFault.of(Kind.WHOLE_NUMBER, 1, 100, 140);
        assertThat(fault.message()).isEqualTo("expected a whole number from 1 to 100 but received 140");
        assertThat(fault.in("{2}: {0}–{1}")).isEqualTo("140: 1–100");
    }

    @Test
    void takes_nothing_that_somebody_typed_for_a_place() {
        assertThat(RecipeFault.of(Kind.CHOICE, "{1}", "{0}", "").message()).isEqualTo("expected {1} but received {0}");
    }

    @Test
    void leaves_other_braces_as_they_are() {
        assertThat(RecipeFault.of(Kind.TEMPLATE_DIGITS, 9, "{name:2}").message())
                .isEqualTo("expected a number of digits only in {seq:1} to {seq:9} but received {name:2}");
        assertThat(RecipeFault.of(Kind.TEMPLATE_OPEN, "{variant").in("{ } {7} {0}"))
                .isEqualTo("{ } {7} {variant");
    }
}

package offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

    @ParameterizedTest
    @CsvSource({
        "2G, 2147483648",
        "512m, 536870912",
        "1.5 GiB, 1610612736",
        "64KB, 65536",
        "800000000, 800000000",
        "1t, 1099511627776",
        "17b, 17"
    })
    void amountsAreReadInPowersOf1024(String text, long bytes) {
        assertThat(MemorySize.parse(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "-2G", "2X", "two", "2 G B", "0", "0.0001", "1e9", "2,5G", "99999999999T"})
    void whatIsNoAmountIsRefused(String text) {
        assertThat(MemorySize.parse(text)).isEmpty();
    }

    @Test
    void fractionsAreRoundedDown() {
        assertThat(MemorySize.parse("1.0009k")).contains(1_024L);
    }
}

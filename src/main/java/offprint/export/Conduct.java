package offprint.export;

/// How the exports behave towards the rest of the machine at one moment.
///
/// @param hold what keeps every waiting photo from starting, if anything does
/// @param manners as the user chose
/// @param power as the system said last; looked at only while the manners are polite
/// @param workers at most at work
public record Conduct(Hold hold, Manners manners, Power power, int workers) {

    /// Nothing is held up.
    public static final Conduct USUAL = new Conduct(Hold.NONE, Manners.FULL, Power.UNKNOWN, 1);

    /// What keeps waiting photos from starting.
    public enum Hold {
        NONE,
        /// The user paused.
        PAUSED,
        /// Polite, and the machine runs on its battery.
        ON_BATTERY
    }

    /// How much of the machine exports may take.
    public enum Manners {
        /// A worker a processor, or as the settings say.
        FULL,
        /// Half of the workers, and none on battery.
        POLITE
    }

    /// Where the machine's power comes from.
    public enum Power {
        MAINS,
        BATTERY,
        /// The system does not say.
        UNKNOWN
    }
}

package mainstay.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import mainstay.shared.Money;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What an account is entitled to by one measure, and why.
///
/// @param figure      money in whole units, shares as fractions; null where the measure is a word, or not set
/// @param word        a service level or the name of a ladder
/// @param from        first day of an agreement; null: it has none
/// @param until       last day of an agreement; null: it is open
/// @param explanation in words and figures, also where it is not set
/// @param withheld    it is set, and the reader may not know it: a rebate that is withheld from them would follow
public record Entitlement(
        Measure measure,
        @Nullable BigDecimal figure,
        @Nullable String word,
        Source source,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Text explanation,
        boolean withheld) {

    public Entitlement(
            Measure measure,
            @Nullable BigDecimal figure,
            @Nullable String word,
            Source source,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Text explanation) {
        this(measure, figure, word, source, from, until, explanation, false);
    }

    /// Where it comes from.
    public enum Source {
        /// Agreed with this account; what files say was agreed, too.
        AGREED("agreed"),
        /// The measure of its stars.
        TIER("tier"),
        NOT_SET("notSet");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Source of(String code) {
            return switch (code) {
                case "agreed" -> AGREED;
                case "tier" -> TIER;
                case "notSet" -> NOT_SET;
                default -> throw new IllegalArgumentException(code.toLowerCase(Locale.ROOT) + " is no source");
            };
        }
    }

    static final String RESTS_ON_REBATE = "terms.why.rebate";

    /// Whether it follows what an account earns in rebates, so that these follow from it.
    public boolean restsOnRebate() {
        return explanation.key().equals(RESTS_ON_REBATE);
    }

    public boolean isSet() {
        return source != Source.NOT_SET;
    }

    /// A limit in ten-thousandths; null where it is not set, which is not the same as nought.
    public @Nullable Long amount() {
        return figure == null ? null : Money.of(figure).tenThousandths();
    }
}

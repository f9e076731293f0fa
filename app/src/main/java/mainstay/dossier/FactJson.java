package mainstay.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.accounts.AccountCard;
import mainstay.dossier.Dossier.Line;
import mainstay.dossier.Dossier.Section;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;

/// What stands in a field of an account.
///
/// @param id         goes back as `seen` with the next fact; null where it is read
/// @param value      as it is written; what is read is a sentence in the language of the request
/// @param unit       the firm's currency for money
/// @param confidence `assumed`, `reported` or `confirmed`
/// @param staleOn    from this day on it is old; null: never
/// @param documents  that it rests on
record FactJson(
        @Nullable Long id,
        String field,
        String name,
        String part,
        String kind,
        String value,
        @Nullable String unit,
        @Nullable String source,
        @Nullable LocalDate observedOn,
        @Nullable String confidence,
        @Nullable LocalDate staleOn,
        boolean old,
        @Nullable String recordedBy,
        @Nullable Instant recordedAt,
        List<PaperJson> documents) {

    /// A document that a fact rests on.
    ///
    /// @param retired whether it was put aside since
    record PaperJson(long id, String name, boolean retired, String href) {

        static PaperJson of(AccountCard account, Evidence.Paper paper) {
            return new PaperJson(
                    paper.id(),
                    paper.name(),
                    paper.retired(),
                    "/api/v1" + account.path() + "/documents/" + paper.id() + "/content");
        }
    }

    /// The archive of an account, as far as the reader may see it: fields without a value are left out.
    record FactsJson(String account, LocalDate asOf, List<PartJson> parts, List<FactJson> facts) {

        static FactsJson of(AccountCard account, Dossier dossier, Texts texts, Locale locale, FactCurrency currency) {
            return new FactsJson(
                    account.code(),
                    dossier.asOf(),
                    dossier.sections().stream().map(PartJson::of).toList(),
                    dossier.sections().stream()
                            .flatMap(section -> section.lines().stream())
                            .filter(line -> !line.isEmpty())
                            .map(line -> FactJson.of(account, line, texts, locale, currency))
                            .toList());
        }
    }

    /// @param completeness share of what is asked that is known; null where nothing is asked
    /// @param freshness    share of what is known that is not old; null where nothing is known
    record PartJson(
            String part,
            @Nullable Double completeness,
            @Nullable Double freshness) {

        static PartJson of(Section section) {
            return new PartJson(
                    section.part().code(),
                    section.health().completeness(),
                    section.health().freshness());
        }
    }

    /// What was written down.
    ///
    /// @param id         its number
    /// @param value      likewise `observedOn` and `current`: null for a token that may not read the
    /// archive, and of what is personal
    /// @param current    false where something observed later stands, so that it went into the history
    record KeptJson(
            long id,
            String field,
            @Nullable String value,
            @Nullable LocalDate observedOn,
            @Nullable Boolean current) {

        /// For who writes without reading.
        static KeptJson bare(String field, Fact fact) {
            return new KeptJson(fact.id(), field, null, null, null);
        }

        static KeptJson of(String field, Fact fact) {
            return new KeptJson(fact.id(), field, fact.value().plain(), fact.observedOn(), fact.current());
        }
    }

    private static FactJson of(AccountCard account, Line line, Texts texts, Locale locale, FactCurrency currency) {
        Field field = line.field();
        Fact fact = line.fact();
        Reading reading = line.reading();
        String value = fact != null ? fact.value().plain() : reading == null ? "" : texts.get(locale, reading.value());
        return new FactJson(
                fact == null ? null : fact.id(),
                field.code(),
                texts.get(locale, field.labelKey()),
                field.part().code(),
                field.kind().code(),
                value,
                currency.unit(field),
                fact == null ? null : fact.source(),
                fact == null ? null : fact.observedOn(),
                fact == null ? null : fact.confidence().code(),
                fact == null ? null : fact.staleOn(),
                line.old(),
                fact == null ? null : fact.recordedBy(),
                fact == null ? null : fact.recordedAt(),
                line.evidence().stream()
                        .map(paper -> PaperJson.of(account, paper))
                        .toList());
    }
}

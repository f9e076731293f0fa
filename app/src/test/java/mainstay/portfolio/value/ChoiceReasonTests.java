package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mainstay.analytics.btyd.Boundary;
import mainstay.analytics.btyd.Boundary.Meaning;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.Fit;
import mainstay.analytics.btyd.ModelChoice;
import mainstay.analytics.btyd.ModelChoice.Reason;
import mainstay.analytics.btyd.ModelKind;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.portfolio.Codes;
import mainstay.shared.web.Texts;
import org.junit.jupiter.api.Test;

class ChoiceReasonTests {
    private static final Estimate<? extends BuyingModel> FOUND =
            Nbd.fit(customers()).estimate().orElseThrow();

    private static GroupedSummaries customers() {
        return GroupedSummaries.of(
                TimeUnit.WEEK,
                IntStream.range(0, 60)
                        .mapToObj(i -> new CustomerSummary(
                                i % 9, i % 9 == 0 ? 0 : 40, 52, OptionalDouble.empty(), TimeUnit.WEEK))
                        .toList());
    }

    private static ModelChoice choice(Reason reason, Meaning pareto, Meaning others) {
        SequencedMap<ModelKind, Fit<? extends BuyingModel>> fits = new LinkedHashMap<>();
        for (ModelKind kind : ModelKind.values()) {
            Meaning meaning = kind == ModelKind.PARETO_NBD ? pareto : others;
            fits.put(
                    kind,
                    kind == ModelKind.NBD
                            ? new Fit.Converged<>(FOUND)
                            : new Fit.AtBoundary<>(FOUND, new Boundary("a", Boundary.Limit.ZERO, meaning)));
        }
        return new ModelChoice(Optional.of(ModelKind.NBD), reason, fits);
    }

    @Test
    void where_nobody_is_seen_leaving_the_boundary_says_why() {
        assertThat(ChoiceReason.of(choice(Reason.ONLY_WITHOUT_DROP_OUT, Meaning.NO_DROP_OUT, Meaning.NO_DROP_OUT)))
                .isEqualTo("noDropOut");
    }

    @Test
    void boundaries_that_say_different_things_say_none_of_them() {
        assertThat(ChoiceReason.of(choice(Reason.ONLY_WITHOUT_DROP_OUT, Meaning.NO_DROP_OUT, Meaning.EQUAL_RATES)))
                .isEqualTo("onlyWithoutDropOut");
    }

    @Test
    void that_customers_leave_is_said_whatever_the_boundary() {
        assertThat(ChoiceReason.of(
                        choice(Reason.DROP_OUT_WITHOUT_MAXIMUM, Meaning.EQUAL_DROP_OUT, Meaning.EQUAL_DROP_OUT)))
                .isEqualTo("dropOutWithoutMaximum");
    }

    @Test
    void every_reason_there_can_be_has_its_words_and_no_other() {
        Collection<Meaning> meanings = EnumSet.complementOf(EnumSet.of(Meaning.SPENDING_SPREAD));
        Set<String> codes = Stream.concat(Stream.of(Reason.values()), meanings.stream())
                .map(constant -> "value.reason." + Codes.of(constant))
                .collect(Collectors.toSet());

        for (Locale language : List.of(Texts.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE)) {
            assertThat(keys(language)).containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    private static Set<String> keys(Locale language) {
        return ResourceBundle.getBundle("i18n.value", language).keySet().stream()
                .filter(key -> key.startsWith("value.reason."))
                .collect(Collectors.toSet());
    }
}

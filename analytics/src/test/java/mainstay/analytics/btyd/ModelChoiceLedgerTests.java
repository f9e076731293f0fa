package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import mainstay.analytics.Cdnow;
import mainstay.analytics.OnlineRetail;
import mainstay.analytics.WideWorldImporters;
import mainstay.analytics.btyd.Boundary.Limit;
import mainstay.analytics.btyd.Boundary.Meaning;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.PurchaseLog;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

/// Ledgers on which models with drop-out find little or nothing to say.
///
/// Parameters and log-likelihoods from lifetimes 0.11.3, converged tightly with scipy 1.10.1.
class ModelChoiceLedgerTests {

    private static GroupedSummaries customers(PurchaseLog<String> log, LocalDate end, TimeUnit unit) {
        return GroupedSummaries.of(
                unit,
                log.histories().values().stream()
                        .flatMap(history -> history.summary(end, unit).stream())
                        .toList());
    }

    private static GroupedSummaries onlineRetail(LocalDate end, TimeUnit unit) {
        return customers(OnlineRetail.ledger().purchases(), end, unit);
    }

    @Test
    void online_retail_has_hardly_any_drop_out() {
        var year = onlineRetail(LocalDate.of(2011, 12, 9), TimeUnit.DAY);
        var bg = BgNbd.fit(year).orElseThrow();
        var mbg = MbgNbd.fit(year).orElseThrow();

        assertThat(bg.logLikelihood()).isCloseTo(-61823.4713, within(5e-5));
        assertThat(bg.model().r()).isCloseTo(0.826542, within(2e-6));
        assertThat(bg.model().alpha()).isCloseTo(68.905132, within(2e-4));
        assertThat(bg.model().a()).isCloseTo(0.003437, within(2e-6));
        assertThat(bg.model().b()).isCloseTo(6.74516, within(2e-3));
        assertThat(mbg.logLikelihood()).isCloseTo(-61823.5733, within(5e-5));
        assertThat(mbg.model().r()).isCloseTo(0.827424, within(2e-6));
        assertThat(mbg.model().a()).isCloseTo(0.001856, within(2e-6));
    }

    @Test
    void the_same_in_weeks() {
        var bg = BgNbd.fit(onlineRetail(LocalDate.of(2011, 12, 9), TimeUnit.WEEK))
                .orElseThrow();

        assertThat(bg.logLikelihood()).isCloseTo(-37645.5376, within(5e-5));
        assertThat(bg.model().alpha()).isCloseTo(9.843589, within(5e-5));
    }

    @Test
    void the_pareto_nbd_of_online_retail_runs_to_the_edge() {
        var fit = ParetoNbd.fit(onlineRetail(LocalDate.of(2011, 12, 9), TimeUnit.DAY));

        assertThat(fit)
                .isInstanceOfSatisfying(
                        Fit.AtBoundary.class,
                        edge -> assertThat(edge.boundary())
                                .isEqualTo(new Boundary("s", Limit.ZERO, Meaning.NO_DROP_OUT)));
        assertThat(fit.estimate().orElseThrow().logLikelihood()).isCloseTo(-61823.5909, within(5e-4));
    }

    @Test
    void drop_out_has_to_pay_for_its_parameters() {
        var choice = ModelChoice.of(onlineRetail(LocalDate.of(2011, 12, 9), TimeUnit.DAY));

        assertThat(choice.chosen()).hasValue(ModelKind.NBD);
        assertThat(choice.reason()).isEqualTo(ModelChoice.Reason.LOWEST_BIC_OF_USABLE);
        assertThat(choice.fit().orElseThrow().logLikelihood()).isCloseTo(-61823.591, within(1e-3));
    }

    @Test
    void the_first_seven_months_have_no_inner_maximum() {
        var fit = BgNbd.fit(onlineRetail(LocalDate.of(2011, 6, 30), TimeUnit.DAY));

        assertThat(fit).isInstanceOfSatisfying(Fit.AtBoundary.class, edge -> {
            assertThat(edge.boundary()).isEqualTo(new Boundary("a", Limit.ZERO, Meaning.NO_DROP_OUT));
            assertThat(edge.boundary().explain()).contains("no customer leaving");
        });
        assertThat(fit.estimate().orElseThrow().logLikelihood()).isCloseTo(-25086.1406, within(5e-3));
        assertThat(fit.estimate().orElseThrow().standardErrors()).isEmpty();
    }

    @Test
    void customers_of_wide_world_importers_never_leave() {
        var shops = customers(WideWorldImporters.ledger().purchases(), LocalDate.of(2016, 5, 31), TimeUnit.DAY);
        var choice = ModelChoice.of(shops);

        assertThat(BgNbd.fit(shops)).isInstanceOf(Fit.AtBoundary.class);
        assertThat(choice.chosen()).hasValue(ModelKind.NBD);
        assertThat(choice.reason()).isIn(ModelChoice.Reason.ONLY_WITHOUT_DROP_OUT, ModelChoice.Reason.NONE_USABLE);
    }

    @Test
    void cdnow_suits_the_model_in_which_newcomers_may_leave() {
        var choice = ModelChoice.of(customers(Cdnow.sample(), LocalDate.of(1997, 9, 30), TimeUnit.WEEK));

        assertThat(choice.chosen()).hasValue(ModelKind.MBG_NBD);
        assertThat(choice.reason()).isEqualTo(ModelChoice.Reason.LOWEST_BIC);
        assertThat(choice.explain()).contains("lowest BIC");
    }
}

package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.Fit;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.ModelChoice;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.value.Explanation;
import mainstay.analytics.value.LeavingPrior;
import mainstay.analytics.value.OwnHistory;
import org.jspecify.annotations.Nullable;

/// The accounts of a day with the models that suit them, and what these say of each.
///
/// @param outlooks null where no model is usable
/// @param leaving  what all accounts teach of the chance of leaving, for those judged by their own rhythm
/// @param gross    sales of all accounts
record FittedBase(
        LocalDate asOf,
        TimeUnit unit,
        ValueSettings settings,
        ModelChoice choice,
        @Nullable ModelOutlooks<?> outlooks,
        Spending spending,
        Margins margins,
        LeavingPrior leaving,
        long gross) {
    /// Models of many small buyers say little of one with so much of all sales.
    private static final double LARGE = 0.01;

    private static final int LARGE_GAPS = 10;
    static final int SMALL_BASE = 100;

    static FittedBase of(List<Buyer> buyers, LocalDate asOf, TimeUnit unit, ValueSettings settings) {
        List<CustomerSummary> summaries =
                buyers.stream().map(buyer -> buyer.summary(asOf, unit)).toList();
        ModelChoice choice = ModelChoice.of(GroupedSummaries.of(unit, summaries));
        return new FittedBase(
                asOf,
                unit,
                settings,
                choice,
                outlooks(choice, settings),
                Spending.of(MeanValues.of(summaries)),
                Margins.of(buyers),
                leaving(buyers, asOf),
                buyers.stream().mapToLong(Buyer::gross).sum());
    }

    private static @Nullable ModelOutlooks<?> outlooks(ModelChoice choice, ValueSettings settings) {
        return choice.fit() instanceof Fit.Converged<? extends BuyingModel>(Estimate<? extends BuyingModel> found)
                ? new ModelOutlooks<>(found, settings)
                : null;
    }

    /// Few accounts teach nothing that one's own history does not say better.
    private static LeavingPrior leaving(List<Buyer> buyers, LocalDate asOf) {
        List<OwnHistory> histories = buyers.parallelStream()
                .flatMap(buyer -> OwnHistory.of(buyer.history(), asOf, ModelOutlooks.LEVEL).stream())
                .toList();
        return histories.size() < SMALL_BASE ? LeavingPrior.UNIFORM : LeavingPrior.of(histories);
    }

    boolean isSmall() {
        Fit<? extends BuyingModel> fit = choice.fit();
        return fit.estimate().map(found -> found.customers() < SMALL_BASE).orElse(true);
    }

    /// Null where nothing can be said of what it will buy.
    @Nullable
    Outlook outlook(Buyer buyer) {
        if (buyer.closed()) {
            return Outlook.closed();
        }
        boolean apart = outlooks == null || isSmall() || tellsNobodyLeaving() || isLarge(buyer);
        Outlook own = apart ? byRhythm(buyer) : null;
        if (own != null || outlooks == null || leavingIsUnseen()) {
            return own;
        }
        Outlook found = outlooks.of(buyer.summary(asOf, unit));
        return alwaysAlive(buyer) ? found.withoutAlive() : found;
    }

    /// Customers do leave, and the model that is left takes everybody as staying: of an account with too
    /// little of a history it would say far too much, and be sure of it.
    private boolean leavingIsUnseen() {
        return tellsNobodyLeaving() && choice.reason() == ModelChoice.Reason.DROP_OUT_WITHOUT_MAXIMUM;
    }

    private boolean tellsNobodyLeaving() {
        return choice.fit().estimate().map(Estimate::model).orElse(null) instanceof Nbd;
    }

    /// To this model who has bought once is a customer for certain, whatever the silence.
    private boolean alwaysAlive(Buyer buyer) {
        return buyer.repeats() == 0
                && choice.fit().estimate().map(Estimate::model).orElse(null) instanceof BgNbd;
    }

    boolean isLarge(Buyer buyer) {
        return buyer.repeats() >= LARGE_GAPS && gross > 0 && buyer.gross() >= LARGE * gross;
    }

    /// Null with fewer gaps than its own history needs.
    private @Nullable Outlook byRhythm(Buyer buyer) {
        return OwnHistory.of(buyer.history(), asOf, ModelOutlooks.LEVEL)
                .map(own -> byHistory(own.with(leaving)))
                .orElse(null);
    }

    private Outlook byHistory(OwnHistory own) {
        Explanation alive = own.probabilityAlive();
        Explanation purchases = own.expectedPurchases(ModelOutlooks.YEAR);
        Explanation discounted = own.discountedPurchases(Horizon.months(settings.months()), settings.discount());
        return new Outlook(
                Outlook.Method.RHYTHM,
                alive.value().orElseThrow(),
                alive.interval().orElse(null),
                purchases.value().orElseThrow(),
                purchases.interval().orElse(null),
                own.purchasesIfAlive(ModelOutlooks.YEAR),
                own.purchasesIfStaying(ModelOutlooks.YEAR),
                discounted.value().orElseThrow(),
                discounted.interval().orElse(null));
    }

    Spending.Expected spend(Buyer buyer, Outlook outlook) {
        return outlook.method() == Outlook.Method.MODEL
                ? spending.of(buyer, buyer.summary(asOf, unit))
                : Spending.own(buyer);
    }
}

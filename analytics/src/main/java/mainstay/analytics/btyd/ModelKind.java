package mainstay.analytics.btyd;

import mainstay.analytics.purchase.GroupedSummaries;

/// The models of when customers buy again.
public enum ModelKind {
    /// [Nbd].
    NBD("nbd", Families.NBD),
    /// [BgNbd].
    BG_NBD("bg-nbd", Families.BG_NBD),
    /// [MbgNbd].
    MBG_NBD("mbg-nbd", Families.MBG_NBD),
    /// [ParetoNbd].
    PARETO_NBD("pareto-nbd", Families.PARETO_NBD);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // families have no state
    private final Family<? extends BuyingModel, GroupedSummaries> family;

    ModelKind(String code, Family<? extends BuyingModel, GroupedSummaries> family) {
        this.code = code;
        this.family = family;
    }

    /// The name in programs: `nbd`, `bg-nbd`, `mbg-nbd`, `pareto-nbd`.
    public String code() {
        return code;
    }

    /// Whether customers may leave in this model.
    public boolean hasDropOut() {
        return this != NBD;
    }

    /// The parameters of maximum likelihood of this model.
    public Fit<? extends BuyingModel> fit(GroupedSummaries customers) {
        return hasDropOut() ? MaximumLikelihood.withDropOut(family, customers) : Nbd.fit(customers);
    }

    /// The same beside a fit of the NBD that is there already.
    Fit<? extends BuyingModel> fit(GroupedSummaries customers, Fit<Nbd> beside) {
        return hasDropOut()
                ? MaximumLikelihood.of(family, customers, beside.estimate().map(Estimate::logLikelihood))
                : beside;
    }
}
